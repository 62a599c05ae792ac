<?php
/**
 * Recordings and messages, to be heard by whoever supervises.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Connection\Pairing;
use Rappel\Problems;
use Rappel\Visitor\Request_Key;
use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * GET recordings/{recordingId}: the audio itself. Nothing of it stays on WordPress's disk.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Recording_Routes {

	/**
	 * Registers it.
	 */
	public static function register(): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/recordings/(?P<recordingId>' . Request_Key::PATTERN . ')',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'audio' ),
				'permission_callback' => static fn(): bool => current_user_can( Capabilities::SUPERVISE ),
				'args'                => array( 'recordingId' => Arguments::id() ),
			)
		);
	}

	/**
	 * One recording.
	 *
	 * @param Request $request The call.
	 */
	public static function audio( WP_REST_Request $request ): File_Response|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		return File_Response::fetch( $connection, '/v1/recordings/' . Arguments::text( $request, 'recordingId' ), array(), array( 'audio/wav', 'audio/' ) );
	}
}
