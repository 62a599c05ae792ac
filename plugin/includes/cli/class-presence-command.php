<?php
/**
 * `wp rappel presence`
 *
 * @package Rappel
 */

namespace Rappel\Cli;

use Rappel\Capabilities;
use Rappel\Personal\Own_Presence;
use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Says or sets whether an agent is there.
 */
final class Presence_Command {

	/**
	 * Where WP-CLI runs.
	 */
	public static function register(): void {
		if ( defined( 'WP_CLI' ) && class_exists( \WP_CLI::class ) ) {
			\WP_CLI::add_command( 'rappel presence', self::class );
		}
	}

	/**
	 * Says how an agent is, or sets it until the end of the opening period.
	 *
	 * ## OPTIONS
	 *
	 * <user>
	 * : Id, login or e-mail address.
	 *
	 * [<status>]
	 * : From now on: online, away or offline.
	 *
	 * ## EXAMPLES
	 *
	 *     wp rappel presence grace
	 *     wp rappel presence grace@example.org offline
	 *
	 * @param list<string> $arguments User and status.
	 */
	public function __invoke( array $arguments ): void {
		$answer = self::run( $arguments[0] ?? '', $arguments[1] ?? null );
		if ( is_wp_error( $answer ) ) {
			\WP_CLI::error( $answer->get_error_message() );
			return;
		}
		\WP_CLI::log( $answer );
	}

	/**
	 * The same, without a terminal.
	 *
	 * @param string      $user   Id, login or e-mail address.
	 * @param string|null $status Null: leave it as it is.
	 * @return string|WP_Error "online until 2026-11-28T17:00:00.000Z"
	 */
	public static function run( string $user, ?string $status ): string|WP_Error {
		$account = self::user( $user );
		if ( ! $account instanceof WP_User || ! user_can( $account, Capabilities::TAKE_CALLBACKS ) ) {
			return new WP_Error( 'agent_not_found', __( 'There is no such user who takes callbacks.', 'rappel' ) );
		}
		if ( null !== $status && ! in_array( $status, Own_Presence::STATUSES, true ) ) {
			return new WP_Error( 'invalid_request', __( 'A status is one of: online, away, offline.', 'rappel' ) );
		}
		$presence = null === $status ? Own_Presence::read( $account->ID ) : Own_Presence::set( $account->ID, $status, 'page' );
		if ( is_wp_error( $presence ) ) {
			return $presence;
		}
		return null === $presence->until ? $presence->status : "$presence->status until $presence->until";
	}

	/**
	 * Whom they mean.
	 *
	 * @param string $user Id, login or e-mail address.
	 */
	private static function user( string $user ): ?WP_User {
		foreach ( array( 'id', 'login', 'email' ) as $field ) {
			$found = 'id' === $field && ! ctype_digit( $user ) ? false : get_user_by( $field, $user );
			if ( $found instanceof WP_User ) {
				return $found;
			}
		}
		return null;
	}
}
