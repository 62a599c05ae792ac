<?php
/**
 * What the screens of wp-admin start from.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Language;

defined( 'ABSPATH' ) || exit;

/**
 * What their script cannot know, as plugin/src/initial-data.ts reads it from `window.rappelAdmin`.
 */
final class Screen_Data {

	/**
	 * For whoever is logged in.
	 *
	 * @return array<string, mixed>
	 */
	public static function of_user(): array {
		return array(
			'restNamespace' => 'rappel/v1',
			'locale'        => str_replace( '_', '-', get_user_locale() ),
			// In which the site is read, its own first.
			'siteLanguages' => Language::of_site(),
			'timeZone'      => wp_timezone_string(),
			'connected'     => null !== Connection::current(),
			// Address and code come from wp-config.php or the environment.
			'configured'    => '' !== Connection::configured( 'RAPPEL_SERVICE_URL' ),
			'can'           => array(
				'manageChannels' => current_user_can( Capabilities::MANAGE_CHANNELS ),
				'supervise'      => current_user_can( Capabilities::SUPERVISE ),
				'administrate'   => current_user_can( 'manage_options' ),
				'takeCallbacks'  => current_user_can( Capabilities::TAKE_CALLBACKS ),
			),
			'userId'        => get_current_user_id(),
			// Ends with "user_id=": the id is added.
			'profileUrl'    => admin_url( 'user-edit.php?user_id=' ),
			'pages'         => array(
				'live'       => Menu::url( 'live' ),
				'set-up'     => Menu::url( 'set-up' ),
				'requests'   => Menu::url( 'requests' ),
				'results'    => Menu::url( 'results' ),
				'channels'   => Menu::url( 'channels' ),
				'agents'     => Menu::url( 'agents' ),
				'connection' => Menu::url( 'connection' ),
			),
		);
	}
}
