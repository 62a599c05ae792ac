<?php
/**
 * The connection to the service, as the settings screen sees it.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Connection\Pairing;
use Rappel\Outbox\Outbox;
use Rappel\Service\Service_Client;
use Rappel\Telephony\Account_Sync;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Read, pair, disconnect. Pairing decides which server gets visitors' numbers, so it takes an administrator of the site; the
 * secret is in no answer.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Connection_Routes {

	/**
	 * Registers them.
	 */
	public static function register(): void {
		$administrates = static fn(): bool => current_user_can( 'manage_options' ) && current_user_can( Capabilities::MANAGE_CHANNELS );
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/connection',
			array(
				array(
					'methods'             => 'GET',
					'callback'            => array( self::class, 'read' ),
					'permission_callback' => static fn(): bool => current_user_can( Capabilities::MANAGE_CHANNELS ),
					'args'                => array(),
				),
				array(
					'methods'             => 'POST',
					'callback'            => array( self::class, 'pair' ),
					'permission_callback' => $administrates,
					'args'                => array(
						'serviceUrl' => array(
							'type'        => 'string',
							'format'      => 'uri',
							'pattern'     => '^https?://',
							'maxLength'   => 500,
							'required'    => true,
							'description' => 'The service\'s address.',
						),
						'code'       => array(
							'type'        => 'string',
							'minLength'   => 8,
							'maxLength'   => 64,
							'required'    => true,
							'description' => 'The pairing code that the service printed.',
						),
					),
				),
				array(
					'methods'             => 'DELETE',
					'callback'            => array( self::class, 'disconnect' ),
					'permission_callback' => $administrates,
					'args'                => array(),
				),
			)
		);
	}

	/**
	 * The connection's state, asked now (contract/src/wordpress.ts: connectionSchema).
	 */
	public static function read(): WP_REST_Response {
		return new WP_REST_Response( self::state( Pairing::ensure() ) );
	}

	/**
	 * Pairs with a code and fetches the channels.
	 *
	 * @param Request $request The request.
	 */
	public static function pair( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$connection = Pairing::pair( Arguments::text( $request, 'serviceUrl' ), Arguments::text( $request, 'code' ) );
		if ( is_wp_error( $connection ) ) {
			return $connection;
		}
		Channel_Copy::refresh();
		return new WP_REST_Response( self::state( $connection ), 201 );
	}

	/**
	 * Forgets the connection and the copy of the channels. What the outbox keeps stays for a new connection to the same service.
	 */
	public static function disconnect(): WP_REST_Response {
		Connection::forget();
		Channel_Copy::forget();
		Account_Sync::forget();
		return new WP_REST_Response( self::state( null ) );
	}

	/**
	 * Fills the shape.
	 *
	 * @param Connection|null $connection Null: not paired.
	 * @return array<string, mixed>
	 */
	private static function state( ?Connection $connection ): array {
		$site    = null === $connection ? null : Service_Client::call( $connection, 'GET', '/v1/site' );
		$problem = null === $connection ? Pairing::last_problem() : null;
		if ( is_wp_error( $site ) ) {
			$problem = array(
				'code'   => (string) $site->get_error_code(),
				'detail' => $site->get_error_message(),
			);
		}
		return array(
			'connected'    => null !== $connection,
			'serviceUrl'   => $connection?->service_url,
			'site'         => is_wp_error( $site ) ? null : $site,
			'problem'      => $problem,
			'keptRequests' => Outbox::count_kept(),
		);
	}
}
