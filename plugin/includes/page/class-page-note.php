<?php
/**
 * What a page says once, after a form that was sent.
 *
 * @package Rappel
 */

namespace Rappel\Page;

use Rappel\Read;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Why something was not done, from the form to the page that the visitor is sent to. It is kept under a hash of the token, so that
 * nobody who reads the database gets the link.
 */
final class Page_Note {

	private const KEPT_SECONDS = 10 * MINUTE_IN_SECONDS;

	/**
	 * Made by `of` and `take`.
	 *
	 * @param string      $message      A sentence.
	 * @param list<mixed> $alternatives The nearest free slots (contract/src/booking.ts: alternativeSlotSchema).
	 */
	private function __construct(
		public readonly string $message,
		public readonly array $alternatives
	) {}

	/**
	 * Of a refusal.
	 *
	 * @param WP_Error $error The service's.
	 */
	public static function of( WP_Error $error ): self {
		return new self( $error->get_error_message(), Read::items( $error->get_error_data(), 'alternatives' ) );
	}

	/**
	 * Of a sentence.
	 *
	 * @param string $message The sentence.
	 */
	public static function saying( string $message ): self {
		return new self( $message, array() );
	}

	/**
	 * Keeps it for the page that comes next.
	 *
	 * @param string $token The link's.
	 */
	public function keep( string $token ): void {
		set_transient( self::name( $token ), get_object_vars( $this ), self::KEPT_SECONDS );
	}

	/**
	 * Takes what was kept; it is shown once.
	 *
	 * @param string $token The link's.
	 */
	public static function take( string $token ): ?self {
		$kept = get_transient( self::name( $token ) );
		if ( ! is_array( $kept ) ) {
			return null;
		}
		delete_transient( self::name( $token ) );
		return new self( Read::text( $kept, 'message' ), Read::items( $kept, 'alternatives' ) );
	}

	/**
	 * Name of the transient.
	 *
	 * @param string $token The link's.
	 */
	private static function name( string $token ): string {
		return 'rappel_note_' . wp_hash( $token );
	}
}
