<?php
/**
 * What a visitor does with a booking.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Instant;
use Rappel\Language;
use Rappel\Page\Page_Note;
use Rappel\Problems;
use Rappel\Visitor\Visitor_Input;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Post, redirect, get: the page that follows asks the service what is booked now, so that it is true also when an answer was lost.
 * Whoever has the token may do it, and nobody else can send it: that is why there is no nonce.
 */
final class Booking_Post {

	/** The field that says what to do. */
	public const DO   = 'rappel_do';
	public const SLOT = 'rappel_slot';

	public const MOVE         = 'move';
	public const CANCEL       = 'cancel';
	public const STOP_TEXTS   = 'stop_texts';
	public const RESUME_TEXTS = 'resume_texts';

	/**
	 * Does it and sends the visitor to the page that shows it.
	 *
	 * @param string $token The link's.
	 */
	public static function act( string $token ): void {
		$deed = Visitor_Input::field( self::DO );
		match ( $deed ) {
			self::MOVE         => self::move( $token ),
			self::CANCEL       => self::follow( $token, $deed, Bookings::cancel( $token ) ),
			self::STOP_TEXTS   => self::follow( $token, $deed, Bookings::want_text_messages( $token, false ) ),
			self::RESUME_TEXTS => self::follow( $token, $deed, Bookings::want_text_messages( $token, true ) ),
			default            => self::go( $token ),
		};
	}

	/**
	 * Moves the booking; back to the times when that one could not be had.
	 *
	 * @param string $token The link's.
	 */
	private static function move( string $token ): void {
		$slot = Instant::parse( Visitor_Input::field( self::SLOT ) );
		$day  = Booking_Address::date( Visitor_Input::field( Booking_Address::DAY ) );
		if ( null === $slot ) {
			self::in_page_language( static fn() => Page_Note::saying( __( 'Please choose a time for the call.', 'rappel' ) )->keep( $token ) );
			self::go( $token, self::times_of( $day ) );
			return;
		}
		$answer  = Bookings::move( $token, $slot );
		$is_gone = is_wp_error( $answer ) && in_array( $answer->get_error_code(), array( 'slot_taken', 'slot_not_offered' ), true );
		self::follow( $token, self::MOVE, $answer, $is_gone ? self::times_of( $day ) : array() );
	}

	/**
	 * To the booking, with what was done or why it was not.
	 *
	 * @param string                        $token    The link's.
	 * @param string                        $deed     What was to be done.
	 * @param array<string, mixed>|WP_Error $answer   The service's.
	 * @param array<string, string>         $instead  The part of the page to show after a refusal.
	 */
	private static function follow( string $token, string $deed, array|WP_Error $answer, array $instead = array() ): void {
		if ( ! is_wp_error( $answer ) ) {
			self::go( $token, array( Booking_Address::TOLD => $deed ) );
			return;
		}
		$note = Problems::is_away( $answer )
			? self::in_page_language( static fn() => Page_Note::saying( __( 'We got no answer in time. What you see here is what is booked now; if it is not what you chose, please try again.', 'rappel' ) ) )
			: Page_Note::of( $answer );
		$note->keep( $token );
		self::go( $token, $instead );
	}

	/**
	 * The part of the page with the times of a day, or with the days.
	 *
	 * @param string $day "2026-12-01"; '' for none.
	 * @return array<string, string>
	 */
	private static function times_of( string $day ): array {
		return array(
			Booking_Address::STEP => '' === $day ? Booking_Address::DAYS : Booking_Address::TIMES,
			Booking_Address::DAY  => $day,
		);
	}

	/**
	 * Works in the language of the page that the form was on.
	 *
	 * @template T
	 * @param callable(): T $work Calls gettext.
	 * @return T
	 */
	private static function in_page_language( callable $work ): mixed {
		return Language::speak( Language::nearest( Visitor_Input::field( 'language' ), determine_locale() ), $work );
	}

	/**
	 * To the page.
	 *
	 * @param string                $token The link's.
	 * @param array<string, string> $more  Which part of it.
	 */
	private static function go( string $token, array $more = array() ): void {
		wp_safe_redirect( Booking_Address::of( $token, $more ), 303 );
	}
}
