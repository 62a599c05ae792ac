<?php
/**
 * Another time for a booking.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Page\Markup;
use Rappel\Read;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Days, then the times of one; as escaped HTML.
 */
final class Move_View {

	/**
	 * Of one booking.
	 *
	 * @param Booking_Frame $frame Around it.
	 */
	public function __construct( private readonly Booking_Frame $frame ) {}

	/**
	 * The days that have a free time.
	 *
	 * @param array<string, mixed> $slots contract/src/booking.ts: slotsSchema.
	 */
	public function days( array $slots ): string {
		return $this->frame->page(
			$this->booked_now()
			. $this->move_form( $this->alternatives(), '' )
			. Markup::paragraph( Read::text( $slots, 'clocksSentence' ) )
			. sprintf( '<h2>%s</h2>', esc_html__( 'Choose a day', 'rappel' ) )
			. Slot_Choice::days( $slots, $this->frame->booking->token )
			. $this->frame->way_back()
		);
	}

	/**
	 * The free times of a day, or the days when none is left of it.
	 *
	 * @param array<string, mixed> $slots contract/src/booking.ts: slotsSchema, of one day.
	 * @param string               $date  "2026-12-01".
	 */
	public function times( array $slots, string $date ): string {
		$day = Read::items( $slots, 'days' )[0] ?? null;
		if ( Read::text( $day, 'date' ) !== $date ) {
			return $this->frame->page(
				Markup::notice( null === $this->frame->note ? __( 'No time is free on that day any more.', 'rappel' ) : '', true )
				. $this->move_form( $this->alternatives(), '' )
				. Markup::actions( array( Markup::link( $this->frame->address( Booking_Address::DAYS ), __( 'See all days', 'rappel' ), true ) ) )
				. $this->frame->way_back()
			);
		}
		$legend = sprintf(
			/* translators: %s: a day, "Tuesday 1 December" */
			__( 'Choose a time on %s', 'rappel' ),
			Read::text( $day, 'label' )
		);
		return $this->frame->page(
			$this->booked_now()
			. Markup::paragraph( Read::text( $slots, 'clocksSentence' ) )
			. $this->move_form( $this->alternatives() . Slot_Choice::times( $legend, Read::items( $day, 'slots' ) ), $date )
			. Markup::actions( array( Markup::link( $this->frame->address( Booking_Address::DAYS ), __( 'See all days', 'rappel' ) ) ) )
			. $this->frame->way_back()
		);
	}

	/**
	 * The times could not be read.
	 *
	 * @param WP_Error $error Why.
	 */
	public function without_times( WP_Error $error ): string {
		return $this->frame->page(
			Markup::notice( $error->get_error_message(), true )
			. $this->booked_now()
			. Markup::actions( array( Markup::link( $this->frame->address( Booking_Address::DAYS ), __( 'Try again', 'rappel' ), true ) ) )
			. $this->frame->way_back()
		);
	}

	/**
	 * The time that is still booked, while another is chosen.
	 */
	private function booked_now(): string {
		return Markup::facts( array( __( 'Booked at present', 'rappel' ) => $this->frame->time() ) );
	}

	/**
	 * The nearest free times after one that was taken, as radio buttons.
	 */
	private function alternatives(): string {
		$slots = $this->frame->note->alternatives ?? array();
		return array() === $slots ? '' : Slot_Choice::times( __( 'The nearest free times', 'rappel' ), $slots );
	}

	/**
	 * The form that moves the booking.
	 *
	 * @param string $times Radio buttons, escaped; '' for no form.
	 * @param string $date  Where to come back to; '' for the days.
	 */
	private function move_form( string $times, string $date ): string {
		return '' === $times ? '' : $this->frame->form( Booking_Post::MOVE, __( 'Move my callback to this time', 'rappel' ), true, $times, array( Booking_Address::DAY => $date ) );
	}
}
