<?php
/**
 * What is forwarded for requests, the Live dashboard and the results.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Read;
use Rappel\Visitor\Request_Key;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * An agent sees what waits and their own; whoever supervises sees all of it.
 *
 * @phpstan-import-type Route from Forwarder
 * @phpstan-import-type Request from Forwarder
 */
final class Request_Table {

	/** What an agent may do with a request; which ones are theirs to act on is for the service to say. */
	private const ACTIONS_OF_AGENTS = array( 'call_now', 'take', 'reschedule', 'cancel', 'handled' );

	/** The filter of requests (contract/src/callback-request.ts: requestFilterSchema), without `visibleTo`, which is told by WordPress. */
	public const FILTER = array( 'channelId', 'state', 'search', 'from', 'to', 'only', 'agentUserId' );

	/**
	 * Its lines.
	 *
	 * @return list<Route>
	 */
	public static function routes(): array {
		return array( ...self::requests(), ...self::live(), ...self::supervision() );
	}

	/**
	 * Requests, and what is done with them.
	 *
	 * @return list<Route>
	 */
	private static function requests(): array {
		return array(
			array(
				'method'     => 'GET',
				'path'       => '/callback-requests',
				'capability' => array( Viewer::class, 'sees_requests' ),
				'service'    => '/v1/callback-requests',
				'args'       => Schemas::query( 'listRequestsQuery', array( 'visibleTo' ) ),
				'query'      => array( ...self::FILTER, 'sort', 'cursor', 'limit' ),
				'own_query'  => array( Viewer::class, 'as_filter' ),
			),
			array(
				'method'     => 'GET',
				'path'       => self::request(),
				'capability' => array( Viewer::class, 'sees_requests' ),
				'service'    => '/v1/callback-requests/{requestId}',
				'args'       => array( 'requestId' => Arguments::id() ),
				'own_query'  => array( Viewer::class, 'as_filter' ),
			),
			array(
				'method'     => 'POST',
				'path'       => '/callback-requests/actions',
				'capability' => static fn( WP_REST_Request $request ): bool => self::may_act( $request ),
				'service'    => '/v1/callback-requests/actions',
				'args'       => Schemas::body( 'actOnRequests', array( 'by' ) ),
				'body'       => array( 'requestIds', 'action' ),
				'own_body'   => static fn(): array => array( 'by' => Viewer::as_body() ),
				'status'     => 200,
			),
		);
	}

	/**
	 * What the Live dashboard shows, and where its stream is.
	 *
	 * @return list<Route>
	 */
	private static function live(): array {
		return array(
			array(
				'method'     => 'GET',
				'path'       => '/live',
				'capability' => array( Viewer::class, 'sees_requests' ),
				'service'    => '/v1/live',
				'args'       => array(),
				'own_query'  => array( Viewer::class, 'as_query' ),
				'before'     => array( Team_Table::class, 'introduce_viewer' ),
			),
			array(
				'method'     => 'POST',
				'path'       => '/live-tokens',
				'capability' => array( Viewer::class, 'sees_requests' ),
				'service'    => '/v1/live-tokens',
				'args'       => array(),
				'body'       => array(),
				'own_body'   => array( Viewer::class, 'as_body' ),
				'before'     => array( Team_Table::class, 'introduce_viewer' ),
			),
		);
	}

	/**
	 * For whoever supervises alone.
	 *
	 * @return list<Route>
	 */
	private static function supervision(): array {
		$supervise = Capabilities::SUPERVISE;
		return array(
			array(
				'method'     => 'POST',
				'path'       => self::request() . '/supervision',
				'capability' => $supervise,
				'service'    => '/v1/callback-requests/{requestId}/supervision',
				'args'       => array( 'requestId' => Arguments::id() ) + Schemas::body( 'supervise', array( 'by' ) ),
				'body'       => array( 'mode' ),
				'own_body'   => static fn(): array => array( 'by' => Viewer::as_body() ),
				'before'     => array( Team_Table::class, 'introduce_viewer' ),
				'status'     => 200,
			),
			array(
				'method'     => 'GET',
				'path'       => '/blocked-numbers',
				'capability' => $supervise,
				'service'    => '/v1/blocked-numbers',
				'args'       => array(),
			),
			array(
				'method'     => 'DELETE',
				// The plus arrives encoded where the address carries the route, and plain where a parameter does.
				'path'       => '/blocked-numbers/(?P<number>(?:\+|%2[Bb])\d{6,15})',
				'capability' => $supervise,
				'service'    => '/v1/blocked-numbers/{number}',
				'args'       => array(
					'number' => array(
						'type'              => 'string',
						'required'          => true,
						'description'       => 'The number, E.164.',
						'sanitize_callback' => static fn( mixed $number ): string => is_string( $number ) ? rawurldecode( $number ) : '',
					),
				),
				'status'     => 204,
			),
			array(
				'method'     => 'GET',
				'path'       => '/results',
				'capability' => $supervise,
				'service'    => '/v1/results',
				'args'       => Schemas::query( 'resultsQuery' ),
				'query'      => array( 'from', 'to', 'groupBy', 'channelId' ),
			),
		);
	}

	/**
	 * Whoever supervises does anything; an agent does what is theirs to do.
	 *
	 * @param Request $request The call.
	 */
	private static function may_act( WP_REST_Request $request ): bool {
		$action = Read::text( Read::map( $request->get_json_params(), 'action' ), 'action' );
		return Viewer::supervises() || ( current_user_can( Capabilities::TAKE_CALLBACKS ) && in_array( $action, self::ACTIONS_OF_AGENTS, true ) );
	}

	/**
	 * The address of one request.
	 *
	 * @return non-falsy-string
	 */
	private static function request(): string {
		return '/callback-requests/(?P<requestId>' . Request_Key::PATTERN . ')';
	}
}
