<?php
/**
 * Who may do what.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

/**
 * Rappel's own capabilities. Administrators get all of them at activation; other roles none until somebody gives them. A role of its
 * own is for people who do nothing on the site but take callbacks.
 */
final class Capabilities {

	public const MANAGE_CHANNELS = 'rappel_manage_channels';
	public const TAKE_CALLBACKS  = 'rappel_take_callbacks';
	public const SUPERVISE       = 'rappel_supervise';

	public const AGENT_ROLE = 'rappel_agent';

	public const ALL = array( self::MANAGE_CHANNELS, self::TAKE_CALLBACKS, self::SUPERVISE );

	/**
	 * Gives them to administrators, and makes the role unless it is there: what an owner changed in it stays.
	 */
	public static function grant(): void {
		$role = get_role( 'administrator' );
		foreach ( self::ALL as $capability ) {
			$role?->add_cap( $capability );
		}
		add_role(
			self::AGENT_ROLE,
			__( 'Callback agent', 'rappel' ),
			array(
				'read'               => true,
				self::TAKE_CALLBACKS => true,
			)
		);
	}

	/**
	 * Takes them from every role, and the role away.
	 */
	public static function revoke(): void {
		remove_role( self::AGENT_ROLE );
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			foreach ( self::ALL as $capability ) {
				get_role( (string) $name )?->remove_cap( $capability );
			}
		}
	}
}
