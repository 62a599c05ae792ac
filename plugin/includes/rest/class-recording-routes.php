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
use Rappel\Service\Service_Client;
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
		add_filter( 'rest_pre_serve_request', array( Audio_Response::class, 'serve' ), 10, 2 );
	}

	/**
	 * One recording.
	 *
	 * @param Request $request The call.
	 */
	public static function audio( WP_REST_Request $request ): Audio_Response|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		if ( ! function_exists( 'wp_tempnam' ) ) {
			require_once ABSPATH . 'wp-admin/includes/file.php';
		}
		$file = wp_tempnam( 'rappel-recording' );
		register_shutdown_function( static fn() => is_file( $file ) && wp_delete_file( $file ) );
		$type = Service_Client::fetch( $connection, '/v1/recordings/' . Arguments::text( $request, 'recordingId' ), $file );
		return is_wp_error( $type ) ? $type : new Audio_Response( $file, $type );
	}
}
