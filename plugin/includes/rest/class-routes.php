<?php
/**
 * The REST interface rappel/v1.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Registers every route of contract/src/routes.ts: wordpressRoutes. No answer is ever stored by a cache.
 */
final class Routes {

	public const REST_NAMESPACE = 'rappel/v1';

	/**
	 * Registers them.
	 */
	public static function register(): void {
		Visitor_Routes::register();
		Forwarder::register();
		Channel_File_Routes::register();
		Placement_Routes::register();
		Channel_Name_Routes::register();
		Connection_Routes::register();
		Telephony_Account_Routes::register();
		Set_Up_Routes::register();
		Recording_Routes::register();
		Export_Routes::register();
		Team_Candidate_Routes::register();
		Personal_Page_Routes::register();
		add_filter( 'rest_pre_serve_request', array( File_Response::class, 'serve' ), 10, 2 );
	}

	/**
	 * Forbids caches to store an answer: it is about one visitor, or changes from one second to the next.
	 *
	 * @param WP_REST_Response                      $response The answer.
	 * @param mixed                                 $server   The REST server.
	 * @param WP_REST_Request<array<string, mixed>> $request  The request.
	 */
	public static function forbid_caching( WP_REST_Response $response, mixed $server, WP_REST_Request $request ): WP_REST_Response {
		if ( str_starts_with( $request->get_route(), '/' . self::REST_NAMESPACE . '/' ) ) {
			$response->header( 'Cache-Control', 'no-store, private' );
		}
		return $response;
	}
}
