<?php
/**
 * `wp rappel export`, `import`, `status` and `test-call`
 *
 * @package Rappel
 */

namespace Rappel\Cli;

use Rappel\Channels\Channel_File;
use Rappel\Channels\Channel_Import;
use Rappel\Connection\Connection;
use Rappel\Connection\Pairing;
use Rappel\Problems;
use Rappel\Read;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Channels, from a terminal.
 */
final class Channel_Commands {

	/**
	 * Where WP-CLI runs.
	 */
	public static function register(): void {
		if ( ! defined( 'WP_CLI' ) || ! class_exists( \WP_CLI::class ) ) {
			return;
		}
		\WP_CLI::add_command( 'rappel export', array( self::class, 'export' ) );
		\WP_CLI::add_command( 'rappel import', array( self::class, 'import' ) );
		\WP_CLI::add_command( 'rappel status', array( self::class, 'status' ) );
		\WP_CLI::add_command( 'rappel test-call', array( self::class, 'test_call' ) );
	}

	/**
	 * Writes channels as a file that another site can import: settings, no secrets, people by their logins.
	 *
	 * ## OPTIONS
	 *
	 * [<channel>...]
	 * : Ids of channels. Without any, all of them.
	 *
	 * ## EXAMPLES
	 *
	 *     wp rappel export > channels.json
	 *
	 * @param list<string> $arguments Ids.
	 */
	public static function export( array $arguments ): void {
		$connection = self::connection();
		$file       = is_wp_error( $connection ) ? $connection : Channel_File::write( $connection, $arguments );
		if ( is_wp_error( $file ) ) {
			\WP_CLI::error( $file->get_error_message() );
			return;
		}
		\WP_CLI::log( rtrim( Channel_File::text( $file ) ) );
	}

	/**
	 * Makes the channels of a file. All are checked first, and none is made while one has a fault.
	 *
	 * ## OPTIONS
	 *
	 * <file>
	 * : The file, or - for what comes from another command.
	 *
	 * [--keep-state]
	 * : Live channels are live here at once. Without it, all are paused.
	 *
	 * ## EXAMPLES
	 *
	 *     wp rappel import channels.json
	 *
	 * @param list<string>         $arguments The file.
	 * @param array<string, mixed> $options   `keep-state`.
	 */
	public static function import( array $arguments, array $options = array() ): void {
		$lines = self::import_file( $arguments[0] ?? '', isset( $options['keep-state'] ) );
		if ( is_wp_error( $lines ) ) {
			\WP_CLI::error( implode( "\n", self::sentences( $lines ) ) );
			return;
		}
		foreach ( $lines['warnings'] as $line ) {
			\WP_CLI::warning( $line );
		}
		\WP_CLI::success( implode( ', ', $lines['made'] ) );
	}

	/**
	 * Says how the connection and the channels are.
	 *
	 * ## EXAMPLES
	 *
	 *     wp rappel status
	 */
	public static function status(): void {
		$lines = Status_Report::lines();
		if ( is_wp_error( $lines ) ) {
			\WP_CLI::error( $lines->get_error_message() );
			return;
		}
		foreach ( $lines as $line ) {
			\WP_CLI::log( $line );
		}
	}

	/**
	 * Calls a number in a channel's voice, says that all is well, and hangs up. It costs what a call costs.
	 *
	 * ## OPTIONS
	 *
	 * <channel>
	 * : Id or name of a channel.
	 *
	 * <number>
	 * : National or international.
	 *
	 * ## EXAMPLES
	 *
	 *     wp rappel test-call Sales "06 12 34 56 78"
	 *
	 * @param list<string> $arguments Channel and number.
	 */
	public static function test_call( array $arguments ): void {
		$connection = self::connection();
		$call       = is_wp_error( $connection ) ? $connection : Test_Call::start( $connection, $arguments[0] ?? '', $arguments[1] ?? '' );
		$shown      = '';
		while ( $call instanceof Test_Call ) {
			if ( $call->detail !== $shown ) {
				\WP_CLI::log( $call->detail );
				$shown = $call->detail;
			}
			if ( $call->is_over() ) {
				break;
			}
			sleep( 1 );
			$call = $call->follow();
		}
		if ( is_wp_error( $call ) ) {
			\WP_CLI::error( $call->get_error_message() );
		} elseif ( 'failed' === $call->state ) {
			\WP_CLI::error( $call->detail );
		}
	}

	/**
	 * The same as import, without a terminal.
	 *
	 * @param string $path       Where the file is; "-": standard input.
	 * @param bool   $keep_state Whether live channels are live at once.
	 * @return array{made: list<string>, warnings: list<string>}|WP_Error
	 */
	public static function import_file( string $path, bool $keep_state ): array|WP_Error {
		$connection = self::connection();
		if ( is_wp_error( $connection ) ) {
			return $connection;
		}
		$file = '-' === $path ? 'php://stdin' : $path;
		if ( '-' !== $path && ! is_readable( $path ) ) {
			/* translators: %s: path of a file. */
			return new WP_Error( 'invalid_request', sprintf( __( 'There is no file “%s” that can be read.', 'rappel' ), $path ) );
		}
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this machine, named by whoever runs the command.
		$made = Channel_Import::run( $connection, (string) file_get_contents( $file ), $keep_state );
		if ( is_wp_error( $made ) ) {
			return $made;
		}
		return array(
			'made'     => array_column( $made['channels'], 'name' ),
			'warnings' => array_map(
				/* translators: 1: name of a channel. 2: login of a user. */
				static fn( array $member ): string => sprintf( __( '%1$s: “%2$s” takes no callbacks on this site and was left out of the team.', 'rappel' ), $member['channelName'], $member['login'] ),
				$made['unknownMembers']
			),
		);
	}

	/**
	 * What went wrong, one sentence for each fault.
	 *
	 * @param WP_Error $error The error.
	 * @return non-empty-list<string>
	 */
	private static function sentences( WP_Error $error ): array {
		$faults = Read::items( $error->get_error_data(), 'errors' );
		return array(
			$error->get_error_message(),
			...array_map( static fn( mixed $fault ): string => Read::text( $fault, 'field' ) . ': ' . Read::text( $fault, 'detail' ), $faults ),
		);
	}

	/**
	 * The site's connection.
	 */
	private static function connection(): Connection|WP_Error {
		return Pairing::ensure() ?? Problems::own( 'not_connected' );
	}
}
