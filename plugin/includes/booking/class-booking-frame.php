<?php
/**
 * What every part of a booking's page has.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Page\Markup;
use Rappel\Page\Page_Note;

defined( 'ABSPATH' ) || exit;

/**
 * Escaped HTML in the language that gettext speaks.
 */
final class Booking_Frame {

	/**
	 * Of one booking.
	 *
	 * @param Booking_Details $booking The booking.
	 * @param Page_Note|null  $note    Why something was not done just now.
	 */
	public function __construct(
		public readonly Booking_Details $booking,
		public readonly ?Page_Note $note
	) {}

	/**
	 * A part of the page, after what was not done just now.
	 *
	 * @param string $html Escaped.
	 */
	public function page( string $html ): string {
		return Markup::wrap( Markup::notice( $this->note->message ?? '', true ) . $html, $this->booking->language );
	}

	/**
	 * When, for people and for machines.
	 */
	public function time(): string {
		return '' === $this->booking->when ? '' : sprintf( '<time datetime="%s">%s</time>', esc_attr( $this->booking->starts_at ), esc_html( $this->booking->when ) );
	}

	/**
	 * A form of this booking.
	 *
	 * @param string                $deed    What it does.
	 * @param string                $label   Of its button, plain.
	 * @param bool                  $is_main Its button looks like the theme's buttons.
	 * @param string                $fields  Escaped; '' for none.
	 * @param array<string, string> $hidden  Further hidden fields.
	 */
	public function form( string $deed, string $label, bool $is_main, string $fields = '', array $hidden = array() ): string {
		$hidden += array(
			Booking_Post::DO => $deed,
			'language'       => $this->booking->language,
		);
		return Markup::form( Booking_Address::of( $this->booking->token ), $hidden, $label, $fields, $is_main );
	}

	/**
	 * Out of a change.
	 */
	public function way_back(): string {
		return Markup::actions( array( Markup::link( $this->address( '' ), __( 'Keep it as it is', 'rappel' ) ) ) );
	}

	/**
	 * A part of this page.
	 *
	 * @param string $step One of Booking_Address's; '' for the booking.
	 */
	public function address( string $step ): string {
		return Booking_Address::of( $this->booking->token, array( Booking_Address::STEP => $step ) );
	}
}
