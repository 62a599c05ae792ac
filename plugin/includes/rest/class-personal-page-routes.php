<?php
/**
 * The link of one's own personal page.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Personal\Personal_Link;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * GET, POST and DELETE personal-page, for whoever takes callbacks (contract/src/wordpress.ts: personalPageSchema). The address is told
 * once, when it is made: WordPress itself does not know it afterwards.
 */
final class Personal_Page_Routes {

	/**
	 * Registers them.
	 */
	public static function register(): void {
		foreach (
			array(
				'GET'    => 'read',
				'POST'   => 'make',
				'DELETE' => 'revoke',
			) as $method => $name
		) {
			register_rest_route(
				Routes::REST_NAMESPACE,
				'/personal-page',
				array(
					'methods'             => $method,
					'callback'            => array( self::class, $name ),
					'permission_callback' => static fn(): bool => current_user_can( Capabilities::TAKE_CALLBACKS ),
					'args'                => array(),
				)
			);
		}
	}

	/**
	 * Whether there is one.
	 */
	public static function read(): WP_REST_Response {
		return self::answer( null, 200 );
	}

	/**
	 * Makes one, in place of the one before.
	 */
	public static function make(): WP_REST_Response {
		return self::answer( Personal_Link::make( get_current_user_id() ), 201 );
	}

	/**
	 * Revokes it.
	 */
	public static function revoke(): WP_REST_Response {
		Personal_Link::revoke( get_current_user_id() );
		return self::answer( null, 200 );
	}

	/**
	 * How it is now.
	 *
	 * @param string|null $url    The link, right after it was made.
	 * @param int         $status HTTP status.
	 */
	private static function answer( ?string $url, int $status ): WP_REST_Response {
		return new WP_REST_Response(
			array(
				'createdAt' => Personal_Link::created_at( get_current_user_id() ),
				'url'       => $url,
			),
			$status
		);
	}
}
