<?php
/**
 * What went wrong, with a stable code and a sentence for the person.
 *
 * @package Rappel
 */

namespace Rappel;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Turns the service's problems (contract/src/problem.ts) and WordPress's own into WP_Error. `status` and, where known,
 * `field`, `errors`, `retryAt`, `alternatives` and `traceId` are in the error's data.
 */
final class Problems {

	private const STATUSES = array(
		'number_missing'        => 422,
		'number_invalid'        => 422,
		'consent_missing'       => 422,
		'channel_not_found'     => 404,
		'channel_paused'        => 409,
		'channel_closed'        => 409,
		'channel_incomplete'    => 409,
		'slot_not_offered'      => 409,
		'booking_not_offered'   => 409,
		'immediate_not_offered' => 409,
		'booking_not_found'     => 404,
		'too_many_for_address'  => 429,
		'service_unreachable'   => 503,
		'service_unavailable'   => 503,
		'not_connected'         => 503,
		'pairing_code_invalid'  => 403,
	);

	/**
	 * A problem that WordPress finds by itself.
	 *
	 * @param string               $code  A code of contract/src/errors.ts.
	 * @param array<string, mixed> $extra More for the error's data: field, cause.
	 */
	public static function own( string $code, array $extra = array() ): WP_Error {
		return new WP_Error( $code, self::sentence( $code ), array( 'status' => self::STATUSES[ $code ] ?? 500 ) + $extra );
	}

	/**
	 * The service's problem.
	 *
	 * @param int   $status 400 to 599.
	 * @param mixed $body   The decoded answer; anything but a problem is told as "unavailable".
	 */
	public static function from_service( int $status, mixed $body ): WP_Error {
		$code = Read::text( $body, 'code' );
		if ( '' === $code ) {
			return new WP_Error( 'service_unavailable', self::sentence( 'service_unavailable' ), array( 'status' => max( $status, 500 ) ) );
		}
		$data = array( 'status' => $status );
		foreach ( array( 'field', 'errors', 'retryAt', 'alternatives', 'traceId' ) as $key ) {
			if ( is_array( $body ) && isset( $body[ $key ] ) ) {
				$data[ $key ] = $body[ $key ];
			}
		}
		return new WP_Error( $code, Read::text( $body, 'detail' ), $data );
	}

	/**
	 * The HTTP status of an error; 500 when it has none.
	 *
	 * @param WP_Error $error Any error.
	 */
	public static function status( WP_Error $error ): int {
		return Read::integer( $error->get_error_data(), 'status', 500 );
	}

	/**
	 * Whether the service is away for us, so that the same request may succeed later. A clock that is wrong, a site that
	 * moved and a contract that is too old are the owner's to mend, not the visitor's: the request must outlive them.
	 *
	 * @param WP_Error $error What the service client gave.
	 */
	public static function is_away( WP_Error $error ): bool {
		$status = self::status( $error );
		return $status >= 500 || in_array( $status, array( 401, 408, 426 ), true )
			|| in_array( $error->get_error_code(), array( 'site_moved', 'too_many_requests' ), true );
	}

	/**
	 * A sentence that says what to do.
	 *
	 * @param string $code A code of contract/src/errors.ts.
	 */
	private static function sentence( string $code ): string {
		return match ( $code ) {
			'number_missing'        => __( 'Please type your phone number.', 'rappel' ),
			'number_invalid'        => __( 'This is not a phone number that we can call. Please check it, for example 06 12 34 56 78 or +33 6 12 34 56 78.', 'rappel' ),
			'consent_missing'       => __( 'Please tick the box to agree to be called back.', 'rappel' ),
			'channel_not_found'     => __( 'This callback form no longer exists. Please reload the page.', 'rappel' ),
			'channel_closed'        => __( 'We are closed at the moment. Please try again during our opening hours.', 'rappel' ),
			'channel_paused'        => __( 'Callbacks are paused at the moment. Please try again later.', 'rappel' ),
			'channel_incomplete'    => __( 'Callbacks are not ready on this site yet. Please contact us another way.', 'rappel' ),
			'slot_not_offered'      => __( 'This time has passed. Please choose another one.', 'rappel' ),
			'booking_not_offered'   => __( 'Times cannot be booked here. Please ask to be called back now.', 'rappel' ),
			'immediate_not_offered' => __( 'We call back at a time that you choose. Please choose one.', 'rappel' ),
			'booking_not_found'     => __( 'This link is no longer valid.', 'rappel' ),
			'too_many_for_address'  => __( 'Too many requests have come from your connection. Please try again in an hour.', 'rappel' ),
			'service_unreachable'   => __( 'The callback service does not answer at the moment. Please try again.', 'rappel' ),
			'service_unavailable'   => __( 'The callback service is not ready. Please try again in a moment.', 'rappel' ),
			'not_connected'         => __( 'This site is not connected to a callback service yet.', 'rappel' ),
			'pairing_code_invalid'  => __( 'This is not the address of a Rappel service, or it gave no site id and secret.', 'rappel' ),
			default                 => __( 'Something went wrong. Please try again.', 'rappel' ),
		};
	}
}
