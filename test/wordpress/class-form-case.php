<?php
/**
 * A test of the form without JavaScript.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Block\Callback_Block;

/**
 * A visitor posts the form, and sees the page that they are sent to.
 */
abstract class Form_Case extends Site_Case {

	/**
	 * A visitor presses the button; gives where they are sent.
	 *
	 * @param array<string, string> $changes To a good form.
	 * @param string                $action  Which form.
	 */
	protected static function post( array $changes = array(), string $action = 'rappel_callback' ): Redirected {
		$_POST = wp_slash(
			$changes + array(
				'channel_id' => Fake_Service::CHANNEL,
				'form_id'    => 'rappel-callback-1',
				'number'     => '06 12 34 56 78',
				'name'       => "O'Neill",
				'language'   => 'en-US',
				'page_url'   => home_url( '/contact/?a=1' ),
				'page_title' => 'Contact',
			)
		);
		try {
			do_action( 'admin_post_nopriv_' . $action );
		} catch ( Redirected $redirected ) {
			return $redirected;
		}
		self::fail( 'Nobody was sent anywhere.' );
	}

	/**
	 * What the page shows after a redirect.
	 *
	 * @param Redirected $redirected The redirect.
	 */
	protected static function page( Redirected $redirected ): string {
		parse_str( (string) wp_parse_url( $redirected->location, PHP_URL_QUERY ), $query );
		$_GET = $query;
		return Callback_Block::render( array( 'channelId' => Fake_Service::CHANNEL ) );
	}
}
