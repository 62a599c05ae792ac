<?php
/**
 * Who may do what.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

/**
 * Rappel's own capabilities. Administrators get all of them at activation; other roles none until somebody gives them.
 */
final class Capabilities {

	public const MANAGE_CHANNELS = 'rappel_manage_channels';
	public const TAKE_CALLBACKS  = 'rappel_take_callbacks';
	public const SUPERVISE       = 'rappel_supervise';

	public const ALL = array( self::MANAGE_CHANNELS, self::TAKE_CALLBACKS, self::SUPERVISE );

	/**
	 * Gives them to administrators.
	 */
	public static function grant(): void {
		$role = get_role( 'administrator' );
		foreach ( self::ALL as $capability ) {
			$role?->add_cap( $capability );
		}
	}

	/**
	 * Takes them from every role.
	 */
	public static function revoke(): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			foreach ( self::ALL as $capability ) {
				get_role( (string) $name )?->remove_cap( $capability );
			}
		}
	}
}
