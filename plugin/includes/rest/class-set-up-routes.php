<?php
/**
 * The set-up.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Connection\Offered_Code;
use Rappel\Set_Up\Set_Up;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * GET and PUT set-up for whoever manages channels, and the code for a service that is being deployed, for whoever may connect the site.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Set_Up_Routes {

	/**
	 * Registers them.
	 */
	public static function register(): void {
		$manages = static fn(): bool => current_user_can( Capabilities::MANAGE_CHANNELS );
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/set-up',
			array(
				array(
					'methods'             => 'GET',
					'callback'            => static fn(): WP_REST_Response => new WP_REST_Response( Set_Up::state() ),
					'permission_callback' => $manages,
					'args'                => array(),
				),
				array(
					'methods'             => 'PUT',
					'callback'            => array( self::class, 'save' ),
					'permission_callback' => $manages,
					'args'                => Schemas::query( 'setUp' ),
				),
			)
		);
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/connection/code',
			array(
				'methods'             => 'POST',
				'callback'            => static fn(): WP_REST_Response => new WP_REST_Response( Offered_Code::offer(), 201 ),
				'permission_callback' => static fn(): bool => $manages() && current_user_can( 'manage_options' ),
				'args'                => array(),
			)
		);
	}

	/**
	 * Keeps what the owner said.
	 *
	 * @param Request $request The call.
	 */
	public static function save( WP_REST_Request $request ): WP_REST_Response {
		$skipped    = $request->get_param( 'skipped' );
		$channel_id = Arguments::text( $request, 'channelId' );
		Set_Up::save(
			array(
				'skipped'          => is_array( $skipped ) ? array_values( array_unique( array_filter( $skipped, 'is_string' ) ) ) : array(),
				'channelId'        => '' === $channel_id ? null : $channel_id,
				'testCallAnswered' => true === $request->get_param( 'testCallAnswered' ),
				'dismissed'        => true === $request->get_param( 'dismissed' ),
			)
		);
		return new WP_REST_Response( Set_Up::state() );
	}
}
