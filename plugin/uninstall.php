<?php
/**
 * The plugin is deleted: everything it stored goes, unless the owner asked to keep it.
 *
 * @package Rappel
 */

namespace Rappel;

use Rappel\Admin\Settings;
use Rappel\Agents\Agent_Number;
use Rappel\Agents\Agent_Sync;
use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Offered_Code;
use Rappel\Connection\Site_Sync;
use Rappel\Outbox\Outbox;
use Rappel\Personal\Personal_Link;
use Rappel\Set_Up\Set_Up;
use Rappel\Telephony\Account_Sync;
use Rappel\Telephony\Twilio_Connector;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

defined( 'RAPPEL_DIR' ) || define( 'RAPPEL_DIR', __DIR__ );
require_once __DIR__ . '/includes/class-autoloader.php';
Autoloader::register( __DIR__ . '/includes' );

/**
 * Removes what one site holds.
 */
function uninstall_site(): void {
	if ( get_option( Settings::KEEP_DATA ) ) {
		return;
	}
	Outbox::uninstall();
	Capabilities::revoke();
	Agent_Number::forget_all();
	Personal_Link::revoke_all();
	$options = array(
		Installer::OPTION,
		Settings::KEEP_DATA,
		'rappel_connection',
		Channel_Copy::OPTION,
		Channel_Copy::SITE_WIDE,
		'rappel_pairing_lock',
		'rappel_pairing_back_off',
		Offered_Code::OPTION,
		Set_Up::OPTION,
		Site_Sync::PENDING,
		Site_Sync::TOLD,
		Account_Sync::TOLD,
		Account_Sync::PROBLEM,
		Twilio_Connector::SETTING,
		'rappel_outage_reported',
		Agent_Sync::PENDING,
	);
	foreach ( $options as $option ) {
		delete_option( $option );
	}
	wp_clear_scheduled_hook( 'rappel_deliver_outbox' );
	wp_clear_scheduled_hook( 'rappel_refresh_channels' );
}

if ( is_multisite() ) {
	foreach ( (array) get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $rappel_site_id ) {
		if ( is_int( $rappel_site_id ) ) {
			switch_to_blog( $rappel_site_id );
			uninstall_site();
			restore_current_blog();
		}
	}
} else {
	uninstall_site();
}
