<?php
/**
 * What everybody who works with channels may know of them.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Block\Block_Texts;
use Rappel\Capabilities;
use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Pairing;
use Rappel\Problems;
use WP_Error;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * GET channel-names: enough to place a block, and to filter requests by, for whoever does one of the two (contract/src/wordpress.ts: channelNameSchema).
 */
final class Channel_Name_Routes {

	private const RENEW_AFTER_SECONDS = 60;

	/**
	 * Registers it.
	 */
	public static function register(): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/channel-names',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'names' ),
				'permission_callback' => static fn(): bool => current_user_can( 'edit_posts' ) || Viewer::sees_requests() || Viewer::sees_team(),
				'args'                => array(),
			)
		);
	}

	/**
	 * Names and states, from a copy that is a minute old at most when the service answers.
	 */
	public static function names(): WP_REST_Response|WP_Error {
		if ( null === Pairing::ensure() ) {
			return Problems::own( 'not_connected' );
		}
		$age = Channel_Copy::age_seconds();
		if ( null === $age || $age > self::RENEW_AFTER_SECONDS ) {
			$renewed = Channel_Copy::refresh();
			if ( is_wp_error( $renewed ) && null === $age ) {
				return $renewed;
			}
		}
		return new WP_REST_Response(
			array(
				'channels' => array_map(
					static fn( array $channel ): array => array(
						'id'      => $channel['id'],
						'name'    => $channel['name'],
						'state'   => $channel['state'],
						'texts'   => Block_Texts::of_channel( $channel ),
						'editUrl' => current_user_can( Capabilities::MANAGE_CHANNELS ) ? admin_url( 'admin.php?page=rappel-channels&channel=' . rawurlencode( $channel['id'] ) ) : '',
					),
					Channel_Copy::all()
				),
			)
		);
	}
}
