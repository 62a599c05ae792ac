<?php
/**
 * Where the form stands.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Placements\Placements;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * GET placements: for whoever manages channels (contract/src/wordpress.ts: placementListSchema).
 */
final class Placement_Routes {

	/**
	 * Registers it.
	 */
	public static function register(): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/placements',
			array(
				'methods'             => 'GET',
				'callback'            => static fn(): WP_REST_Response => new WP_REST_Response( array( 'placements' => Placements::all() ) ),
				'permission_callback' => static fn(): bool => current_user_can( Capabilities::MANAGE_CHANNELS ),
				'args'                => array(),
			)
		);
	}
}
