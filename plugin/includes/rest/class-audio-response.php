<?php
/**
 * An answer that is a sound.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The REST API writes JSON; this answer is a file, written as it is and then deleted.
 */
final class Audio_Response extends WP_REST_Response {

	/**
	 * A file that is there already.
	 *
	 * @param string $file Its path; deleted once it was sent, and at the end of the call in any case.
	 * @param string $type "audio/wav".
	 */
	public function __construct( private readonly string $file, string $type ) {
		parent::__construct();
		$this->header( 'Content-Type', $type );
		$this->header( 'Content-Length', (string) filesize( $file ) );
		$this->header( 'Content-Disposition', 'inline' );
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
