<?php
/**
 * Whether a channel is open.
 *
 * @package Rappel
 */

namespace Rappel\Channels;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * The first guess of a page, by the wall clock; the service decides (contract/src/opening-hours.ts: openingHoursSchema), which
 * also knows public holidays.
 */
final class Opening_Hours {

	/**
	 * Open at an instant?
	 *
	 * @param array<string, mixed> $hours `always`, `weekly` ranges (day 1, Monday, to 7; from and to as "09:30"), `exceptions`
	 *                                    (dates with ranges of their own), `pauses` (moments of the wall clock). A range
	 *                                    that ends at or before its start goes on into the next day.
	 * @param \DateTimeImmutable   $local The instant in the site's time zone.
	 */
	public static function are_open( array $hours, \DateTimeImmutable $local ): bool {
		if ( self::are_paused( $hours, $local->format( 'Y-m-d\TH:i' ) ) ) {
			return false;
		}
		$time = $local->format( 'H:i' );
		foreach ( self::ranges( $hours, $local ) as $range ) {
			$from = Read::text( $range, 'from' );
			$to   = Read::text( $range, 'to' );
			if ( $time >= $from && ( $to <= $from || $time < $to ) ) {
				return true;
			}
		}
		foreach ( self::ranges( $hours, $local->modify( '-1 day' ) ) as $range ) {
			$to = Read::text( $range, 'to' );
			if ( $to <= Read::text( $range, 'from' ) && $time < $to ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Closed between two moments?
	 *
	 * @param array<string, mixed> $hours  The opening hours.
	 * @param string               $moment "2026-12-01T09:30".
	 */
	private static function are_paused( array $hours, string $moment ): bool {
		foreach ( Read::items( $hours, 'pauses' ) as $pause ) {
			if ( $moment >= Read::text( $pause, 'from' ) && $moment < Read::text( $pause, 'to' ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The ranges that start on a day: of its exception, else of the week.
	 *
	 * @param array<string, mixed> $hours The opening hours.
	 * @param \DateTimeImmutable   $day   In the site's time zone.
	 * @return list<mixed>
	 */
	private static function ranges( array $hours, \DateTimeImmutable $day ): array {
		foreach ( Read::items( $hours, 'exceptions' ) as $exception ) {
			if ( Read::text( $exception, 'date' ) === $day->format( 'Y-m-d' ) ) {
				return Read::items( $exception, 'ranges' );
			}
		}
		if ( Read::truth( $hours, 'always' ) ) {
			return array(
				array(
					'from' => '00:00',
					'to'   => '24:00',
				),
			);
		}
		$number = (int) $day->format( 'N' );
		return array_values( array_filter( Read::items( $hours, 'weekly' ), static fn( mixed $range ): bool => Read::integer( $range, 'day' ) === $number ) );
	}
}
