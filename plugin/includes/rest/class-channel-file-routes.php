<?php
/**
 * Channels as a file.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Channels\Channel_File;
use Rappel\Channels\Channel_Import;
use Rappel\Connection\Pairing;
use Rappel\Problems;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Export and import, for whoever manages channels (contract/src/channel-file.ts).
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Channel_File_Routes {

	/**
	 * Registers them.
	 */
	public static function register(): void {
		$manages = static fn(): bool => current_user_can( Capabilities::MANAGE_CHANNELS );
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/channels/export',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'export' ),
				'permission_callback' => $manages,
				'args'                => array(
					'ids' => array(
						'type'        => 'string',
						'maxLength'   => 8000,
						'description' => 'Ids of channels, with commas between them; none: all.',
					),
				),
			)
		);
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/channels/import',
			array(
				'methods'             => 'POST',
				'callback'            => array( self::class, 'import' ),
				'permission_callback' => $manages,
				'args'                => Schemas::query( 'importChannels' ),
			)
		);
	}

	/**
	 * The file.
	 *
	 * @param Request $request The call.
	 */
	public static function export( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$ids  = array_values( array_filter( explode( ',', Arguments::text( $request, 'ids' ) ) ) );
		$file = Channel_File::write( $connection, $ids );
		return is_wp_error( $file ) ? $file : new WP_REST_Response( $file );
	}

	/**
	 * Makes the channels of a file.
	 *
	 * @param Request $request The call.
	 */
	public static function import( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$made = Channel_Import::run( $connection, Arguments::text( $request, 'file' ), true === $request->get_param( 'keepState' ) );
		return is_wp_error( $made ) ? $made : new WP_REST_Response( $made, 201 );
	}
}
