<?php
/**
 * The page by which a visitor changes or cancels a booking.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Language;
use Rappel\Page\Page_Note;
use Rappel\Page\Theme_Page;
use Rappel\Problems;
use Rappel\Visitor\Free_Slots;
use Rappel\Visitor\Private_Page;
use Rappel\Visitor\Visitor_Input;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Opened by the link of a message, without an account and without JavaScript. Everything on it is asked of the service at that
 * moment; a form that is sent is followed by a redirect.
 */
final class Booking_Page {

	/** After which the browser may ask again, while the service is away. */
	private const RETRY_SECONDS = 60;

	/**
	 * Hooks.
	 */
	public static function register(): void {
		Theme_Page::answer_by( array( self::class, 'answer' ) );
	}

	/**
	 * Does what the address says. True: everything is printed; otherwise the theme prints the page.
	 */
	public static function answer(): bool {
		$token = Visitor_Input::query( Booking_Address::TOKEN );
		if ( null === $token ) {
			return false;
		}
		Private_Page::keep( 'no-referrer' );
		if ( ! Booking_Address::is_token( $token ) ) {
			self::show_trouble( Problems::own( 'booking_not_found' ) );
			return false;
		}
		if ( Visitor_Input::is_post() ) {
			Booking_Post::act( $token );
			return true;
		}
		if ( 'ics' === Visitor_Input::query( Booking_Address::FORMAT ) ) {
			return self::send_calendar( $token );
		}
		self::show( $token );
		return false;
	}

	/**
	 * The page, in the visitor's language.
	 *
	 * @param string $token The link's.
	 */
	private static function show( string $token ): void {
		$booking = Bookings::read( $token );
		if ( is_wp_error( $booking ) ) {
			self::show_trouble( $booking );
			return;
		}
		Language::speak(
			$booking->language,
			static fn() => Theme_Page::show( __( 'Your callback', 'rappel' ), self::content( $booking ) )
		);
	}

	/**
	 * The part that the address names.
	 *
	 * @param Booking_Details $booking The booking.
	 */
	private static function content( Booking_Details $booking ): string {
		$step  = Visitor_Input::query( Booking_Address::STEP ) ?? '';
		$frame = new Booking_Frame( $booking, Page_Note::take( $booking->token ) );
		$view  = new Booking_View( $frame );
		if ( Booking_Address::CANCEL === $step && $booking->can_cancel ) {
			return $view->cancellation();
		}
		if ( ! $booking->can_change || ! in_array( $step, array( Booking_Address::DAYS, Booking_Address::TIMES ), true ) ) {
			return $view->booking( Visitor_Input::query( Booking_Address::TOLD ) ?? '' );
		}
		$day = Booking_Address::TIMES === $step ? Booking_Address::date( Visitor_Input::query( Booking_Address::DAY ) ?? '' ) : '';
		return '' === $day ? self::days( new Move_View( $frame ), $booking ) : self::times( new Move_View( $frame ), $booking, $day );
	}

	/**
	 * The days that have a free time.
	 *
	 * @param Move_View       $view    Shows them.
	 * @param Booking_Details $booking The booking.
	 */
	private static function days( Move_View $view, Booking_Details $booking ): string {
		$from  = Booking_Address::date( Visitor_Input::query( Booking_Address::FROM ) ?? '' );
		$slots = self::slots( $booking, '' === $from ? array() : array( 'from' => $from ) );
		return is_wp_error( $slots ) ? $view->without_times( $slots ) : $view->days( $slots );
	}

	/**
	 * The free times of a day.
	 *
	 * @param Move_View       $view    Shows them.
	 * @param Booking_Details $booking The booking.
	 * @param string          $day     "2026-12-01".
	 */
	private static function times( Move_View $view, Booking_Details $booking, string $day ): string {
		$slots = self::slots(
			$booking,
			array(
				'from' => $day,
				'days' => '1',
			)
		);
		return is_wp_error( $slots ) ? $view->without_times( $slots ) : $view->times( $slots, $day );
	}

	/**
	 * Free slots by the visitor's clock.
	 *
	 * @param Booking_Details       $booking The booking.
	 * @param array<string, string> $query   Which days.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function slots( Booking_Details $booking, array $query ): array|WP_Error {
		return Free_Slots::of( $booking->channel_id, $query + array_filter( array( 'timeZone' => $booking->time_zone ) ), $booking->language );
	}

	/**
	 * The file for the visitor's calendar.
	 *
	 * @param string $token The link's.
	 */
	private static function send_calendar( string $token ): bool {
		$calendar = Bookings::calendar( $token );
		if ( is_wp_error( $calendar ) ) {
			self::show_trouble( $calendar );
			return false;
		}
		if ( ! headers_sent() ) {
			header( 'Content-Type: text/calendar; charset=utf-8' );
			header( 'Content-Disposition: attachment; filename="rappel.ics"' );
			header( 'X-Content-Type-Options: nosniff' );
		}
		// A file of its own type, as the service wrote it; escaping it as HTML would break it.
		echo $calendar; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		return true;
	}

	/**
	 * The page where there is no booking to show. A link that was never one and one that expired look the same.
	 *
	 * @param WP_Error $error Why.
	 */
	private static function show_trouble( WP_Error $error ): void {
		$status = Problems::status( $error );
		if ( $status >= 500 && ! headers_sent() ) {
			header( 'Retry-After: ' . self::RETRY_SECONDS );
		}
		if ( in_array( $status, array( 404, 410 ), true ) ) {
			Theme_Page::show( __( 'This link is no longer valid', 'rappel' ), Trouble_View::expired(), 404 );
		} elseif ( Problems::is_away( $error ) || 'not_connected' === $error->get_error_code() ) {
			Theme_Page::show( __( 'Your callback', 'rappel' ), Trouble_View::away(), 503 );
		} else {
			Theme_Page::show( __( 'Your callback', 'rappel' ), Trouble_View::problem( $error ), $status );
		}
	}
}
