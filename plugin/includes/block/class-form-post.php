<?php
/**
 * The form as it is sent without JavaScript.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Channels\Channel_Copy;
use Rappel\Language;
use Rappel\Read;
use Rappel\Visitor\Private_Page;
use Rappel\Visitor\Request_Key;
use Rappel\Visitor\Visitor_Requests;

defined( 'ABSPATH' ) || exit;

/**
 * Post, redirect, get: admin-post.php takes the form, remembers the answer and sends the visitor back to the page, which shows
 * it. Reloading that page sends nothing again; sending the form twice is one request. There is no nonce, since the page may
 * come from a cache; the request is the visitor's own, and needs no login.
 */
final class Form_Post {

	/**
	 * Listens, for people who are logged in and for all others.
	 */
	public static function register(): void {
		foreach ( array( 'admin_post_', 'admin_post_nopriv_' ) as $prefix ) {
			add_action( $prefix . 'rappel_callback', array( self::class, 'send' ) );
			add_action( $prefix . 'rappel_follow', array( self::class, 'follow' ) );
		}
		add_action( 'template_redirect', array( self::class, 'keep_private' ) );
	}

	/**
	 * A form was sent.
	 */
	public static function send(): void {
		$form = self::waiting_for_code() ?? self::typed();
		$step = self::step( $form );
		if ( null !== $step ) {
			$step->save();
			self::go_back( $step->key );
			return;
		}
		$answer = self::in_its_language(
			static fn( string $language ) => Visitor_Requests::create(
				array(
					'key'       => $form->key,
					'channelId' => $form->channel_id,
					'number'    => $form->number,
					'name'      => $form->name,
					'note'      => $form->note,
					'consent'   => $form->consent,
					'pageUrl'   => self::field( 'page_url' ),
					'pageTitle' => self::field( 'page_title' ),
				) + ( $form->picking ? array( 'slot' => $form->slot ) : array() ) + self::code( $form ),
				$language,
				true
			)
		);
		$shown  = $form->with( $answer );
		$shown->save();
		self::go_back( $shown->key );
	}

	/**
	 * What was typed into the form.
	 */
	private static function typed(): Form_Memory {
		return new Form_Memory(
			Request_Key::create(),
			self::field( 'channel_id' ),
			self::field( 'number' ),
			self::field( 'name' ),
			'1' === self::field( 'consent' ),
			note: self::field( 'note' ),
			picking: '1' === self::field( 'picking' ),
			slot: self::field( 'slot' )
		);
	}

	/**
	 * The form whose number is being confirmed, where the code was sent (Code_Step); otherwise null.
	 */
	private static function waiting_for_code(): ?Form_Memory {
		$form = Form_Memory::find( self::field( 'key' ) );
		return null !== $form && '' !== $form->confirming ? $form : null;
	}

	/**
	 * The code, or that another one is wanted.
	 *
	 * @param Form_Memory $form As it came.
	 * @return array<string, mixed>
	 */
	private static function code( Form_Memory $form ): array {
		return '' === $form->confirming ? array() : array(
			'code'       => self::field( 'code' ),
			'resendCode' => 'resend' === self::field( 'do' ),
		);
	}

	/**
	 * To the times, to later ones, or back from them: nothing is sent yet, and what was typed stays. Null: the form is to be
	 * sent.
	 *
	 * @param Form_Memory $form As it came.
	 */
	private static function step( Form_Memory $form ): ?Form_Memory {
		if ( '1' === self::field( 'preview' ) ) {
			return $form->but( array( 'problem' => self::in_its_language( static fn() => Preview::sentence() ) ) );
		}
		$do   = self::field( 'do' );
		$from = self::field( 'slots_from' );
		if ( 'now' === $do ) {
			return $form->but( array( 'picking' => false ) );
		}
		if ( 'number' === $do ) {
			return $form->but(
				array(
					'confirming' => '',
					'problem'    => '',
					'field'      => '',
				)
			);
		}
		// The enter key sends the form by its first button, which a channel for bookings alone does not show.
		$channel    = Channel_Copy::find( $form->channel_id );
		$books_only = null !== $channel && 'deferred' === $channel['callTypes'] && ! $form->picking;
		if ( 'book' === $do || '' !== $from || $books_only ) {
			return $form->but(
				array(
					'picking'    => true,
					'slots_from' => 1 === preg_match( '/^\d{4}-\d\d-\d\d$/D', $from ) ? $from : '',
				)
			);
		}
		return $form->picking && '' === $form->slot
			? $form->but( array( 'problem' => self::in_its_language( static fn() => __( 'Please choose a time for the call.', 'rappel' ) ) ) )
			: null;
	}

	/**
	 * "See what happens now", "Cancel my request" or "Wrong number?" was pressed.
	 */
	public static function follow(): void {
		$key  = self::field( 'key' );
		$do   = self::field( 'do' );
		$form = Form_Memory::find( $key );
		if ( null === $form ) {
			self::go_back( '' );
			return;
		}
		$answer = self::in_its_language(
			static fn( string $language ) => in_array( $do, array( 'changed_mind', 'wrong_number' ), true )
				? Visitor_Requests::cancel( $key, $do, $language )
				: Visitor_Requests::status( $key, $language )
		);
		if ( is_wp_error( $answer ) ) {
			// The request is still there: what was known of it stays, with what went wrong.
			$answer = array( 'message' => $answer->get_error_message() ) + $form->status;
		}
		if ( 'wrong_number' === $do && 'cancelled' === Read::text( $answer, 'state' ) ) {
			$answer = array();
		}
		$form->but( array( 'status' => $answer ) )->save();
		self::go_back( $key );
	}

	/**
	 * The page that shows somebody's request is stored by no cache, indexed by nobody and named to no other site.
	 */
	public static function keep_private(): void {
		if ( null !== Form_Memory::of_page() ) {
			Private_Page::keep( 'same-origin' );
		}
	}

	/**
	 * A field of the form; '' when it is missing.
	 *
	 * @param string $name Which.
	 */
	private static function field( string $name ): string {
		$value = $_POST[ $name ] ?? ''; // phpcs:ignore WordPress.Security -- A public form without a nonce by purpose (see the class); sanitized in the next line.
		return is_string( $value ) ? sanitize_text_field( wp_unslash( $value ) ) : '';
	}

	/**
	 * Works in the language of the page that the form was on.
	 *
	 * @template T
	 * @param callable(string): T $work Takes 'en' or 'fr'.
	 * @return T
	 */
	private static function in_its_language( callable $work ): mixed {
		$language = Language::nearest( self::field( 'language' ), determine_locale() );
		return Language::speak( $language, static fn() => $work( $language ) );
	}

	/**
	 * Back to the page.
	 *
	 * @param string $key What it should show; '' for nothing.
	 */
	private static function go_back( string $key ): void {
		nocache_headers();
		if ( wp_safe_redirect( Page_Address::back_to( self::field( 'page_url' ), $key, self::field( 'form_id' ) ), 303 ) ) {
			exit;
		}
	}
}
