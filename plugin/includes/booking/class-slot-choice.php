<?php
/**
 * Lists to choose a day and a time from.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Page\Markup;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Days are links, times are one group of radio buttons (contract/src/booking.ts: slotsSchema).
 */
final class Slot_Choice {

	/**
	 * The days that have a free time, and the ways to earlier and later ones.
	 *
	 * @param array<string, mixed> $slots The service's answer.
	 * @param string               $token The link's.
	 */
	public static function days( array $slots, string $token ): string {
		$items = array();
		foreach ( Read::items( $slots, 'days' ) as $day ) {
			$count   = count( Read::items( $day, 'slots' ) );
			$items[] = Markup::link(
				Booking_Address::of(
					$token,
					array(
						Booking_Address::STEP => Booking_Address::TIMES,
						Booking_Address::DAY  => Read::text( $day, 'date' ),
					)
				),
				sprintf(
					/* translators: 1: a day, "Tuesday 1 December", 2: number of free times */
					_n( '%1$s: %2$d free time', '%1$s: %2$d free times', $count, 'rappel' ),
					Read::text( $day, 'label' ),
					$count
				)
			);
		}
		if ( array() === $items ) {
			return Markup::paragraph( __( 'No time is free at the moment. Please come back a little later.', 'rappel' ) ) . self::other_days( $slots, $token );
		}
		return '<ul class="rappel-page__days"><li>' . implode( '</li><li>', $items ) . '</li></ul>' . self::other_days( $slots, $token );
	}

	/**
	 * Times as radio buttons.
	 *
	 * @param string      $legend What they are times of, plain.
	 * @param list<mixed> $slots  Slots; with `dayLabel` where they stand outside a day.
	 */
	public static function times( string $legend, array $slots ): string {
		$choices = '';
		foreach ( $slots as $slot ) {
			$day   = Read::text( $slot, 'dayLabel' );
			$label = Read::text( $slot, 'label' );
			/* translators: 1: a day, "Tuesday 1 December", 2: a time of day, "14:00" */
			$label    = '' === $day ? $label : sprintf( __( '%1$s at %2$s', 'rappel' ), $day, $label );
			$company  = Read::text( $slot, 'companyLabel' );
			$choices .= sprintf(
				'<label><input type="radio" name="%s" value="%s" required /> <span>%s%s</span></label>',
				esc_attr( Booking_Post::SLOT ),
				esc_attr( Read::text( $slot, 'startsAt' ) ),
				esc_html( $label ),
				'' === $company ? '' : sprintf( ' <small>%s</small>', esc_html( $company ) )
			);
		}
		return sprintf( '<fieldset class="rappel-page__times"><legend>%s</legend>%s</fieldset>', esc_html( $legend ), $choices );
	}

	/**
	 * The ways to earlier and later days.
	 *
	 * @param array<string, mixed> $slots The service's answer.
	 * @param string               $token The link's.
	 */
	private static function other_days( array $slots, string $token ): string {
		$link = static fn( string $date, string $label ): string => '' === $date ? '' : Markup::link(
			Booking_Address::of(
				$token,
				array(
					Booking_Address::STEP => Booking_Address::DAYS,
					Booking_Address::FROM => $date,
				)
			),
			$label
		);
		return Markup::actions(
			array(
				$link( Read::text( $slots, 'previousDate' ), __( 'Earlier days', 'rappel' ) ),
				$link( Read::text( $slots, 'nextDate' ), __( 'Later days', 'rappel' ) ),
			)
		);
	}
}
