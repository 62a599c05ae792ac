<?php
/**
 * What an agent wants to be told.
 *
 * @package Rappel
 */

namespace Rappel\Agents;

use Rappel\Connection\Pairing;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Kept by the service and nowhere in WordPress (contract/src/agent.ts: alertSettingsSchema).
 */
final class Alert_Settings {

	private const BY_MAIL = array( 'none', 'email' );
	private const ANY_WAY = array( 'none', 'email', 'text_message' );

	/** By which ways each may come. */
	public const WAYS = array(
		'missedCall'    => self::ANY_WAY,
		'failedBooking' => self::ANY_WAY,
		'opening'       => self::ANY_WAY,
		'dailyReport'   => self::BY_MAIL,
	);

	/** For whom the service does not know yet. */
	private const DEFAULTS = array(
		'missedCall'    => 'none',
		'failedBooking' => 'email',
		'opening'       => 'none',
		'dailyReport'   => 'none',
	);

	/**
	 * As they are now.
	 *
	 * @param int $user_id Whose.
	 * @return array<string, string>|WP_Error
	 */
	public static function read( int $user_id ): array|WP_Error {
		$connection = Pairing::ensure();
		$answer     = null === $connection ? Problems::own( 'not_connected' ) : Service_Client::call( $connection, 'GET', '/v1/agents' );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		foreach ( Read::items( $answer, 'agents' ) as $agent ) {
			if ( Read::integer( $agent, 'userId' ) === $user_id ) {
				return self::allowed( Read::map( $agent, 'alerts' ) );
			}
		}
		return self::DEFAULTS;
	}

	/**
	 * Saves them.
	 *
	 * @param int                   $user_id Whose.
	 * @param array<string, string> $alerts  Each by which way.
	 */
	public static function save( int $user_id, array $alerts ): ?WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		Agent_Sync::introduce( $user_id );
		$answer = Service_Client::call( $connection, 'PUT', "/v1/agents/$user_id/alerts", (string) wp_json_encode( $alerts ) );
		return is_wp_error( $answer ) ? $answer : null;
	}

	/**
	 * Settings of unknown shape, with the default for what is none.
	 *
	 * @param array<string, mixed> $alerts From the service or a form.
	 * @return array<string, string>
	 */
	public static function allowed( array $alerts ): array {
		$allowed = array();
		foreach ( self::WAYS as $name => $ways ) {
			$way              = Read::text( $alerts, $name );
			$allowed[ $name ] = in_array( $way, $ways, true ) ? $way : self::DEFAULTS[ $name ];
		}
		return $allowed;
	}
}
