<?php
/**
 * A page's first guess at the hours.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use PHPUnit\Framework\TestCase;
use Rappel\Channels\Opening_Hours;

/**
 * Weekly ranges by the wall clock [S08].
 */
final class Opening_Hours_Test extends TestCase {

	private const WEEK = array(
		array(
			'day'  => 1,
			'from' => '09:00',
			'to'   => '12:00',
		),
		array(
			'day'  => 1,
			'from' => '14:00',
			'to'   => '24:00',
		),
		array(
			'day'  => 5,
			'from' => '22:00',
			'to'   => '02:00',
		),
		array(
			'day'  => 6,
			'from' => '20:00',
			'to'   => '20:00',
		),
	);

	/**
	 * Local times; 23 November 2026 is a Monday.
	 *
	 * @return array<string, array{string, bool}>
	 */
	public static function moments(): array {
		return array(
			'Monday before opening'                 => array( '2026-11-23 08:59', false ),
			'Monday at opening'                     => array( '2026-11-23 09:00', true ),
			'Monday at noon, closed'                => array( '2026-11-23 12:00', false ),
			'Monday to the last minute'             => array( '2026-11-23 23:59', true ),
			'Tuesday at midnight'                   => array( '2026-11-24 00:00', false ),
			'Friday night'                          => array( '2026-11-27 23:00', true ),
			'Saturday, still Friday\'s night'       => array( '2026-11-28 01:59', true ),
			'Saturday, after it'                    => array( '2026-11-28 02:00', false ),
			'Saturday evening, a range of 24 hours' => array( '2026-11-28 20:00', true ),
			'Sunday, in its last minute'            => array( '2026-11-29 19:59', true ),
			'Sunday, after it'                      => array( '2026-11-29 20:00', false ),
		);
	}

	/**
	 * @dataProvider moments
	 * @testdox $_dataName [S08]
	 *
	 * @param string $local   Wall clock.
	 * @param bool   $is_open Expected.
	 */
	public function test_moment( string $local, bool $is_open ): void {
		self::assertSame( $is_open, Opening_Hours::are_open( array( 'weekly' => self::WEEK ), new \DateTimeImmutable( $local, new \DateTimeZone( 'Europe/Paris' ) ) ) );
	}

	/**
	 * Days that are not like the week; 24 December 2026 is a Thursday.
	 *
	 * @return array<string, array{string, bool}>
	 */
	public static function other_moments(): array {
		return array(
			'an exception opens a day of its own'    => array( '2026-12-24 10:00', true ),
			'and closes the rest of it'              => array( '2026-12-24 15:00', false ),
			'one without ranges closes its day'      => array( '2026-11-23 10:00', false ),
			'its night goes past midnight'           => array( '2026-12-25 00:30', true ),
			'a pause closes what an exception opens' => array( '2026-12-24 11:30', false ),
			'a pause ends'                           => array( '2026-12-24 12:00', true ),
		);
	}

	/**
	 * @dataProvider other_moments
	 * @testdox $_dataName [S07]
	 *
	 * @param string $local   Wall clock.
	 * @param bool   $is_open Expected.
	 */
	public function test_exceptions_and_pauses( string $local, bool $is_open ): void {
		$range = static fn( string $from, string $to ): array => compact( 'from', 'to' );
		$hours = array(
			'weekly'     => self::WEEK,
			'exceptions' => array(
				array(
					'date'   => '2026-11-23',
					'ranges' => array(),
				),
				array(
					'date'   => '2026-12-24',
					'ranges' => array( $range( '09:00', '13:00' ), $range( '22:00', '01:00' ) ),
				),
			),
			'pauses'     => array( $range( '2026-12-24T11:00', '2026-12-24T12:00' ) ),
		);

		self::assertSame( $is_open, Opening_Hours::are_open( $hours, new \DateTimeImmutable( $local, new \DateTimeZone( 'Europe/Paris' ) ) ) );
	}

	/**
	 * @testdox always open, and never when nothing is said
	 */
	public function test_always_and_never(): void {
		$now = new \DateTimeImmutable();

		self::assertTrue(
			Opening_Hours::are_open(
				array(
					'always' => true,
					'weekly' => array(),
				),
				$now
			)
		);
		self::assertFalse( Opening_Hours::are_open( array(), $now ) );
	}
}
