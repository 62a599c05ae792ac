<?php
/**
 * The page of a booking.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Page\Markup;

defined( 'ABSPATH' ) || exit;

/**
 * What is booked, and the question before it is cancelled; as escaped HTML.
 */
final class Booking_View {

	/**
	 * Of one booking.
	 *
	 * @param Booking_Frame $frame Around it.
	 */
	public function __construct( private readonly Booking_Frame $frame ) {}

	/**
	 * What is booked, and what may be done with it.
	 *
	 * @param string $told What was done just now; '' for nothing.
	 */
	public function booking( string $told ): string {
		return $this->frame->page( Markup::notice( $this->told( $told ), false ) . $this->message() . $this->facts() . $this->deeds() . $this->text_messages() );
	}

	/**
	 * What is so. The time in it, where it is there, is one for machines too.
	 */
	private function message(): string {
		$when  = $this->frame->booking->when;
		$parts = '' === $when ? array( $this->frame->booking->message ) : explode( $when, $this->frame->booking->message );
		return '<p class="rappel-page__message">' . implode( $this->frame->time(), array_map( 'esc_html', $parts ) ) . '</p>';
	}

	/**
	 * Of what is booked.
	 */
	private function facts(): string {
		$booking   = $this->frame->booking;
		$is_booked = Booking_Details::BOOKED === $booking->state;
		return Markup::facts(
			array(
				__( 'When', 'rappel' )                => str_contains( $booking->message, $booking->when ) ? '' : $this->frame->time(),
				__( 'Who calls you', 'rappel' )       => esc_html( $booking->company ),
				__( 'Number we call', 'rappel' )      => Markup::number( $booking->number ),
				__( 'Number you will see', 'rappel' ) => Markup::number( $is_booked ? $booking->caller_id : '' ),
			)
		) . ( $is_booked ? Markup::paragraph( $booking->text_message_sentence ) : '' );
	}

	/**
	 * What may be done with it.
	 */
	private function deeds(): string {
		$booking = $this->frame->booking;
		$file    = Booking_Address::of( $booking->token, array( Booking_Address::FORMAT => 'ics' ) );
		return Markup::actions(
			array(
				$booking->can_change ? Markup::link( $this->frame->address( Booking_Address::DAYS ), __( 'Choose another time', 'rappel' ), true ) : '',
				Booking_Details::BOOKED === $booking->state ? Markup::link( $file, __( 'Add to my calendar', 'rappel' ) ) : '',
				$booking->can_cancel ? Markup::link( $this->frame->address( Booking_Address::CANCEL ), __( 'Cancel this callback', 'rappel' ) ) : '',
				$this->asking_anew(),
			)
		);
	}

	/**
	 * Asks whether it is really to be cancelled.
	 */
	public function cancellation(): string {
		return $this->frame->page(
			Markup::paragraph( __( 'Do you really want to cancel this callback? The time becomes free for somebody else.', 'rappel' ), 'message' )
			. Markup::facts( array( __( 'When', 'rappel' ) => $this->frame->time() ) )
			. $this->frame->form( Booking_Post::CANCEL, __( 'Yes, cancel it', 'rappel' ), true )
			. $this->frame->way_back()
		);
	}

	/**
	 * What was done just now, if it is still so.
	 *
	 * @param string $told One of Booking_Post's deeds.
	 */
	private function told( string $told ): string {
		$wants = $this->frame->booking->wants_text_messages;
		return match ( true ) {
			null !== $this->frame->note                                                                      => '',
			Booking_Post::MOVE === $told && Booking_Details::BOOKED === $this->frame->booking->state         => __( 'Done: the time of your callback is changed.', 'rappel' ),
			Booking_Post::CANCEL === $told && Booking_Details::CANCELLED === $this->frame->booking->state    => __( 'Done: your callback is cancelled.', 'rappel' ),
			Booking_Post::STOP_TEXTS === $told && false === $wants                                    => __( 'Done: you get no more SMS from us.', 'rappel' ),
			Booking_Post::RESUME_TEXTS === $told && true === $wants                                   => __( 'Done: you get SMS from us again.', 'rappel' ),
			default                                                                                   => '',
		};
	}

	/**
	 * Where to ask again once it is over.
	 */
	private function asking_anew(): string {
		$page = $this->frame->booking->page_url;
		if ( $this->frame->booking->can_change || $this->frame->booking->can_cancel || '' === $page ) {
			return '';
		}
		return Markup::link( wp_validate_redirect( $page, home_url( '/' ) ), __( 'Ask for another callback', 'rappel' ), true );
	}

	/**
	 * The switch for SMS; nothing for a number that can get none.
	 */
	private function text_messages(): string {
		return match ( $this->frame->booking->wants_text_messages ) {
			true    => $this->frame->form( Booking_Post::STOP_TEXTS, __( 'Send me no more SMS', 'rappel' ), false ),
			false   => Markup::paragraph( __( 'You get no SMS from us.', 'rappel' ) ) . $this->frame->form( Booking_Post::RESUME_TEXTS, __( 'Send me SMS again', 'rappel' ), false ),
			default => '',
		};
	}
}
