<?php
/**
 * What a visitor reads where there is no booking to show.
 *
 * @package Rappel
 */

namespace Rappel\Booking;

use Rappel\Language;
use Rappel\Page\Markup;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * What is so, and what to do.
 */
final class Trouble_View {

	/**
	 * A link that is none, or none any more.
	 */
	public static function expired(): string {
		return self::page(
			array(
				__( 'A link to a callback works until a day after the time of the call. Perhaps the address was not copied as a whole: please open it from the message again.', 'rappel' ),
				__( 'If you would like to be called back, you can ask for it on our site.', 'rappel' ),
			),
			home_url( '/' ),
			__( 'To our site', 'rappel' )
		);
	}

	/**
	 * The service does not answer.
	 */
	public static function away(): string {
		return self::page(
			array(
				__( 'Our callback service does not answer at the moment, so your callback cannot be shown here.', 'rappel' ),
				__( 'Nothing is lost: what you booked stays as it is. Please try again in a few minutes.', 'rappel' ),
			),
			'',
			__( 'Try again', 'rappel' )
		);
	}

	/**
	 * Any other problem, in the service's words.
	 *
	 * @param WP_Error $error The problem.
	 */
	public static function problem( WP_Error $error ): string {
		return self::page( array( $error->get_error_message() ), '', __( 'Try again', 'rappel' ) );
	}

	/**
	 * Sentences and one way to go on.
	 *
	 * @param list<string> $sentences Plain text.
	 * @param string       $address   '' for the same page again.
	 * @param string       $label     Of the link.
	 */
	private static function page( array $sentences, string $address, string $label ): string {
		return Markup::wrap( implode( '', array_map( array( Markup::class, 'paragraph' ), $sentences ) ) . Markup::actions( array( Markup::link( $address, $label, true ) ) ), Language::current() );
	}
}
