<?php
/**
 * The free times of a channel, for a form that is used without JavaScript.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Read;
use Rappel\Visitor\Free_Slots;

defined( 'ABSPATH' ) || exit;

/**
 * Asked for by the page to which the deferred button leads, which no cache stores. By the site's clock: without a script nobody
 * knows the visitor's.
 */
final class Slot_List {

	/** The most that the service tells at once. */
	private const DAYS = 31;

	/**
	 * What the service answered.
	 *
	 * @param list<array{label: string, slots: list<array{starts_at: string, label: string}>}> $days      Days that have free slots.
	 * @param string                                                                           $next_date The first date after these; '' for none.
	 * @param string                                                                           $problem   Why there are none, as a sentence; '' when there are.
	 */
	private function __construct(
		public readonly array $days,
		public readonly string $next_date,
		public readonly string $problem
	) {}

	/**
	 * The free times.
	 *
	 * @param string $channel_id The channel.
	 * @param string $from       From this date on, "2026-12-01"; '' from the first.
	 * @param string $language   One that the service speaks.
	 */
	public static function of_channel( string $channel_id, string $from, string $language ): self {
		$query  = array( 'days' => (string) self::DAYS ) + ( '' === $from ? array() : array( 'from' => $from ) );
		$answer = Free_Slots::of( $channel_id, $query, $language );
		if ( is_wp_error( $answer ) ) {
			return new self( array(), '', $answer->get_error_message() );
		}
		$days = array_map( array( self::class, 'day' ), Read::items( $answer, 'days' ) );
		return new self(
			$days,
			Read::text( $answer, 'nextDate' ),
			array() === $days ? __( 'No time is free at the moment. Please come back a little later.', 'rappel' ) : ''
		);
	}

	/**
	 * One day.
	 *
	 * @param mixed $day contract/src/booking.ts: slotsSchema.
	 * @return array{label: string, slots: list<array{starts_at: string, label: string}>}
	 */
	private static function day( mixed $day ): array {
		return array(
			'label' => Read::text( $day, 'label' ),
			'slots' => array_map(
				static fn( mixed $slot ): array => array(
					'starts_at' => Read::text( $slot, 'startsAt' ),
					'label'     => Read::text( $slot, 'label' ),
				),
				Read::items( $day, 'slots' )
			),
		);
	}
}
