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
 * The first guess of a page, by the wall clock; the service decides (contract/src/channel.ts: openingHoursSchema).
 */
final class Opening_Hours {

	/**
	 * Open at an instant?
	 *
	 * @param array<string, mixed> $hours `always` and `weekly` ranges: day 1 (Monday) to 7, from and to as "09:30". A range
	 *                                    that ends at or before its start goes on into the next day.
	 * @param \DateTimeImmutable   $local The instant in the site's time zone.
	 */
	public static function are_open( array $hours, \DateTimeImmutable $local ): bool {
		if ( Read::truth( $hours, 'always' ) ) {
			return true;
		}
		$time      = $local->format( 'H:i' );
		$today     = (int) $local->format( 'N' );
		$yesterday = 1 === $today ? 7 : $today - 1;
		foreach ( Read::items( $hours, 'weekly' ) as $range ) {
			$day       = Read::integer( $range, 'day' );
			$from      = Read::text( $range, 'from' );
			$to        = Read::text( $range, 'to' );
			$overnight = $to <= $from;
			if ( $day === $today && $time >= $from && ( $overnight || $time < $to ) ) {
				return true;
			}
			if ( $overnight && $day === $yesterday && $time < $to ) {
				return true;
			}
		}
		return false;
	}
}
