<?php
/**
 * An agent's own presence, as the service keeps it.
 *
 * @package Rappel
 */

namespace Rappel\Personal;

use Rappel\Agents\Agent_Sync;
use Rappel\Connection\Pairing;
use Rappel\Instant;
use Rappel\Language;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Presence is a status until an instant (contract/src/agent.ts: presenceSchema): once it has passed, it is offline, whatever is stored.
 */
final class Own_Presence {

	public const ONLINE  = 'online';
	public const AWAY    = 'away';
	public const OFFLINE = 'offline';

	public const STATUSES = array( self::ONLINE, self::AWAY, self::OFFLINE );

	/** Bookings are counted up to here. */
	public const MAXIMUM_COUNTED = 100;

	/**
	 * Made by `of`.
	 *
	 * @param string      $status     One of STATUSES.
	 * @param string|null $until      It is offline from then on; null: it is, or no channel of theirs ever closes.
	 * @param bool        $in_hours   A channel of theirs is open now.
	 * @param string|null $opens_at   When the next opening period begins; null: not soon.
	 * @param string|null $missed_at  They missed a call then and were made away for it.
	 * @param bool        $has_number They can be called.
	 */
	private function __construct(
		public readonly string $status,
		public readonly ?string $until,
		public readonly bool $in_hours,
		public readonly ?string $opens_at,
		public readonly ?string $missed_at,
		public readonly bool $has_number
	) {}

	/**
	 * Of an agent.
	 *
	 * @param array<string, mixed> $agent contract/src/agent.ts: agentSchema.
	 */
	public static function of( array $agent ): self {
		$presence = Read::map( $agent, 'presence' );
		$until    = Read::text_or_null( $presence, 'until' );
		$status   = Read::text( $presence, 'status' );
		$is_over  = null !== $until && ( Instant::seconds( $until ) ?? 0 ) <= time();
		$is_off   = $is_over || ! in_array( $status, array( self::ONLINE, self::AWAY ), true );
		return new self(
			$is_off ? self::OFFLINE : $status,
			$is_off ? null : $until,
			Read::truth( $agent, 'isInHours' ),
			Read::text_or_null( $agent, 'opensAt' ),
			Read::text_or_null( $agent, 'missedCallAt' ),
			'' !== Read::text( $agent, 'number' )
		);
	}

	/**
	 * As it is now; their page is open before them.
	 *
	 * @param int $user_id Whose.
	 */
	public static function read( int $user_id ): self|WP_Error {
		return self::ask( $user_id, 'POST', 'sightings', array() );
	}

	/**
	 * Sets it. From their personal page it is left alone when no page is open.
	 *
	 * @param int                    $user_id Whose.
	 * @param string                 $status  One of STATUSES.
	 * @param 'page'|'personal_page' $from    Where.
	 */
	public static function set( int $user_id, string $status, string $from = 'personal_page' ): self|WP_Error {
		if ( ! in_array( $status, self::STATUSES, true ) ) {
			return self::read( $user_id );
		}
		return self::ask(
			$user_id,
			'PUT',
			'presence',
			array(
				'status' => $status,
				'from'   => $from,
			)
		);
	}

	/**
	 * When the bookings are that they may be called for, the soonest first; at most MAXIMUM_COUNTED. Empty too while the service
	 * does not say.
	 *
	 * @param int $user_id Whose.
	 * @return list<string>
	 */
	public static function next_bookings( int $user_id ): array {
		$connection = Pairing::ensure();
		$query      = array(
			'only'      => 'booked',
			'state'     => 'scheduled',
			'visibleTo' => (string) $user_id,
			'limit'     => (string) self::MAXIMUM_COUNTED,
		);
		$answer     = null === $connection ? array() : Service_Client::call( $connection, 'GET', '/v1/callback-requests', null, $query );
		$times      = array_map( static fn( mixed $request ): string => Read::text( $request, 'bookedFor' ), is_wp_error( $answer ) ? array() : Read::items( $answer, 'requests' ) );
		$times      = array_values( array_filter( $times, static fn( string $time ): bool => '' !== $time ) );
		sort( $times );
		return $times;
	}

	/**
	 * Asks the service about one agent, whom it knows from then on.
	 *
	 * @param int                   $user_id Whose.
	 * @param 'POST'|'PUT'          $method  HTTP method.
	 * @param string                $what    After the agent's address.
	 * @param array<string, string> $body    What is told.
	 */
	private static function ask( int $user_id, string $method, string $what, array $body ): self|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		Agent_Sync::introduce( $user_id );
		$answer = Service_Client::call( $connection, $method, "/v1/agents/$user_id/$what", (string) wp_json_encode( (object) $body ), array(), Language::current() );
		return is_wp_error( $answer ) ? $answer : self::of( $answer );
	}
}
