<?php
/**
 * The one notice after activation.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Capabilities;
use Rappel\Connection\Connection;

defined( 'ABSPATH' ) || exit;

/**
 * Shown to whoever can connect the site, until it is connected or the notice is dismissed; on the dashboard and the plugins'
 * screen only.
 */
final class Set_Up_Notice {

	private const DISMISSED = 'rappel_set_up_dismissed';
	private const ACTION    = 'rappel_dismiss_set_up';

	/**
	 * Prints it.
	 */
	public static function show(): void {
		$screen = get_current_screen();
		if ( null === $screen || ! in_array( $screen->id, array( 'dashboard', 'plugins' ), true ) || ! current_user_can( Capabilities::MANAGE_CHANNELS )
			|| null !== Connection::current() || get_user_meta( get_current_user_id(), self::DISMISSED, true ) ) {
			return;
		}
		$dismiss = wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ACTION ), self::ACTION );
		printf(
			'<div class="notice notice-info"><p>%1$s <a href="%2$s">%3$s</a> · <a href="%4$s">%5$s</a></p></div>',
			esc_html__( 'Rappel is installed. Connect it to its service, and visitors can ask to be called back.', 'rappel' ),
			esc_url( Menu::url( 'connection' ) ),
			esc_html__( 'Set up', 'rappel' ),
			esc_url( $dismiss ),
			esc_html__( 'Dismiss', 'rappel' )
		);
	}

	/**
	 * Does not show it to this user again.
	 */
	public static function dismiss(): void {
		check_admin_referer( self::ACTION );
		update_user_meta( get_current_user_id(), self::DISMISSED, 1 );
		if ( wp_safe_redirect( (string) ( wp_get_referer() ? wp_get_referer() : admin_url() ) ) ) {
			exit;
		}
	}
}
