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
	 * Now.
	 */
	public static function now(): string {
		return self::write( new \DateTimeImmutable() );
	}
}
