<?php
/**
 * What a visitor is told while WordPress answers for the service.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

use Rappel\Instant;
use Rappel\Language;
use Rappel\Outbox\Kept_Request;
use Rappel\Outbox\Outbox;

defined( 'ABSPATH' ) || exit;

/**
 * VisitorStatus of contract/src/callback-request.ts, for a row of the outbox.
 */
final class Visitor_Status {

	private const POLL_AFTER_MILLISECONDS = 5000;

	/**
	 * The state of a row.
	 *
	 * @param Kept_Request $kept The row.
	 * @return array<string, mixed>
	 */
	public static function of( Kept_Request $kept ): array {
		return Language::speak(
			$kept->language,
			static fn(): array => match ( $kept->state ) {
				Outbox::KEPT      => self::make( $kept, 'kept', self::promise( $kept ) ),
				Outbox::CANCELLED => self::make( $kept, 'cancelled', __( 'Your request is cancelled. Nobody will call you.', 'rappel' ) ),
				default           => self::make( $kept, 'failed', $kept->problem ),
			}
		);
	}

	/**
	 * What becomes of a kept request.
	 *
	 * @param Kept_Request $kept The row.
	 */
	private static function promise( Kept_Request $kept ): string {
		if ( '' === $kept->slot() ) {
			return __( 'Your request is kept. We will call you back as soon as our phone service answers again; you can leave this page.', 'rappel' );
		}
		return sprintf(
			/* translators: %s: a day and time */
			__( 'We kept your request for %s and confirm it as soon as possible; you can leave this page.', 'rappel' ),
			Said_Time::of( $kept->slot(), $kept->time_zone() )
		);
	}

	/**
	 * Fills the shape.
	 *
	 * @param Kept_Request $kept    The row.
	 * @param string       $state   One of the contract's visitorStates.
	 * @param string       $message A sentence.
	 * @return array<string, mixed>
	 */
	private static function make( Kept_Request $kept, string $state, string $message ): array {
		$waits = Outbox::KEPT === $kept->state;
		return array(
			'key'                   => $kept->key,
			'state'                 => $state,
			'message'               => $message,
			'numberShown'           => $kept->number,
			'callerIdShown'         => null,
			'place'                 => null,
			// Not before the service has booked it.
			'dueAt'                 => null,
			'booking'               => null,
			'canCancel'             => $waits,
			'final'                 => ! $waits,
			'pollAfterMilliseconds' => $waits ? self::POLL_AFTER_MILLISECONDS : 0,
			'updatedAt'             => Instant::now(),
		);
	}
}
