<?php
/**
 * A booking at the service, by the token of its link.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Connection\Pairing;
use Rappel\Outbox\Delivery;
use Rappel\Problems;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Reads and changes it. WordPress keeps nothing of it.
 */
final class Bookings {

	/**
	 * What the page of the link shows.
	 *
	 * @param string $token The link's.
	 */
	public static function read( string $token ): Booking_Details|WP_Error {
		$answer = self::call( 'GET', $token, '', null );
		return is_wp_error( $answer ) ? $answer : Booking_Details::from( $token, $answer );
	}

	/**
	 * Moves it to another free slot.
	 *
	 * @param string $token     The link's.
	 * @param string $starts_at The slot, as the service wrote it.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function move( string $token, string $starts_at ): array|WP_Error {
		return self::call( 'POST', $token, '/slot', array( 'startsAt' => $starts_at ) );
	}

	/**
	 * Cancels it.
	 *
	 * @param string $token The link's.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function cancel( string $token ): array|WP_Error {
		return self::call( 'POST', $token, '/cancellation', array() );
	}

	/**
	 * Whether the number gets SMS of this site.
	 *
	 * @param string $token  The link's.
	 * @param bool   $wanted It does.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function want_text_messages( string $token, bool $wanted ): array|WP_Error {
		return self::call( 'POST', $token, '/text-messages', array( 'wanted' => $wanted ) );
	}

	/**
	 * The booking for a calendar: RFC 5545.
	 *
	 * @param string $token The link's.
	 */
	public static function calendar( string $token ): string|WP_Error {
		$connection = Pairing::ensure();
		return null === $connection
			? Problems::own( 'not_connected' )
			: Service_Client::text( $connection, "/v1/bookings/$token/calendar", 'text/calendar' );
	}

	/**
	 * One call.
	 *
	 * @param string                    $method GET or POST.
	 * @param string                    $token  The link's.
	 * @param string                    $what   The end of the path.
	 * @param array<string, mixed>|null $body   Null for none.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function call( string $method, string $token, string $what, ?array $body ): array|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$json   = null === $body ? null : (string) wp_json_encode( (object) $body, JSON_UNESCAPED_SLASHES );
		$answer = Service_Client::call( $connection, $method, "/v1/bookings/$token$what", $json );
		if ( ! is_wp_error( $answer ) ) {
			Delivery::after_answer();
		}
		return $answer;
	}
}
