<?php
/**
 * The telephone account over which the site calls.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Connection\Pairing;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use Rappel\Telephony\Account_Sync;
use Rappel\Telephony\Configured_Account;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Read, and replaced by what the owner types. The service asks the network each time, so that it takes longer than other routes. A token
 * is in no answer.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Telephony_Account_Routes {

	/**
	 * Registers them.
	 */
	public static function register(): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/telephony-account',
			array(
				array(
					'methods'             => 'GET',
					'callback'            => array( self::class, 'read' ),
					'permission_callback' => static fn(): bool => current_user_can( Capabilities::MANAGE_CHANNELS ),
					'args'                => array( 'language' => Arguments::language() ),
				),
				array(
					'methods'             => 'PUT',
					'callback'            => array( self::class, 'save' ),
					'permission_callback' => static fn(): bool => current_user_can( 'manage_options' ) && current_user_can( Capabilities::MANAGE_CHANNELS ),
					'args'                => Schemas::body( 'saveTelephonyAccount' ),
				),
			)
		);
	}

	/**
	 * As the network tells it now.
	 *
	 * @param Request $request The request.
	 */
	public static function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return self::with_connection(
			static fn( Connection $connection ): array|WP_Error => Service_Client::call(
				$connection,
				'GET',
				'/v1/site/telephony',
				null,
				Arguments::texts( $request, array( 'language' ) ),
				null,
				Account_Sync::TIMEOUT_SECONDS
			)
		);
	}

	/**
	 * Takes what the owner typed, unless the configuration names an account: that one would come back.
	 *
	 * @param Request $request The request.
	 */
	public static function save( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		if ( null !== Configured_Account::current() ) {
			return new WP_Error(
				'forbidden',
				__( 'The Twilio account of this site is set in its configuration (wp-config.php, the environment or Settings → Connectors). Change it there.', 'rappel' ),
				array( 'status' => 403 )
			);
		}
		$typed       = Read::map( Read::as_map( Read::json( $request->get_body() ) ), 'credentials' );
		$credentials = array() === $typed ? null : array(
			'accountSid' => Read::text( $typed, 'accountSid' ),
			'authToken'  => Read::text( $typed, 'authToken' ),
		);
		return self::with_connection( static fn( Connection $connection ): array|WP_Error => Account_Sync::save( $connection, $credentials ) );
	}

	/**
	 * The service's answer, with what WordPress knows besides (contract/src/telephony-account.ts: siteTelephonyAccountSchema).
	 *
	 * @param callable(Connection): (array<string, mixed>|WP_Error) $ask What is asked of it.
	 */
	private static function with_connection( callable $ask ): WP_REST_Response|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$answer = $ask( $connection );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$problem = get_option( Account_Sync::PROBLEM );
		return new WP_REST_Response(
			array(
				'setBy'       => Configured_Account::current()?->set_by,
				'notTakenFor' => is_string( $problem ) && '' !== $problem ? $problem : null,
			) + $answer
		);
	}
}
