<?php
/**
 * Forwards the screens' calls to the service.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Connection\Pairing;
use Rappel\Outbox\Delivery;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Three tables say everything: which route of WordPress, who may call it, which route of the service answers, and which fields
 * go there. What is not in them is not forwarded. `own_body` and `own_query` are what WordPress says itself: it overrules
 * whatever the browser sent under the same names.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 * @phpstan-type Route array{method: string, path: non-falsy-string, capability: string|callable(Request): bool, service: string, args: array<string, array<string, mixed>>, body?: list<string>, query?: list<string>, own_body?: callable(): array<string, mixed>, own_query?: callable(): array<string, string>, status?: int, before?: callable(Request): void, after?: callable(array<string, mixed>, Request): void, shown?: callable(array<string, mixed>): array<string, mixed>}
 */
final class Forwarder {

	/**
	 * The allow-list. Path parameters have the same names on both sides.
	 *
	 * @return list<Route>
	 */
	private static function table(): array {
		return array( ...Channel_Table::routes(), ...Request_Table::routes(), ...Team_Table::routes() );
	}

	/**
	 * Registers the table.
	 */
	public static function register(): void {
		foreach ( self::table() as $route ) {
			register_rest_route(
				Routes::REST_NAMESPACE,
				$route['path'],
				array(
					'methods'             => $route['method'],
					'callback'            => static fn( WP_REST_Request $request ): WP_REST_Response|WP_Error => self::forward( $route, $request ),
					'permission_callback' => static fn( WP_REST_Request $request ): bool => is_string( $route['capability'] ) ? current_user_can( $route['capability'] ) : ( $route['capability'] )( $request ),
					'args'                => $route['args'],
				)
			);
		}
	}

	/**
	 * Forwards one call.
	 *
	 * @param Route   $route   Its line of the table.
	 * @param Request $request The call.
	 */
	private static function forward( array $route, WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		// Of the address alone: WordPress's arguments take a field of the body for a parameter of the address.
		$path  = (string) preg_replace_callback(
			'/\{(\w+)\}/',
			static fn( array $match ): string => rawurlencode( Read::text( $request->get_url_params(), $match[1] ) ),
			$route['service']
		);
		$query = ( isset( $route['own_query'] ) ? ( $route['own_query'] )() : array() ) + Arguments::texts( $request, $route['query'] ?? array() );
		if ( isset( $route['before'] ) ) {
			( $route['before'] )( $request );
		}
		$json   = isset( $route['body'] ) ? self::body( $request, $route['body'], isset( $route['own_body'] ) ? ( $route['own_body'] )() : array() ) : null;
		$answer = Service_Client::call( $connection, $route['method'], $path, $json, $query );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		if ( isset( $route['after'] ) ) {
			( $route['after'] )( $answer, $request );
		}
		Delivery::after_answer();
		return new WP_REST_Response( isset( $route['shown'] ) ? ( $route['shown'] )( $answer ) : $answer, $route['status'] ?? ( 'POST' === $route['method'] ? 201 : 200 ) );
	}

	/**
	 * The allowed fields of the body. Read from the text and not from WordPress's arguments, where an empty object has become
	 * an empty list.
	 *
	 * @param Request              $request The call.
	 * @param list<string>         $fields  The allow-list.
	 * @param array<string, mixed> $own     What WordPress says itself.
	 */
	private static function body( WP_REST_Request $request, array $fields, array $own ): string {
		$sent    = json_decode( $request->get_body() );
		$allowed = array_intersect_key( is_object( $sent ) ? get_object_vars( $sent ) : array(), array_flip( $fields ) );
		return (string) wp_json_encode( (object) ( $own + $allowed ), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}
}
