<?php
/**
 * The order in which everything starts.
 *
 * @package Rappel
 */

namespace Rappel;

use Rappel\Abilities\Abilities;
use Rappel\Admin\Admin_Bar;
use Rappel\Admin\Menu;
use Rappel\Admin\Privacy;
use Rappel\Admin\Site_Health;
use Rappel\Agents\Agent_Sync;
use Rappel\Agents\Profile_Alerts;
use Rappel\Agents\Profile_Field;
use Rappel\Agents\Profile_Page;
use Rappel\Block\Block_Style;
use Rappel\Block\Callback_Block;
use Rappel\Block\Callback_Patterns;
use Rappel\Block\Form_Post;
use Rappel\Block\Site_Wide;
use Rappel\Booking\Booking_Page;
use Rappel\Channels\Channel_Copy;
use Rappel\Cli\Channel_Commands;
use Rappel\Cli\Presence_Command;
use Rappel\Connection\Pairing;
use Rappel\Connection\Site_Sync;
use Rappel\Outbox\Delivery;
use Rappel\Personal\Personal_Page;
use Rappel\Rest\Routes;
use Rappel\Telephony\Account_Sync;
use Rappel\Telephony\Twilio_Connector;

defined( 'ABSPATH' ) || exit;

/**
 * Read this file to know what runs when. Nothing here does work; it only hooks.
 */
final class Plugin {

	public const REFRESH_EVENT = 'rappel_refresh_channels';

	/**
	 * Called once, when WordPress loads the plugin.
	 */
	public static function boot(): void {
		// 1. Before anything speaks: where translations are, and tables and roles of this version.
		add_action( 'init', array( self::class, 'locate_translations' ), 0 );
		add_action( 'init', array( Installer::class, 'upgrade' ), 1 );

		// 2. What visitors meet.
		add_action( 'init', array( Callback_Block::class, 'register' ) );
		add_action( 'init', array( Callback_Patterns::class, 'register' ) );
		Block_Style::register();
		Site_Wide::register();
		add_action( 'rest_api_init', array( Routes::class, 'register' ) );
		add_filter( 'rest_post_dispatch', array( Routes::class, 'forbid_caching' ), 10, 3 );
		Form_Post::register();
		Booking_Page::register();

		// 3. What agents meet without an account: their personal page.
		Personal_Page::register();

		// 4. What runs by itself: the outbox, the copy of the channels, the site's name, zone, agents and telephone account at the service.
		Delivery::register();
		Site_Sync::register();
		Agent_Sync::register();
		Account_Sync::register();
		Twilio_Connector::register();
		add_action( self::REFRESH_EVENT, array( self::class, 'refresh' ) );
		add_action( 'admin_init', array( self::class, 'pair_by_configuration' ) );

		// 5. What people with an account meet.
		Menu::register();
		Admin_Bar::register();
		Site_Health::register();
		Privacy::register();
		Profile_Field::register();
		Profile_Alerts::register();
		Profile_Page::register();
		Abilities::register();
		Presence_Command::register();
		Channel_Commands::register();

		// 6. Sites of a network.
		add_action( 'wp_initialize_site', array( Installer::class, 'add_site' ), 20 );
		add_filter( 'wpmu_drop_tables', array( Installer::class, 'tables_of_site' ) );
	}

	/**
	 * WordPress 6.8 finds languages/ by the header's Domain Path; before, it has to be told.
	 */
	public static function locate_translations(): void {
		$registry = $GLOBALS['wp_textdomain_registry'] ?? null;
		if ( $registry instanceof \WP_Textdomain_Registry ) {
			$registry->set_custom_path( 'rappel', RAPPEL_DIR . '/languages' );
		}
	}

	/**
	 * Every hour: the channels again, and what the service has not heard of the site.
	 */
	public static function refresh(): void {
		if ( null !== Pairing::ensure() ) {
			Channel_Copy::refresh();
			Site_Sync::tell();
			Agent_Sync::tell_pending();
			Account_Sync::tell();
		}
	}

	/**
	 * Pairs by itself where the configuration says so, and fetches the channels.
	 */
	public static function pair_by_configuration(): void {
		if ( ! wp_doing_ajax() && null !== Pairing::ensure() && null === Channel_Copy::age_seconds() && false === get_transient( 'rappel_first_copy_pause' ) ) {
			Block\First_Copy::fetch();
		}
	}
}
