<?php
/**
 * The one notice after activation.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Set_Up\Set_Up;

defined( 'ABSPATH' ) || exit;

/**
 * Shown to whoever can set the site up, until that is over or the notice is dismissed; on the dashboard and the plugins' screen only.
 */
final class Set_Up_Notice {

	private const ACTION = 'rappel_dismiss_set_up';

	/**
	 * Prints it.
	 */
	public static function show(): void {
		$screen = get_current_screen();
		if ( null === $screen || ! in_array( $screen->id, array( 'dashboard', 'plugins' ), true ) || ! current_user_can( Capabilities::MANAGE_CHANNELS ) || Set_Up::is_over() ) {
			return;
		}
		$begun   = null !== Connection::current();
		$text    = $begun
			? __( 'Rappel is connected. A few steps are left before visitors can ask to be called back.', 'rappel' )
			: __( 'Rappel is installed. A few steps, and visitors can ask to be called back.', 'rappel' );
		$label   = $begun ? __( 'Go on with the set-up', 'rappel' ) : __( 'Set up', 'rappel' );
		$dismiss = wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ACTION ), self::ACTION );
		printf(
			'<div class="notice notice-info"><p>%1$s <a href="%2$s">%3$s</a> · <a href="%4$s">%5$s</a></p></div>',
			esc_html( $text ),
			esc_url( Menu::url( 'set-up' ) ),
			esc_html( $label ),
			esc_url( $dismiss ),
			esc_html__( 'Dismiss', 'rappel' )
		);
	}

	/**
	 * Does not show it again.
	 */
	public static function dismiss(): void {
		check_admin_referer( self::ACTION );
		if ( current_user_can( Capabilities::MANAGE_CHANNELS ) ) {
			Set_Up::dismiss();
		}
		if ( wp_safe_redirect( (string) ( wp_get_referer() ? wp_get_referer() : admin_url() ) ) ) {
			exit;
		}
	}
}
