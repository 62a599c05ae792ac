<?php
/**
 * Forwards the screens' calls to the service.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Pairing;
use Rappel\Outbox\Delivery;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use Rappel\Visitor\Request_Key;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * One table says everything: which route of WordPress, who may call it, which route of the service answers, and which fields
 * go there. What is not in the table is not forwarded.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 * @phpstan-type Route array{method: string, path: non-falsy-string, capability: string|callable(Request): bool, service: string, args: array<string, array<string, mixed>>, body?: list<string>, query?: list<string>, status?: int, after?: callable(array<string, mixed>, Request): void, shown?: callable(array<string, mixed>): array<string, mixed>}
 */
final class Forwarder {

	/**
	 * The allow-list. Path parameters have the same names on both sides.
	 *
	 * @return list<Route>
	 */
	private static function table(): array {
		$channels = '/channels';
		$channel  = '/channels/(?P<channelId>' . Request_Key::PATTERN . ')';
		$manage   = Capabilities::MANAGE_CHANNELS;
		$id       = array( 'channelId' => Arguments::id() );
		$put      = static fn( array $answer ) => Channel_Copy::put( Read::as_map( $answer ) );
		$remove   = static fn( array $answer, WP_REST_Request $request ) => Channel_Copy::remove( Arguments::text( $request, 'channelId' ) );
		return array(
			array(
				'method'     => 'GET',
				'path'       => $channels,
				'capability' => $manage,
				'service'    => '/v1/channels',
				'args'       => array(),
			),
			array(
				'method'     => 'POST',
				'path'       => $channels,
				'capability' => $manage,
				'service'    => '/v1/channels',
				'args'       => Schemas::body( 'saveChannel' ),
				'body'       => array( 'settings' ),
				'after'      => $put,
			),
			array(
				'method'     => 'GET',
				'path'       => $channel,
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}',
				'args'       => $id,
			),
			array(
				'method'     => 'PUT',
				'path'       => $channel,
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}',
				'args'       => $id + Schemas::body( 'saveChannel' ),
				'body'       => array( 'settings', 'version' ),
				'after'      => $put,
			),
			array(
				'method'     => 'DELETE',
				'path'       => $channel,
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}',
				'args'       => $id,
				'after'      => $remove,
			),
			array(
				'method'     => 'GET',
				'path'       => '/callback-requests',
				'capability' => Capabilities::SUPERVISE,
				'service'    => '/v1/callback-requests',
				'args'       => Schemas::query( 'listRequestsQuery' ),
				'query'      => array( 'channelId', 'state', 'cursor', 'limit' ),
			),
			array(
				'method'     => 'GET',
				'path'       => '/callback-requests/(?P<requestId>' . Request_Key::PATTERN . ')',
				'capability' => Capabilities::SUPERVISE,
				'service'    => '/v1/callback-requests/{requestId}',
				'args'       => array( 'requestId' => Arguments::id() ),
			),
			array(
				'method'     => 'GET',
				'path'       => '/agents',
				'capability' => static fn(): bool => self::may_see_agents() || current_user_can( Capabilities::TAKE_CALLBACKS ),
				'service'    => '/v1/agents',
				'args'       => array(),
				'shown'      => static fn( array $answer ): array => self::visible_agents( Read::as_map( $answer ) ),
			),
			array(
				'method'     => 'PUT',
				'path'       => '/agents/(?P<userId>\d+)/presence',
				'capability' => static fn( WP_REST_Request $request ): bool => self::may_set_presence( $request ),
				'service'    => '/v1/agents/{userId}/presence',
				'args'       => array( 'userId' => Arguments::user_id() ) + Schemas::body( 'savePresence' ),
				'body'       => array( 'status' ),
			),
			array(
				'method'     => 'PUT',
				'path'       => '/agents/(?P<userId>\d+)/hours',
				'capability' => static fn( WP_REST_Request $request ): bool => current_user_can( $manage ) || self::is_own( $request ),
				'service'    => '/v1/agents/{userId}/hours',
				'args'       => array( 'userId' => Arguments::user_id() ) + Schemas::body( 'saveAgentHours' ),
				'body'       => array( 'weekly', 'leave' ),
			),
			array(
				'method'     => 'GET',
				'path'       => '/holidays',
				'capability' => $manage,
				'service'    => '/v1/holidays',
				'args'       => array( 'language' => Arguments::language() ) + Schemas::query( 'holidaysQuery' ),
				'query'      => array( 'country', 'region', 'language' ),
			),
			array(
				'method'     => 'GET',
				'path'       => '/holiday-countries',
				'capability' => $manage,
				'service'    => '/v1/holiday-countries',
				'args'       => array( 'language' => Arguments::language() ),
				'query'      => array( 'language' ),
			),
			array(
				'method'     => 'POST',
				'path'       => '/text-messages/preview',
				'capability' => $manage,
				'service'    => '/v1/text-messages/preview',
				'args'       => Schemas::body( 'previewTextMessage' ),
				'body'       => array( 'kind', 'text', 'language', 'sender', 'channelId' ),
				'status'     => 200,
			),
			array(
				'method'     => 'POST',
				'path'       => $channel . '/survey-alert-test',
				'capability' => $manage,
				'service'    => '/v1/channels/{channelId}/survey-alert-test',
				'args'       => $id,
				'body'       => array(),
			),
			array(
				'method'     => 'GET',
				'path'       => '/spoken-texts',
				'capability' => $manage,
				'service'    => '/v1/spoken-texts',
				'args'       => array( 'language' => Arguments::language() ),
				'query'      => array( 'language' ),
			),
			array(
				'method'     => 'PUT',
				'path'       => '/connection/site',
				'capability' => $manage,
				'service'    => '/v1/site',
				'args'       => Schemas::body( 'saveSite' ),
				'body'       => array( 'name', 'timeZone', 'callerId', 'dailyRequestCap', 'moved' ),
			),
		);
	}

	/**
	 * Their own presence is everybody's who takes callbacks; another's is for who supervises.
	 *
	 * @param Request $request The call.
	 */
	private static function may_set_presence( WP_REST_Request $request ): bool {
		return current_user_can( Capabilities::SUPERVISE ) || self::is_own( $request );
	}

	/**
	 * Whether whoever takes callbacks calls about themselves.
	 *
	 * @param Request $request The call.
	 */
	private static function is_own( WP_REST_Request $request ): bool {
		return current_user_can( Capabilities::TAKE_CALLBACKS ) && get_current_user_id() === Read::integer( $request->get_url_params(), 'userId' );
	}

	/**
	 * Whether the whole team, with numbers and addresses, is theirs to see.
	 */
	private static function may_see_agents(): bool {
		return current_user_can( Capabilities::MANAGE_CHANNELS ) || current_user_can( Capabilities::SUPERVISE );
	}

	/**
	 * The agents that the person at the screen may see: an agent sees themselves only.
	 *
	 * @param array<string, mixed> $answer contract/src/agent.ts: agentListSchema.
	 * @return array<string, mixed>
	 */
	private static function visible_agents( array $answer ): array {
		if ( self::may_see_agents() ) {
			return $answer;
		}
		$is_own = static fn( mixed $agent ): bool => get_current_user_id() === Read::integer( $agent, 'userId' );
		return array( 'agents' => array_values( array_filter( Read::items( $answer, 'agents' ), $is_own ) ) );
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
		$path  = (string) preg_replace_callback(
			'/\{(\w+)\}/',
			static fn( array $match ): string => rawurlencode( Arguments::text( $request, $match[1] ) ),
			$route['service']
		);
		$query = array();
		foreach ( $route['query'] ?? array() as $name ) {
			$value = Arguments::text( $request, $name );
			if ( '' !== $value ) {
				$query[ $name ] = $value;
			}
		}
		$json   = isset( $route['body'] ) ? self::body( $request, $route['body'] ) : null;
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
	 * @param Request      $request The call.
	 * @param list<string> $fields  The allow-list.
	 */
	private static function body( WP_REST_Request $request, array $fields ): string {
		$sent    = json_decode( $request->get_body() );
		$allowed = array_intersect_key( is_object( $sent ) ? get_object_vars( $sent ) : array(), array_flip( $fields ) );
		return (string) wp_json_encode( (object) $allowed, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}
}
