<?php
/**
 * An answer that is a file.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Connection\Connection;
use Rappel\Service\Service_Client;
use WP_Error;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The REST API writes JSON; this answer is a file, written as it is and then deleted.
 */
final class File_Response extends WP_REST_Response {

	/**
	 * A file that is there already.
	 *
	 * @param string $file Its path; deleted once it was sent, and at the end of the call in any case.
	 * @param string $type "audio/wav".
	 * @param string $name Under which a browser saves it; '' for one that is shown or played.
	 */
	private function __construct( private readonly string $file, string $type, string $name ) {
		parent::__construct();
		$this->header( 'Content-Type', $type );
		$this->header( 'Content-Length', (string) filesize( $file ) );
		$this->header( 'Content-Disposition', '' === $name ? 'inline' : "attachment; filename=\"$name\"" );
	}

	/**
	 * Fetches a file from the service.
	 *
	 * @param Connection             $connection The site's connection.
	 * @param string                 $path       From /v1 on, path parameters filled in.
	 * @param array<string, string>  $query      Query parameters.
	 * @param non-empty-list<string> $types     What it may be, the usual one first: "audio/wav", "audio/mpeg".
	 * @param string                 $name       Under which a browser saves it; '' for one that is shown or played.
	 */
	public static function fetch( Connection $connection, string $path, array $query, array $types, string $name = '' ): self|WP_Error {
		if ( ! function_exists( 'wp_tempnam' ) ) {
			require_once ABSPATH . 'wp-admin/includes/file.php';
		}
		$file = wp_tempnam( 'rappel-file' );
		register_shutdown_function( static fn() => is_file( $file ) && wp_delete_file( $file ) );
		$type = Service_Client::fetch( $connection, $path, $file, $query );
		if ( is_wp_error( $type ) ) {
			return $type;
		}
		$known = array_filter( $types, static fn( string $known ): bool => str_starts_with( $type, $known ) );
		return new self( $file, array() === $known ? $types[0] : $type, $name );
	}

	/**
	 * Writes it in place of JSON; on `rest_pre_serve_request`.
	 *
	 * @param bool  $is_served Somebody wrote the answer already.
	 * @param mixed $result    The answer.
	 */
	public static function serve( bool $is_served, mixed $result ): bool {
		if ( $is_served || ! $result instanceof self ) {
			return $is_served;
		}
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_readfile -- Written as it is read: WP_Filesystem would hold all of it in memory.
		readfile( $result->file );
		return true;
	}
}
