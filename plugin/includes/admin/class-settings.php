<?php
/**
 * The plugin's own settings.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * What WordPress decides by itself; everything about calls is the service's. Read and saved through WordPress's own
 * REST route /wp/v2/settings by whoever may manage options.
 */
final class Settings {

	/** Keep connection, copy and outbox when the plugin is deleted. */
	public const KEEP_DATA = 'rappel_keep_data';

	/**
	 * Registers them; on `init`.
	 */
	public static function register(): void {
		register_setting(
			'rappel',
			self::KEEP_DATA,
			array(
				'type'              => 'boolean',
				'label'             => __( 'Keep Rappel\'s data when the plugin is deleted', 'rappel' ),
				'description'       => __( 'The connection to the service and requests that were not delivered yet.', 'rappel' ),
				'sanitize_callback' => 'rest_sanitize_boolean',
				'show_in_rest'      => true,
				'default'           => false,
			)
		);
	}
}
