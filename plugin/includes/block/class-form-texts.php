<?php
/**
 * The texts of a form.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Channels\Own_Text;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * What the owner wrote in the language of the page, or Rappel's own text in it (contract/src/channel.ts: formSettingsSchema). A block
 * may say some of it otherwise.
 */
final class Form_Texts {

	/**
	 * Shown before the number is typed.
	 *
	 * @var string
	 */
	public readonly string $introduction;

	/**
	 * Label of the number.
	 *
	 * @var string
	 */
	public readonly string $phone_label;

	/**
	 * Whether the form asks for a name.
	 *
	 * @var bool
	 */
	public readonly bool $asks_name;

	/**
	 * Label of the name.
	 *
	 * @var string
	 */
	public readonly string $name_label;

	/**
	 * Whether the form asks for a note for the agent.
	 *
	 * @var bool
	 */
	public readonly bool $asks_note;

	/**
	 * Label of the note.
	 *
	 * @var string
	 */
	public readonly string $note_label;

	/**
	 * The button.
	 *
	 * @var string
	 */
	public readonly string $button_label;

	/**
	 * The deferred button.
	 *
	 * @var string
	 */
	public readonly string $later_label;

	/**
	 * Why nobody is called now; '' when the owner wrote nothing. It may have "{opening}".
	 *
	 * @var string
	 */
	public readonly string $unavailable;

	/**
	 * Shown after an accepted request; '' when the owner wrote none (the service has a default).
	 *
	 * @var string
	 */
	public readonly string $confirmation;

	/**
	 * What the visitor agrees to; kept with each request.
	 *
	 * @var string
	 */
	public readonly string $consent;

	/**
	 * Whether there is a box to tick.
	 *
	 * @var bool
	 */
	public readonly bool $consent_required;

	/**
	 * Other ways to be contacted; '' when the owner named none.
	 *
	 * @var string
	 */
	public readonly string $other_ways;

	/**
	 * Completes the owner's texts; ours are in the language that WordPress speaks while this runs.
	 *
	 * @param array<string, mixed> $channel  From the copy: its `form` and `bookingTexts`.
	 * @param string               $language Of the page, one that the service speaks.
	 * @param array<string, mixed> $instead  A block's own (contract/src/wordpress.ts: blockTextNames).
	 */
	public function __construct( array $channel, string $language, array $instead = array() ) {
		$form                   = Read::map( $channel, 'form' );
		$booking                = Read::map( $channel, 'bookingTexts' );
		$this->asks_name        = Read::truth( $form, 'askName' );
		$this->asks_note        = Read::truth( $form, 'askNote' );
		$this->consent_required = Read::truth( $form, 'consentRequired' );
		$this->introduction     = Read::text_or_null( $instead, 'introduction' ) ?? Own_Text::in( $form, 'introduction', $language ) ?? __( 'Leave your number: we call you back right away, free of charge.', 'rappel' );
		$this->phone_label      = Read::text_or_null( $instead, 'phoneLabel' ) ?? Own_Text::in( $form, 'phoneLabel', $language ) ?? __( 'Your phone number', 'rappel' );
		$this->name_label       = Read::text_or_null( $instead, 'nameLabel' ) ?? Own_Text::in( $form, 'nameLabel', $language ) ?? __( 'Your name (optional)', 'rappel' );
		$this->note_label       = Read::text_or_null( $instead, 'noteLabel' ) ?? Own_Text::in( $form, 'noteLabel', $language ) ?? __( 'A note for the person who calls you (optional)', 'rappel' );
		$this->button_label     = Read::text_or_null( $instead, 'buttonLabel' ) ?? Own_Text::in( $form, 'buttonLabel', $language ) ?? __( 'Call me back now', 'rappel' );
		$this->later_label      = Read::text_or_null( $instead, 'bookingButtonLabel' ) ?? Own_Text::in( $booking, 'buttonLabel', $language ) ?? __( 'Choose a time for the call', 'rappel' );
		$this->unavailable      = Own_Text::in( $booking, 'unavailable', $language ) ?? '';
		$this->confirmation     = Own_Text::in( $form, 'confirmation', $language ) ?? __( 'Thank you! We are calling you back. Please keep your phone at hand.', 'rappel' );
		$this->other_ways       = Own_Text::in( $form, 'otherWays', $language ) ?? '';
		$this->consent          = Own_Text::in( $form, 'consent', $language ) ?? (
			$this->consent_required
				? __( 'I agree to be called back once at this number, for this request only.', 'rappel' )
				: __( 'By sending this form you agree that we call you back once at this number, for this request only.', 'rappel' )
		);
	}

