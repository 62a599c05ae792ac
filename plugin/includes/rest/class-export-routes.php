<?php
/**
 * Requests as a table for spreadsheets.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Connection\Pairing;
use Rappel\Instant;
use Rappel\Language;
use Rappel\Problems;
use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * GET callback-requests/export: the file as the service writes it, for whoever sees requests, with what they see of them. A link with
 * WordPress's nonce in `_wpnonce` opens it.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Export_Routes {

	/**
	 * Registers it.
	 */
	public static function register(): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/callback-requests/export',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'table' ),
				'permission_callback' => static fn(): bool => Viewer::sees_requests(),
				'args'                => Schemas::query( 'requestFilter', array( 'visibleTo' ) ),
			)
		);
	}

	/**
	 * What the filter finds.
	 *
	 * @param Request $request The call.
	 */
	public static function table( WP_REST_Request $request ): File_Response|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$query = Viewer::as_filter() + Arguments::texts( $request, Request_Table::FILTER ) + array( 'language' => Language::current() );
		$name  = 'rappel-' . Instant::local()->format( 'Y-m-d' ) . '.csv';
		return File_Response::fetch( $connection, '/v1/callback-requests/export', $query, array( 'text/csv; charset=utf-8', 'text/csv' ), $name );
	}
}
