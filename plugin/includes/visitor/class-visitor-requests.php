<?php
/**
 * What a visitor may do with a callback request.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

use Rappel\Block\Form_Texts;
use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Connection\Pairing;
use Rappel\Instant;
use Rappel\Language;
use Rappel\Outbox\Delivery;
use Rappel\Outbox\Outbox;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Send, follow and take back a request; the same for the page's script and for a form sent without it. When the service is
 * away the request is kept (N16) and answered for from the outbox.
 *
 * Every answer is a VisitorStatus of contract/src/callback-request.ts or a WP_Error with a sentence for the visitor.
 */
final class Visitor_Requests {

	/**
	 * Sends a request. `key`, `channelId`, `number`, `name`, `note`, `consent`, `slot`, `code`, `resendCode`, `timeZone`, `pageUrl`,
	 * `pageTitle` are the visitor's; whatever else is in the submission is not looked at.
	 *
	 * @param array<string, mixed> $submission     contract/src/wordpress.ts: visitorSubmissionSchema.
	 * @param string               $language       One that the service speaks.
	 * @param bool                 $without_script Sent as a plain form.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function create( array $submission, string $language, bool $without_script ): array|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$number = trim( Read::text( $submission, 'number' ) );
		if ( '' === $number || mb_strlen( $number ) > 40 ) {
			return Problems::own( '' === $number ? 'number_missing' : 'number_invalid', array( 'field' => 'number' ) );
		}
		$key  = Read::text( $submission, 'key' );
		$kept = Outbox::find( $key );
		if ( null !== $kept ) {
			return self::status( $key, $language );
		}
		$create = self::complete( $submission, $number, $language, $without_script );
		$answer = Service_Client::call( $connection, 'POST', '/v1/callback-requests', self::json( $create ), array(), $language );
		if ( ! is_wp_error( $answer ) ) {
			Delivery::after_answer();
			return $answer;
		}
		return Problems::is_away( $answer ) ? self::keep( $create ) : $answer;
	}

	/**
	 * What happens to a request.
	 *
	 * @param string $key      The visitor's key.
	 * @param string $language One that the service speaks.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function status( string $key, string $language ): array|WP_Error {
		$kept = Outbox::find( $key );
		if ( null !== $kept ) {
			$answer = Outbox::KEPT === $kept->state ? Delivery::attempt( $kept ) : null;
			if ( is_array( $answer ) ) {
				Delivery::after_answer();
				return $answer;
			}
			$kept = Outbox::find( $key );
			if ( null !== $kept ) {
				return Visitor_Status::of( $kept );
			}
		}
		$connection = Connection::current();
		return null === $connection
			? Problems::own( 'not_connected' )
			: Service_Client::call( $connection, 'GET', "/v1/callback-requests/by-key/$key", null, array(), $language );
	}

	/**
	 * Takes a request back.
	 *
	 * @param string $key      The visitor's key.
	 * @param string $reason   `changed_mind` or `wrong_number`.
	 * @param string $language One that the service speaks.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function cancel( string $key, string $reason, string $language ): array|WP_Error {
		$connection = Connection::current();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$kept = Outbox::find( $key );
		if ( null === $kept ) {
			$json = self::json(
				array(
					'reason'   => $reason,
					'language' => $language,
				)
			);
			return Service_Client::call( $connection, 'POST', "/v1/callback-requests/by-key/$key/cancellation", $json, array(), $language );
		}
		// First here, so that no delivery starts any more; then there, since a create may have arrived without an answer.
		if ( Outbox::cancel( $kept->id, $reason ) ) {
			$answer = Delivery::tell_cancellation( $connection, $kept, $reason );
			if ( is_array( $answer ) || ( ! Problems::is_away( $answer ) && 'request_not_found' !== $answer->get_error_code() ) ) {
				return $answer;
			}
			Delivery::schedule();
		}
		return self::status( $key, $language );
	}

	/**
	 * Adds what the service cannot see: who, when, in which language, and the sentence that was agreed to.
	 *
	 * @param array<string, mixed> $submission     The visitor's.
	 * @param string               $number         As typed, trimmed.
	 * @param string               $language       One that the service speaks.
	 * @param bool                 $without_script Sent as a plain form.
	 * @return array<string, mixed> contract/src/callback-request.ts: createRequestSchema.
	 */
	private static function complete( array $submission, string $number, string $language, bool $without_script ): array {
		$channel = Channel_Copy::find( Read::text( $submission, 'channelId' ) );
		$consent = null === $channel ? null : Language::speak( $language, static fn(): string => ( new Form_Texts( $channel, $language ) )->consent );
		return array(
			'key'            => Read::text( $submission, 'key' ),
			'channelId'      => Read::text( $submission, 'channelId' ),
			'number'         => $number,
			'name'           => self::cut( $submission, 'name', 80 ),
			'note'           => self::note( $submission ),
			'consent'        => Read::truth( $submission, 'consent' ),
			'consentText'    => $consent,
			'language'       => $language,
			'timeZone'       => self::cut( $submission, 'timeZone', 64 ),
			'pageUrl'        => self::cut( $submission, 'pageUrl', 2000 ),
			'pageTitle'      => self::cut( $submission, 'pageTitle', 300 ),
			'visitorAddress' => Visitor_Address::current(),
			'requestedAt'    => Instant::now(),
			'slot'           => self::slot( $submission ),
			'code'           => self::cut( $submission, 'code', 12 ),
			'resendCode'     => Read::truth( $submission, 'resendCode' ),
			'withoutScript'  => $without_script,
		);
	}

	/**
	 * The slot to book, as the contract writes an instant; null to be called now.
	 *
	 * @param array<string, mixed> $submission The visitor's.
	 */
	private static function slot( array $submission ): ?string {
		$slot = Read::text( $submission, 'slot' );
		return '' === $slot ? null : Instant::parse( $slot );
	}

	/**
	 * Keeps a request that could not be delivered, after the checks that WordPress can make by itself.
	 *
	 * @param array<string, mixed> $create The body that the service did not take.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function keep( array $create ): array|WP_Error {
		$refusal = Keeping_Rules::refusal( $create );
		if ( null !== $refusal ) {
			return $refusal;
		}
		$kept = Outbox::keep( array( 'kept' => true ) + $create );
		if ( is_wp_error( $kept ) ) {
			return $kept;
		}
		Delivery::schedule();
		return Visitor_Status::of( $kept );
	}

	/**
	 * The note for the agent on one line, since it is read aloud before it is read. It stays plain text with every word that
	 * was typed: whoever shows it escapes it.
	 *
	 * @param array<string, mixed> $submission The visitor's.
	 */
	private static function note( array $submission ): ?string {
		$one_line = preg_replace( '/[\s\p{Cc}]+/u', ' ', wp_check_invalid_utf8( Read::text( $submission, 'note' ), true ) );
		return self::cut( array( 'note' => $one_line ), 'note', 300 );
	}

	/**
	 * A text of the submission, cut to what the contract allows; null when there is none.
	 *
	 * @param array<string, mixed> $submission The visitor's.
	 * @param string               $field      Which.
	 * @param int                  $maximum    Characters.
	 */
	private static function cut( array $submission, string $field, int $maximum ): ?string {
		$text = trim( wp_check_invalid_utf8( Read::text( $submission, $field ) ) );
		return '' === $text ? null : mb_substr( $text, 0, $maximum );
	}

	/**
	 * A body for the service.
	 *
	 * @param array<string, mixed> $body What to say.
	 */
	private static function json( array $body ): string {
		return (string) wp_json_encode( $body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}
}
