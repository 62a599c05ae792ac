<?php
/**
 * What the plugin lays down, and takes away again.
 *
 * @package Rappel
 */

namespace Rappel;

use Rappel\Agents\Agent_Sync;
use Rappel\Connection\Pairing;
use Rappel\Outbox\Delivery;
use Rappel\Outbox\Outbox;
use WP_Site;

defined( 'ABSPATH' ) || exit;

/**
 * Activation is silent: a table, roles and one hourly event. A new version brings its own by `upgrade`.
 */
final class Installer {

	public const OPTION = 'rappel_installed_version';

	/** Raised whenever table, roles or events change. */
	private const VERSION = '2';

	/**
	 * The plugin was switched on.
	 *
	 * @param bool $network_wide On every site of a network.
	 */
	public static function activate( bool $network_wide = false ): void {
		self::on_sites( $network_wide, array( self::class, 'install' ) );
		Pairing::ensure();
	}

	/**
	 * The plugin was switched off: nothing of it runs any more, and nothing is lost.
	 *
	 * @param bool $network_wide On every site of a network.
	 */
	public static function deactivate( bool $network_wide = false ): void {
		self::on_sites(
			$network_wide,
			static function (): void {
				wp_clear_scheduled_hook( Delivery::EVENT );
				wp_clear_scheduled_hook( Plugin::REFRESH_EVENT );
			}
		);
	}

	/**
	 * Brings a site to this version; costs one autoloaded option when it is there already.
	 */
	public static function upgrade(): void {
		if ( get_option( self::OPTION ) !== self::VERSION ) {
			self::install();
			// What the service is told of an agent may have grown.
			Agent_Sync::tell_all();
		}
	}

	/**
	 * A site joined the network.
	 *
	 * @param WP_Site $site The site.
	 */
	public static function add_site( WP_Site $site ): void {
		if ( ! function_exists( 'is_plugin_active_for_network' ) ) {
			require_once ABSPATH . 'wp-admin/includes/plugin.php';
		}
		if ( is_plugin_active_for_network( plugin_basename( RAPPEL_FILE ) ) ) {
			switch_to_blog( (int) $site->blog_id );
			self::install();
			restore_current_blog();
		}
	}

	/**
	 * A site of the network is deleted: its table goes with it.
	 *
	 * @param array<string> $tables WordPress's own.
	 * @return array<string>
	 */
	public static function tables_of_site( array $tables ): array {
		$tables[] = Outbox::table();
		return $tables;
	}

	/**
	 * Table, roles, events of the current site.
	 */
	private static function install(): void {
		Outbox::install();
		Capabilities::grant();
		if ( ! wp_next_scheduled( Plugin::REFRESH_EVENT ) ) {
			wp_schedule_event( time() + HOUR_IN_SECONDS, 'hourly', Plugin::REFRESH_EVENT );
		}
		if ( Outbox::has_work() ) {
			Delivery::schedule();
		}
		update_option( self::OPTION, self::VERSION, true );
	}

	/**
	 * Works on one site or on all of a network.
	 *
	 * @param bool             $network_wide All.
	 * @param callable(): void $work         On the current site.
	 */
	private static function on_sites( bool $network_wide, callable $work ): void {
		if ( ! $network_wide || ! is_multisite() ) {
			$work();
			return;
		}
		$sites = get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		);
		foreach ( is_array( $sites ) ? $sites : array() as $site_id ) {
			if ( is_int( $site_id ) ) {
				switch_to_blog( $site_id );
				$work();
				restore_current_blog();
			}
		}
	}
}
