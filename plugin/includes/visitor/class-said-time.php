<?php
/**
 * A time as people say it.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

use Rappel\Instant;

defined( 'ABSPATH' ) || exit;

/**
 * As the service says it, for times that it could not say: "Tuesday, December 1 at 2:00 pm", and both clocks where the visitor's differs
 * then. Names of days and months are the plugin's own, since WordPress need not be installed in the visitor's language.
 */
final class Said_Time {

	/**
	 * Says a time in the language that gettext speaks now.
	 *
	 * @param string $instant      UTC, ISO 8601.
	 * @param string $visitor_zone The visitor's IANA zone; '' when it is not known.
	 * @return string '' when it is no instant.
	 */
	public static function of( string $instant, string $visitor_zone = '' ): string {
		$seconds = Instant::seconds( $instant );
		if ( null === $seconds ) {
			return '';
		}
		$ours   = ( new \DateTimeImmutable( "@$seconds" ) )->setTimezone( wp_timezone() );
		$theirs = self::in_zone( $ours, $visitor_zone );
		if ( $theirs->getOffset() === $ours->getOffset() ) {
			return self::day_and_time( $ours );
		}
		return sprintf(
			/* translators: 1: day and time, 2: whose clock, as in "Paris time", 3: time by the visitor's clock */
			__( '%1$s %2$s (%3$s where you are)', 'rappel' ),
			self::day_and_time( $ours ),
			self::clock( $ours->getTimezone()->getName() ),
			$theirs->format( 'Y-m-d' ) === $ours->format( 'Y-m-d' ) ? self::time( $theirs ) : self::day_and_time( $theirs )
		);
	}

	/**
	 * Says a time by the site's clock: with its day, unless that is today.
	 *
	 * @param string $instant UTC, ISO 8601.
	 * @return string '' when it is no instant.
	 */
	public static function shortly( string $instant ): string {
		$seconds = Instant::seconds( $instant );
		if ( null === $seconds ) {
			return '';
		}
		$local = ( new \DateTimeImmutable( "@$seconds" ) )->setTimezone( wp_timezone() );
		return $local->format( 'Y-m-d' ) === Instant::local()->format( 'Y-m-d' ) ? self::time( $local ) : self::day_and_time( $local );
	}

	/**
	 * The same moment by another clock; unchanged when there is no such zone.
	 *
	 * @param \DateTimeImmutable $at   The moment.
	 * @param string             $zone An IANA name or an offset.
	 */
	private static function in_zone( \DateTimeImmutable $at, string $zone ): \DateTimeImmutable {
		try {
			return '' === $zone ? $at : $at->setTimezone( new \DateTimeZone( $zone ) );
		} catch ( \Exception $unknown ) {
			return $at;
		}
	}

	/**
	 * "Tuesday, December 1 at 2:00 pm".
	 *
	 * @param \DateTimeImmutable $local By the clock that it is said in.
	 */
	private static function day_and_time( \DateTimeImmutable $local ): string {
		/* translators: 1: day, 2: time of day */
		return sprintf( __( '%1$s at %2$s', 'rappel' ), self::day( $local ), self::time( $local ) );
	}

	/**
	 * "Tuesday, December 1".
	 *
	 * @param \DateTimeImmutable $local By the clock that it is said in.
	 */
	private static function day( \DateTimeImmutable $local ): string {
		$weekday = self::weekdays()[ (int) $local->format( 'N' ) - 1 ];
		$month   = self::months()[ (int) $local->format( 'n' ) - 1 ];
		$number  = (int) $local->format( 'j' );
		if ( 1 === $number ) {
			/* translators: 1: day of the week, 2: month; the first day of it */
			return sprintf( __( '%1$s, %2$s 1', 'rappel' ), $weekday, $month );
		}
		/* translators: 1: day of the week, 2: month, 3: day of the month */
		return sprintf( __( '%1$s, %2$s %3$d', 'rappel' ), $weekday, $month, $number );
	}

	/**
	 * "2:00 pm".
	 *
	 * @param \DateTimeImmutable $local By the clock that it is said in.
	 */
	private static function time( \DateTimeImmutable $local ): string {
		return $local->format(
			'00' === $local->format( 'i' )
				? _x( 'g:i a', 'PHP format of a time on the hour', 'rappel' )
				: _x( 'g:i a', 'PHP format of a time', 'rappel' )
		);
	}

	/**
	 * "Paris time".
	 *
	 * @param string $zone An IANA name or an offset.
	 */
	private static function clock( string $zone ): string {
		$city = str_contains( $zone, '/' ) ? str_replace( '_', ' ', substr( $zone, (int) strrpos( $zone, '/' ) + 1 ) ) : '';
		if ( '' === $city ) {
			return __( 'our time', 'rappel' );
		}
		if ( 1 === preg_match( '/^[AEIOUYH]/i', $city ) ) {
			/* translators: %s: a city whose name starts with a vowel or an h, before which some languages elide */
			return sprintf( _x( '%s time', 'before a vowel', 'rappel' ), $city );
		}
		/* translators: %s: a city */
		return sprintf( _x( '%s time', 'before a consonant', 'rappel' ), $city );
	}

	/**
	 * Monday first.
	 *
	 * @return list<string>
	 */
	private static function weekdays(): array {
		return array(
			_x( 'Monday', 'in a sentence', 'rappel' ),
			_x( 'Tuesday', 'in a sentence', 'rappel' ),
			_x( 'Wednesday', 'in a sentence', 'rappel' ),
			_x( 'Thursday', 'in a sentence', 'rappel' ),
			_x( 'Friday', 'in a sentence', 'rappel' ),
			_x( 'Saturday', 'in a sentence', 'rappel' ),
			_x( 'Sunday', 'in a sentence', 'rappel' ),
		);
	}

	/**
	 * January first.
	 *
	 * @return list<string>
	 */
	private static function months(): array {
		return array(
			_x( 'January', 'in a sentence', 'rappel' ),
			_x( 'February', 'in a sentence', 'rappel' ),
			_x( 'March', 'in a sentence', 'rappel' ),
			_x( 'April', 'in a sentence', 'rappel' ),
			_x( 'May', 'in a sentence', 'rappel' ),
			_x( 'June', 'in a sentence', 'rappel' ),
			_x( 'July', 'in a sentence', 'rappel' ),
			_x( 'August', 'in a sentence', 'rappel' ),
			_x( 'September', 'in a sentence', 'rappel' ),
			_x( 'October', 'in a sentence', 'rappel' ),
			_x( 'November', 'in a sentence', 'rappel' ),
			_x( 'December', 'in a sentence', 'rappel' ),
		);
	}
}
