<?php
/**
 * Tells the owner of a booking that came too late.
 *
 * @package Rappel
 */

namespace Rappel\Outbox;

use Rappel\Language;
use Rappel\Visitor\Said_Time;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * A visitor chose a time while the service was away, and left. When the service is back and that time is gone, nobody is in
 * front of a page to choose another one: the owner gets the number, so that the lead is not lost.
 */
final class Refused_Booking_Alert {

	/**
	 * What says that the time, and not the visitor, is at fault.
	 */
	private const CODES = array( 'slot_taken', 'slot_not_offered', 'booking_not_offered', 'channel_paused', 'channel_not_found', 'channel_incomplete' );

	/**
	 * Sends the e-mail; in the site's language.
	 *
	 * @param Kept_Request $kept    As it was before it was refused.
	 * @param WP_Error     $refusal The service's.
	 */
	public static function send( Kept_Request $kept, WP_Error $refusal ): void {
		$to = get_option( 'admin_email' );
		if ( '' === $kept->slot() || ! in_array( $refusal->get_error_code(), self::CODES, true ) || ! is_string( $to ) || '' === $to ) {
			return;
		}
		Language::speak(
			Language::nearest( get_locale() ),
			static fn(): bool => wp_mail( $to, self::subject(), self::text( $kept ) )
		);
	}

	/**
	 * The subject.
	 */
	private static function subject(): string {
		return sprintf(
			/* translators: %s: name of the site */
			__( '[%s] A callback could not be booked: please call this visitor', 'rappel' ),
			html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' )
		);
	}

	/**
	 * The text.
	 *
	 * @param Kept_Request $kept The row.
	 */
	private static function text( Kept_Request $kept ): string {
		$lines = array(
			/* translators: %s: a day and time */
			sprintf( __( 'A visitor asked to be called back on %s while WordPress could not reach the Rappel service. That time can no longer be booked, and the visitor was promised an answer.', 'rappel' ), Said_Time::of( $kept->slot() ) ),
			/* translators: %s: a phone number */
			sprintf( __( 'Number: %s', 'rappel' ), $kept->number ),
		);
		if ( '' !== $kept->name() ) {
			/* translators: %s: the visitor's name */
			$lines[] = sprintf( __( 'Name: %s', 'rappel' ), $kept->name() );
		}
		if ( '' !== $kept->note() ) {
			/* translators: %s: what the visitor wrote */
			$lines[] = sprintf( __( 'Note: %s', 'rappel' ), $kept->note() );
		}
		return implode( "\n\n", $lines ) . "\n";
	}
}
