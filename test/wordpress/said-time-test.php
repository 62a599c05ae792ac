<?php
/**
 * Times as people say them.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Language;
use Rappel\Visitor\Said_Time;

/**
 * While the service is away, WordPress says a time by itself; the site's clock is that of Paris.
 */
final class Said_Time_Test extends Site_Case {

	/**
	 * Sentences.
	 *
	 * @return array<string, array{string, string, string, string}>
	 */
	public static function times(): array {
		return array(
			'the same clock'            => array( 'en', '2026-12-01T13:00:00.000Z', 'Europe/Paris', 'Tuesday, December 1 at 2:00 pm' ),
			'no clock known'            => array( 'en', '2026-12-02T13:30:00.000Z', '', 'Wednesday, December 2 at 2:30 pm' ),
			'no such zone'              => array( 'en', '2026-12-02T13:30:00.000Z', 'Mars/Base', 'Wednesday, December 2 at 2:30 pm' ),
			'an hour apart'             => array( 'en', '2026-12-01T13:00:00.000Z', 'Europe/London', 'Tuesday, December 1 at 2:00 pm Paris time (1:00 pm where you are)' ),
			'the day before'            => array( 'en', '2026-12-01T00:30:00.000Z', 'America/Toronto', 'Tuesday, December 1 at 1:30 am Paris time (Monday, November 30 at 7:30 pm where you are)' ),
			'by the clocks of that day' => array( 'en', '2026-10-26T13:00:00.000Z', 'America/Toronto', 'Monday, October 26 at 2:00 pm Paris time (9:00 am where you are)' ),
			'in French, the first'      => array( 'fr', '2026-12-01T13:00:00.000Z', '', "mardi 1er\u{a0}décembre à 14\u{a0}h" ),
			'in French, by both clocks' => array( 'fr', '2026-08-20T13:05:00.000Z', 'Europe/London', "jeudi 20\u{a0}août à 15\u{a0}h\u{a0}05, heure de Paris (14\u{a0}h\u{a0}05 chez vous)" ),
		);
	}

	/**
	 * @dataProvider times
	 * @testdox $_dataName [N04]
	 *
	 * @param string $language In which it is said.
	 * @param string $instant  UTC.
	 * @param string $zone     The visitor's.
	 * @param string $said     Expected.
	 */
	public function test_said( string $language, string $instant, string $zone, string $said ): void {
		self::assertSame( $said, Language::speak( $language, static fn(): string => Said_Time::of( $instant, $zone ) ) );
	}
}
