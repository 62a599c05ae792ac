<?php
/**
 * The page by which an agent sets their presence without wp-admin.
 *
 * @package Rappel
 */

namespace Rappel\Personal;

use Rappel\Language;
use Rappel\Page\Page_Note;
use Rappel\Page\Theme_Page;
use Rappel\Problems;
use Rappel\Visitor\Private_Page;
use Rappel\Visitor\Visitor_Input;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Opened by a link that nobody can guess, without an account and without JavaScript; a form that is sent is followed by a redirect.
 * Whoever has the token may do it, and nobody else can send it: that is why there is no nonce.
 */
final class Personal_Page {

	/** The field that says how to be from now on. */
	public const STATUS = 'rappel_status';

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
		$token = Visitor_Input::query( Personal_Link::TOKEN );
		if ( null === $token ) {
			return false;
		}
		Private_Page::keep( 'no-referrer' );
		$user_id = Personal_Link::owner( $token );
		if ( null === $user_id ) {
			Theme_Page::show( __( 'This link is no longer valid', 'rappel' ), Personal_View::revoked(), 404 );
			return false;
		}
		if ( Visitor_Input::is_post() ) {
			self::set( $token, $user_id );
			return true;
		}
		if ( Personal_Link::MANIFEST === Visitor_Input::query( Personal_Link::PART ) ) {
			self::in_their_language( $user_id, static fn() => Web_Manifest::send( $token ) );
			return true;
		}
		self::in_their_language( $user_id, static fn() => self::show( $token, $user_id ) );
		return false;
	}

	/**
	 * Sets what the form says, and sends the agent to the page that shows what is so now.
	 *
	 * @param string $token   The link's.
	 * @param int    $user_id Whose page it is.
	 */
	private static function set( string $token, int $user_id ): void {
		$answer = Own_Presence::set( $user_id, Visitor_Input::field( self::STATUS ) );
		if ( is_wp_error( $answer ) ) {
			self::in_their_language( $user_id, static fn() => self::note( $answer )->keep( $token ) );
		}
		wp_safe_redirect( Personal_Link::address( $token ), 303 );
	}

	/**
	 * Why it was not done.
	 *
	 * @param WP_Error $error What came of it.
	 */
	private static function note( WP_Error $error ): Page_Note {
		return Problems::is_away( $error )
			? Page_Note::saying( __( 'We got no answer in time. What you see here is your status now; if it is not what you chose, please try again.', 'rappel' ) )
			: Page_Note::of( $error );
	}

	/**
	 * The page.
	 *
	 * @param string $token   The link's.
	 * @param int    $user_id Whose page it is.
	 */
	private static function show( string $token, int $user_id ): void {
		$presence = Own_Presence::read( $user_id );
		$view     = new Personal_View( $token, Page_Note::take( $token ) );
		if ( is_wp_error( $presence ) ) {
			Theme_Page::show( __( 'My status', 'rappel' ), $view->trouble( $presence ), Problems::status( $presence ) );
			return;
		}
		add_action( 'wp_head', static fn() => Web_Manifest::print_link( $token ), 1 );
		// An icon of the site would be taken before the plugin's by a phone that installs the page.
		remove_action( 'wp_head', 'wp_site_icon', 99 );
		Theme_Page::show( __( 'My status', 'rappel' ), $view->page( $presence, Own_Presence::next_bookings( $user_id ) ) );
	}

	/**
	 * Works in the language that the user chose on their profile.
	 *
	 * @template T
	 * @param int           $user_id Whose page it is.
	 * @param callable(): T $work    Calls gettext.
	 * @return T
	 */
	private static function in_their_language( int $user_id, callable $work ): mixed {
		return Language::speak( Language::nearest( get_user_locale( $user_id ) ), $work );
	}
}
