<?php
/**
 * What is forwarded about agents.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Agents\Agent_Sync;
use Rappel\Capabilities;
use Rappel\Read;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * What is their own is everybody's who takes callbacks; a colleague's presence is for who supervises, their hours for who manages.
 *
 * @phpstan-import-type Route from Forwarder
 * @phpstan-import-type Request from Forwarder
 */
final class Team_Table {

	/**
	 * Its lines.
	 *
	 * @return list<Route>
	 */
	public static function routes(): array {
		return array( ...self::presence(), ...self::profile() );
	}

	/**
	 * Who is there.
	 *
	 * @return list<Route>
	 */
	private static function presence(): array {
		$id = array( 'userId' => Arguments::user_id() );
		return array(
			array(
				'method'     => 'GET',
				'path'       => '/agents',
				'capability' => static fn(): bool => Viewer::sees_team() || Viewer::sees_requests(),
				'service'    => '/v1/agents',
				'args'       => array(),
				'shown'      => static fn( array $answer ): array => self::visible_agents( Read::as_map( $answer ) ),
			),
			array(
				'method'     => 'PUT',
				'path'       => self::agent() . '/presence',
				'capability' => static fn( WP_REST_Request $request ): bool => Viewer::supervises() || Viewer::is_own( $request ),
				'service'    => '/v1/agents/{userId}/presence',
				'args'       => $id + Schemas::body( 'savePresence', array( 'byUserId', 'from' ) ),
				'body'       => array( 'status' ),
				'own_body'   => static fn(): array => array(
					'byUserId' => get_current_user_id(),
					'from'     => 'page',
				),
				'before'     => array( self::class, 'introduce' ),
			),
			array(
				'method'     => 'POST',
				'path'       => self::agent() . '/sightings',
				'capability' => static fn( WP_REST_Request $request ): bool => Viewer::is_own( $request ),
				'service'    => '/v1/agents/{userId}/sightings',
				'args'       => $id,
				'body'       => array(),
				'before'     => array( self::class, 'introduce' ),
				'status'     => 200,
			),
			array(
				'method'     => 'GET',
				'path'       => '/presence-log',
				'capability' => Capabilities::SUPERVISE,
				'service'    => '/v1/presence-log',
				'args'       => Schemas::query( 'presenceLogQuery' ),
				'query'      => array( 'userId', 'cursor', 'limit' ),
			),
		);
	}

	/**
	 * What is kept about an agent.
	 *
	 * @return list<Route>
	 */
	private static function profile(): array {
		$id     = array( 'userId' => Arguments::user_id() );
		$theirs = static fn( WP_REST_Request $request ): bool => Viewer::is_own( $request ) || current_user_can( 'edit_user', Read::integer( $request->get_url_params(), 'userId' ) ) && current_user_can( 'edit_users' );
		return array(
			array(
				'method'     => 'PUT',
				'path'       => self::agent() . '/hours',
				'capability' => static fn( WP_REST_Request $request ): bool => current_user_can( Capabilities::MANAGE_CHANNELS ) || Viewer::is_own( $request ),
				'service'    => '/v1/agents/{userId}/hours',
				'args'       => $id + Schemas::body( 'saveAgentHours' ),
				'body'       => array( 'weekly', 'leave' ),
			),
			array(
				'method'     => 'PUT',
				'path'       => self::agent() . '/alerts',
				'capability' => $theirs,
				'service'    => '/v1/agents/{userId}/alerts',
				'args'       => $id + Schemas::body( 'saveAlertSettings' ),
				'body'       => array( 'missedCall', 'failedBooking', 'dailyReport', 'opening' ),
				'before'     => array( self::class, 'introduce' ),
			),
			array(
				'method'     => 'POST',
				'path'       => self::agent() . '/test-calls',
				'capability' => $theirs,
				'service'    => '/v1/agents/{userId}/test-calls',
				'args'       => $id + Schemas::body( 'testCall' ),
				'body'       => array( 'language' ),
				'status'     => 204,
			),
		);
	}

	/**
	 * Whoever may take callbacks is known to the service from the moment they do something there, with a number or without.
	 *
	 * @param Request $request The call; the user is in its address.
	 */
	public static function introduce( WP_REST_Request $request ): void {
		Agent_Sync::introduce( Read::integer( $request->get_url_params(), 'userId' ) );
	}

	/**
	 * The same for whoever is at the screen.
	 */
	public static function introduce_viewer(): void {
		Agent_Sync::introduce( get_current_user_id() );
	}

	/**
	 * The agents that the person at the screen may see: an agent sees themselves only.
	 *
	 * @param array<string, mixed> $answer contract/src/agent.ts: agentListSchema.
	 * @return array<string, mixed>
	 */
	private static function visible_agents( array $answer ): array {
		if ( Viewer::sees_team() ) {
			return $answer;
		}
		$is_own = static fn( mixed $agent ): bool => get_current_user_id() === Read::integer( $agent, 'userId' );
		return array( 'agents' => array_values( array_filter( Read::items( $answer, 'agents' ), $is_own ) ) );
	}

	/**
	 * The address of one agent.
	 *
	 * @return non-falsy-string
	 */
	private static function agent(): string {
		return '/agents/(?P<userId>\d+)';
	}
}
