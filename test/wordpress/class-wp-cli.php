<?php
/**
 * What the plugin uses of WP-CLI, for PHPStan: the stubs of WordPress do not have it.
 *
 * @package Rappel
 */

/**
 * WP-CLI (https://make.wordpress.org/cli/handbook/references/internal-api/).
 */
class WP_CLI {

	/**
	 * Adds a command.
	 *
	 * @param string                $name     Its words.
	 * @param class-string|callable $callable What it does.
	 */
	public static function add_command( string $name, string|callable $callable ): void {}

	/**
	 * Prints a line.
	 *
	 * @param string $message The line.
	 */
	public static function log( string $message ): void {}

	/**
	 * Prints what was done.
	 *
	 * @param string $message What.
	 */
	public static function success( string $message ): void {}

	/**
	 * Prints what somebody should look at.
	 *
	 * @param string $message What.
	 */
	public static function warning( string $message ): void {}

	/**
	 * Prints what went wrong, and ends with 1.
	 *
	 * @param string $message What.
	 */
	public static function error( string $message ): void {}
}
