<?php
/**
 * Instants as both sides of the wire write them.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

/**
 * UTC, ISO 8601 with milliseconds and Z, as in contract/src/primitives.ts.
 */
final class Instant {

	/**
	 * Writes an instant.
	 *
	 * @param \DateTimeInterface $at Any zone.
	 */
	public static function write( \DateTimeInterface $at ): string {
		return \DateTimeImmutable::createFromInterface( $at )->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s.v\Z' );
	}

	/**
	 * An instant as it is written here; null when the text is none.
	 *
	 * @param string $text ISO 8601 with a zone.
	 */
	public static function parse( string $text ): ?string {
		$seconds = self::seconds( $text );
		return null === $seconds ? null : self::write( new \DateTimeImmutable( "@$seconds" ) );
	}

	/**
	 * Seconds since 1970; null when the text is no instant.
	 *
	 * @param string $text ISO 8601 with a zone.
	 */
	public static function seconds( string $text ): ?int {
		$seconds = 1 === preg_match( '/^\d{4}-\d\d-\d\dT\d\d:\d\d/', $text ) ? strtotime( $text ) : false;
		return false === $seconds ? null : $seconds;
	}

	/**
	 * Now.
	 */
	public static function now(): string {
		return self::write( self::local() );
	}

	/**
	 * Now by the site's clock; the one place that reads it, besides `time()`.
	 */
	public static function local(): \DateTimeImmutable {
		$now = \DateTimeImmutable::createFromFormat( 'U.u', sprintf( '%.6F', microtime( true ) ) );
		return ( false === $now ? new \DateTimeImmutable() : $now )->setTimezone( wp_timezone() );
	}
}
