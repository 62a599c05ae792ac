<?php
/**
 * Loads the plugin's classes.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

/**
 * Finds `Rappel\Outbox\Outbox_Delivery` in `outbox/class-outbox-delivery.php`: WordPress's file names, and no Composer at run time.
 */
final class Autoloader {

	/**
	 * Starts loading classes from a folder.
	 *
	 * @param string $directory Absolute path without a slash at the end.
	 */
	public static function register( string $directory ): void {
		spl_autoload_register(
			static function ( string $name ) use ( $directory ): void {
				if ( ! str_starts_with( $name, 'Rappel\\' ) ) {
					return;
				}
				$parts = explode( '\\', strtolower( str_replace( '_', '-', substr( $name, 7 ) ) ) );
				$file  = 'class-' . array_pop( $parts ) . '.php';
				$path  = implode( '/', array( $directory, ...$parts, $file ) );
				if ( is_file( $path ) ) {
					require_once $path;
				}
			}
		);
	}
}
