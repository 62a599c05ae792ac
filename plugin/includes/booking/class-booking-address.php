<?php
/**
 * Addresses of a booking's page.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Page\Markup;

defined( 'ABSPATH' ) || exit;

/**
 * `?rappel_booking=TOKEN` on the front page, so that it works with any permalinks. The service writes the same address into
 * messages; the token is the secret that opens it.
 */
final class Booking_Address {

	public const TOKEN  = 'rappel_booking';
	public const FORMAT = 'format';
	/** Which part of the page: one of the steps; none for the booking itself. */
	public const STEP = 'rappel_step';
	/** A date by the visitor's clock: of the times, or the first of the days. */
	public const DAY  = 'rappel_day';
	public const FROM = 'rappel_from';
	/** What was done just now: one of Booking_Post's deeds. */
	public const TOLD = 'rappel_told';

	public const DAYS   = 'days';
	public const TIMES  = 'times';
	public const CANCEL = 'cancel';

	/**
	 * The page, or a part of it.
	 *
	 * @param string                $token The link's.
	 * @param array<string, string> $more  Further parameters; one that is '' is left out.
	 */
	public static function of( string $token, array $more = array() ): string {
		$query = array( self::TOKEN => $token ) + array_filter( $more, static fn( string $value ): bool => '' !== $value );
		return add_query_arg( array_map( 'rawurlencode', $query ), home_url( '/' ) ) . '#' . Markup::ANCHOR;
	}

	/**
	 * Whether a text can be a token at all. Which ones are is for the service to say.
	 *
	 * @param string $text From an address.
	 */
	public static function is_token( string $text ): bool {
		return 1 === preg_match( '/^[A-Za-z0-9_-]{16,64}$/D', $text );
	}

	/**
	 * A date of an address; '' when it is none.
	 *
	 * @param string $text From an address or a form.
	 */
	public static function date( string $text ): string {
		return 1 === preg_match( '/^\d{4}-\d\d-\d\d$/D', $text ) ? $text : '';
	}
}