	/**
	 * The sentences that the page's script says by itself (blocks/callback/context.ts: CallbackTexts).
	 *
	 * @return array<string, string>
	 */
	public function for_script(): array {
		return array(
			'button'         => $this->button_label,
			'sending'        => __( 'Sending…', 'rappel' ),
			'retry'          => __( 'Try again', 'rappel' ),
			'confirmation'   => $this->confirmation,
			'numberMissing'  => __( 'Please type your phone number.', 'rappel' ),
			'consentMissing' => __( 'Please tick the box to agree to be called back.', 'rappel' ),
			'sendFailed'     => __( 'Your request could not be sent: the connection failed. Your number is still here; please try again.', 'rappel' ),
			'notReceived'    => __( 'Your request did not arrive. Your number is still here; please send it again.', 'rappel' ),
			'connectionLost' => __( 'The connection is lost. Your request is with us; this page goes on by itself.', 'rappel' ),
			'cancelFailed'   => __( 'We could not cancel: the connection failed. Please try again.', 'rappel' ),
			/* translators: {number}: the visitor's phone number */
			'numberCalled'   => __( 'We call {number}.', 'rappel' ),
			/* translators: {number}: the number that the visitor's phone will show */
			'callerIdShown'  => __( 'Your phone will show {number}.', 'rappel' ),
			/* translators: {place}: place in the queue, from 1 */
			'place'          => __( 'You are number {place} in the queue.', 'rappel' ),
			'closed'         => __( 'We cannot call you back at the moment.', 'rappel' ),
			/* translators: {time}: a time, with its day when it is not today */
			'calledAt'       => __( 'Your call: {time}.', 'rappel' ),
		) + self::for_code() + self::for_picker();
	}

	/**
	 * What is said where a code confirms the number (Code_Step says the same without the script).
	 *
	 * @return array<string, string>
	 */
	public static function for_code(): array {
		return array(
			'code'         => __( 'Code received by SMS', 'rappel' ),
			'codeConfirm'  => __( 'Confirm my number', 'rappel' ),
			'codeMissing'  => __( 'Please type the code that you received by SMS.', 'rappel' ),
			'codeResend'   => __( 'Send another code', 'rappel' ),
			/* translators: {seconds}: how many seconds until another code may be asked for */
			'codeResendIn' => __( 'Send another code in {seconds} s', 'rappel' ),
			'codeNumber'   => __( 'Change my number', 'rappel' ),
		);
	}

	/**
	 * What is said while a time is chosen.
	 *
	 * @return array<string, string>
	 */
	private static function for_picker(): array {
		return array(
			/* translators: {time}: day and time of a call, "Tuesday 1 December at 14:00" */
			'book'         => __( 'Book {time}', 'rappel' ),
			'bookNone'     => __( 'Book this time', 'rappel' ),
			'slotMissing'  => __( 'Please choose a time for the call.', 'rappel' ),
			'backToNow'    => __( 'Call me back now instead', 'rappel' ),
			'closePicker'  => __( 'Close the times', 'rappel' ),
			'slotsFailed'  => __( 'The times could not be loaded: the connection failed. What you typed is still here; please try again.', 'rappel' ),
			'slotsLoading' => __( 'Loading the free times…', 'rappel' ),
			'slotsNone'    => __( 'No time is free at the moment. Please come back a little later.', 'rappel' ),
			'chooseDay'    => __( 'Day of the call', 'rappel' ),
			'earlierDays'  => __( 'Earlier days', 'rappel' ),
			'laterDays'    => __( 'Later days', 'rappel' ),
			/* translators: {first} and {last}: days such as "Tuesday 1 December" */
			'daysShown'    => __( 'From {first} to {last}', 'rappel' ),
			/* translators: {day}: a day, "Tuesday 1 December" */
			'timesOf'      => __( 'Free times on {day}', 'rappel' ),
			'morning'      => __( 'Morning', 'rappel' ),
			'afternoon'    => __( 'Afternoon', 'rappel' ),
			'evening'      => __( 'Evening', 'rappel' ),
			/* translators: {day}: a day, as in "Tuesday 1 December", {time}: a time of day, as in "14:00" */
			'slotTime'     => __( '{day} at {time}', 'rappel' ),
			'nearest'      => __( 'The nearest free times. Press one to book it.', 'rappel' ),
		);
	}
}
