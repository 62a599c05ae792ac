<?php
/**
 * Which requests WordPress keeps.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

use Rappel\Channels\Channel_Copy;
use Rappel\Channels\Opening_Hours;
use Rappel\Instant;
use Rappel\Outbox\Outbox;
use Rappel\Problems;
use Rappel\Read;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * While the service is away nobody checks the number, so only what could not be a request is refused; the service decides at
 * delivery. A limit for each address and one for the table keep a flood from filling the database.
 *
 * @phpstan-import-type Channel from Channel_Copy
 */
final class Keeping_Rules {

	private const PER_ADDRESS_PER_HOUR = 20;
	private const ALTOGETHER           = 5000;
	/** The longest booking window (contract/src/booking.ts: windowDays), and a day for clocks. */
	private const FARTHEST_SLOT_SECONDS = 366 * DAY_IN_SECONDS;

	/**
	 * Why a request is not kept; null when it is.
	 *
	 * @param array<string, mixed> $create contract/src/callback-request.ts: createRequestSchema.
	 */
	public static function refusal( array $create ): ?WP_Error {
		$channel = Channel_Copy::find( Read::text( $create, 'channelId' ) );
		if ( null === $channel ) {
			return Problems::own( 'channel_not_found' );
		}
		if ( 'live' !== $channel['state'] ) {
			return Problems::own( 'paused' === $channel['state'] ? 'channel_paused' : 'channel_incomplete' );
		}
		$code = self::time_refusal( $channel, Read::text_or_null( $create, 'slot' ) );
		if ( null !== $code ) {
			return Problems::own( $code );
		}
		if ( Read::truth( $channel['form'], 'consentRequired' ) && ! Read::truth( $create, 'consent' ) ) {
			return Problems::own( 'consent_missing', array( 'field' => 'consent' ) );
		}
		if ( ! self::could_be_a_number( Read::text( $create, 'number' ) ) ) {
			return Problems::own( 'number_invalid', array( 'field' => 'number' ) );
		}
		if ( Outbox::count_from( Read::text( $create, 'visitorAddress' ) ) >= self::PER_ADDRESS_PER_HOUR ) {
			return Problems::own( 'too_many_for_address' );
		}
		return Outbox::count_kept() >= self::ALTOGETHER ? Problems::own( 'service_unavailable' ) : null;
	}

	/**
	 * Why the time that the visitor wants cannot be; null when it can, as far as WordPress knows: whether a slot is free is for
	 * the service to say.
	 *
	 * @param Channel     $channel From the copy.
	 * @param string|null $slot    Null: now.
	 */
	private static function time_refusal( array $channel, ?string $slot ): ?string {
		if ( null === $slot ) {
			if ( 'deferred' === $channel['callTypes'] ) {
				return 'immediate_not_offered';
			}
			return Opening_Hours::are_open( $channel['openingHours'], Instant::local() ) ? null : 'channel_closed';
		}
		if ( 'immediate' === $channel['callTypes'] ) {
			return 'booking_not_offered';
		}
		$ahead = (int) Instant::seconds( $slot ) - time();
		return $ahead > 0 && $ahead < self::FARTHEST_SLOT_SECONDS ? null : 'slot_not_offered';
	}

	/**
	 * Six to fifteen digits with the signs that people put between them.
	 *
	 * @param string $number As typed.
	 */
	private static function could_be_a_number( string $number ): bool {
		$digits = strlen( (string) preg_replace( '/\D/', '', $number ) );
		return 1 === preg_match( '/^\+?[\d\s().\/\-\x{00A0}\x{202F}\x{2010}-\x{2015}]+$/u', $number ) && $digits >= 6 && $digits <= 15;
	}
}
