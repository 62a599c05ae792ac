<?php
/**
 * A booking as its visitor sees it.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Language;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Read from contract/src/booking.ts: bookingPageSchema.
 *
 * @phpstan-import-type Spoken from Language
 */
final class Booking_Details {

	public const BOOKED    = 'booked';
	public const CANCELLED = 'cancelled';

	/**
	 * Made by `from`.
	 *
	 * @param string    $token                 The link's.
	 * @param string    $state                 `booked`, `cancelled`, `calling` or `over`.
	 * @param string    $message               What is so, as a sentence.
	 * @param string    $starts_at             UTC, ISO 8601.
	 * @param string    $when                  As people say it, by both clocks where they differ.
	 * @param string    $text_message_sentence What became of the confirmation by SMS; '' for nothing.
	 * @param string    $channel_id            The channel.
	 * @param string    $page_url              Where they asked; '' when it is not known.
	 * @param string    $company               Its name.
	 * @param Spoken    $language              The visitor's.
	 * @param string    $time_zone             The visitor's, or the site's where theirs is not known.
	 * @param string    $number                Its middle masked.
	 * @param string    $caller_id             The number that will call; '' when it is not known.
	 * @param bool      $can_change            It can be moved.
	 * @param bool      $can_cancel            It can be cancelled.
	 * @param bool|null $wants_text_messages   Null: the number cannot get any.
	 */
	private function __construct(
		public readonly string $token,
		public readonly string $state,
		public readonly string $message,
		public readonly string $starts_at,
		public readonly string $when,
		public readonly string $text_message_sentence,
		public readonly string $channel_id,
		public readonly string $page_url,
		public readonly string $company,
		public readonly string $language,
		public readonly string $time_zone,
		public readonly string $number,
		public readonly string $caller_id,
		public readonly bool $can_change,
		public readonly bool $can_cancel,
		public readonly ?bool $wants_text_messages
	) {}

	/**
	 * Reads the service's answer.
	 *
	 * @param string               $token  The link's.
	 * @param array<string, mixed> $answer The answer.
	 */
	public static function from( string $token, array $answer ): self {
		$booking = Read::map( $answer, 'booking' );
		return new self(
			$token,
			Read::text( $answer, 'state' ),
			Read::text( $answer, 'message' ),
			Read::text( $booking, 'startsAt' ),
			Read::text( $booking, 'when' ),
			Read::text( $booking, 'textMessageSentence' ),
			Read::text( $answer, 'channelId' ),
			Read::text( $answer, 'pageUrl' ),
			Read::text( $answer, 'companyName' ),
			Language::nearest( Read::text( $answer, 'language' ), determine_locale() ),
			Read::text( $answer, 'timeZone' ),
			Read::text( $answer, 'numberShown' ),
			Read::text( $answer, 'callerIdShown' ),
			Read::truth( $answer, 'canChange' ),
			Read::truth( $answer, 'canCancel' ),
			isset( $answer['textMessagesWanted'] ) ? Read::truth( $answer, 'textMessagesWanted' ) : null
		);
	}
}
