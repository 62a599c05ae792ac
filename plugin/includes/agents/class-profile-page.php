<?php
/**
 * The personal page, on the profile.
 *
 * @package Rappel
 */

namespace Rappel\Agents;

use Rappel\Admin\Built_Script;
use Rappel\Instant;
use Rappel\Language;
use Rappel\Personal\Personal_Link;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Its link is made and shown, once, by the script of plugin/src/profile, on one's own profile only. Whoever may edit a user revokes it by
 * the form, with or without a script: a phone gets lost.
 */
final class Profile_Page {

	private const FIELD = 'rappel_revoke_page';

	/**
	 * Hooks; after the alerts.
	 */
	public static function register(): void {
		add_action( 'show_user_profile', array( self::class, 'show' ), 12 );
		add_action( 'edit_user_profile', array( self::class, 'show' ), 12 );
		add_action( 'profile_update', array( self::class, 'save' ), 10, 1 );
	}

	/**
	 * Prints what there is of it, and the script's place.
	 *
	 * @param WP_User $user Whose profile.
	 */
	public static function show( WP_User $user ): void {
		if ( ! Profile_Field::is_agent_shown( $user->ID ) ) {
			return;
		}
		$is_own = get_current_user_id() === $user->ID;
		$made   = Personal_Link::created_at( $user->ID );
		if ( ! $is_own && null === $made ) {
			return;
		}
		printf(
			'<table class="form-table" role="presentation"><tr><th>%1$s</th><td><p class="description">%2$s</p>%3$s%4$s</td></tr></table>',
			esc_html__( 'Personal page', 'rappel' ),
			esc_html__( 'A page on which this person sets their status with one tap, on their own phone and without logging in. Whoever has its link can do so: it is to be kept like a key.', 'rappel' ),
			self::revocation( $made ), // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped there.
			$is_own ? '<div id="rappel-personal-page" class="hide-if-no-js"></div>' : ''
		);
		Built_Script::of( 'profile' )?->enqueue(
			'rappel-profile',
			'window.rappelProfile',
			array(
				'userId'            => $user->ID,
				'language'          => Language::nearest( get_user_locale( $user ) ),
				'personalPageSince' => $made,
			)
		);
	}

	/**
	 * Revokes the link where the box is ticked; once the profile is saved.
	 *
	 * @param int $user_id Whose profile.
	 */
	public static function save( int $user_id ): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- wp-admin/user-edit.php has checked the profile's nonce.
		if ( isset( $_POST[ self::FIELD ] ) && current_user_can( 'edit_user', $user_id ) ) {
			Personal_Link::revoke( $user_id );
		}
	}

	/**
	 * Since when there is one, and the box by which it goes.
	 *
	 * @param string|null $made When it was made; null: there is none.
	 */
	private static function revocation( ?string $made ): string {
		if ( null === $made ) {
			return '';
		}
		/* translators: %s: a date */
		$since = sprintf( __( 'There is one since %s. Its link was shown when it was made; it is not kept.', 'rappel' ), (string) wp_date( self::date_format(), Instant::seconds( $made ) ?? 0 ) );
		return sprintf(
			'<div id="rappel-personal-page-made"><p>%s</p><p><label><input type="checkbox" name="%s" value="1" /> %s</label></p></div>',
			esc_html( $since ),
			esc_attr( self::FIELD ),
			esc_html__( 'Revoke it when the profile is saved: its link opens nothing any more', 'rappel' )
		);
	}

	/**
	 * How the site writes dates.
	 */
	private static function date_format(): string {
		$format = get_option( 'date_format' );
		return is_string( $format ) && '' !== $format ? $format : 'Y-m-d';
	}
}
