<?php
/**
 * "Phone number for callbacks" on the profile.
 *
 * @package Rappel
 */

namespace Rappel\Agents;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Problems;
use Rappel\Read;
use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * A user sets their own; whoever may edit users sets anybody's, and thereby lets them take callbacks. The service says whether
 * the number can be called: its sentence stands on the profile, and nothing is saved.
 */
final class Profile_Field {

	private const FIELD = 'rappel_number';

	/**
	 * Hooks.
	 */
	public static function register(): void {
		add_action( 'show_user_profile', array( self::class, 'show' ) );
		add_action( 'edit_user_profile', array( self::class, 'show' ) );
		add_action( 'user_profile_update_errors', array( self::class, 'save' ), 20, 3 );
	}

	/**
	 * Prints the field.
	 *
	 * @param WP_User $user Whose profile.
	 */
	public static function show( WP_User $user ): void {
		if ( ! self::is_offered( $user->ID ) ) {
			return;
		}
		$shown = self::typed() ?? Agent_Number::of( $user->ID );
		// The one that would be called: the script offers a call to it, so that everybody knows that it works.
		$called = self::is_agent_shown( $user->ID ) ? Agent_Number::of( $user->ID ) : '';
		printf( '<h2 id="rappel">%s</h2>', esc_html__( 'Callbacks', 'rappel' ) );
		printf(
			'<table class="form-table" role="presentation"><tr><th><label for="%1$s">%2$s</label></th><td><input type="tel" class="regular-text" name="%1$s" id="%1$s" value="%3$s" maxlength="40" autocomplete="tel" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%4$s</p><div id="rappel-test-call" class="hide-if-no-js" data-number="%5$s"></div></td></tr></table>',
			esc_attr( self::FIELD ),
			esc_html__( 'Phone number for callbacks', 'rappel' ),
			esc_attr( $shown ),
			esc_html__( 'Rappel calls this number when a visitor asks to be called back and it is this person’s turn. Visitors never see it. Left empty, this person is not called.', 'rappel' ),
			esc_attr( $called )
		);
	}

	/**
	 * Has the number read by the service before WordPress saves the profile.
	 *
	 * @param WP_Error  $errors    Of the whole profile.
	 * @param bool      $is_update False for a user who is being made.
	 * @param \stdClass $user      What is about to be saved.
	 */
	public static function save( WP_Error $errors, bool $is_update, \stdClass $user ): void {
		$user_id = Read::integer( get_object_vars( $user ), 'ID' );
		$typed   = self::typed();
		if ( null === $typed || ! $is_update || ! self::is_offered( $user_id ) || $errors->has_errors() ) {
			return;
		}
		if ( '' === $typed && ! Agent_Number::is_known( $user_id ) ) {
			return;
		}
		$problem = self::take( $user_id, $typed );
		if ( null !== $problem ) {
			$errors->add( 'rappel_number', $problem->get_error_message(), array( 'form-field' => self::FIELD ) );
		}
	}

	/**
	 * Keeps a number that the service takes, or that it cannot look at while it is away.
	 *
	 * @param int    $user_id The user.
	 * @param string $typed   '' for none.
	 */
	private static function take( int $user_id, string $typed ): ?WP_Error {
		$account    = get_userdata( $user_id );
		$connection = Connection::current();
		if ( ! $account instanceof WP_User ) {
			return null;
		}
		$answer = null === $connection ? null : Agent_Sync::save( $connection, $account, $typed );
		if ( is_wp_error( $answer ) && ! Problems::is_away( $answer ) ) {
			return $answer;
		}
		Agent_Number::keep( $user_id, is_array( $answer ) ? Read::text( $answer, 'number' ) : $typed );
		Agent_Sync::remember( $user_id, is_wp_error( $answer ) );
		if ( '' !== $typed && ! user_can( $user_id, Capabilities::TAKE_CALLBACKS ) ) {
			$account->add_cap( Capabilities::TAKE_CALLBACKS );
		}
		return null;
	}

	/**
	 * What stands in the form that was sent: shown again after an error. Null when this is no such form.
	 */
	private static function typed(): ?string {
		// phpcs:disable WordPress.Security.NonceVerification.Missing -- wp-admin/user-edit.php has checked the profile's nonce.
		$typed = isset( $_POST[ self::FIELD ] ) && is_string( $_POST[ self::FIELD ] ) ? sanitize_text_field( wp_unslash( $_POST[ self::FIELD ] ) ) : null;
		// phpcs:enable
		return null === $typed ? null : trim( $typed );
	}

	/**
	 * Whether whoever looks at the profile sees what belongs to agents only: the user takes callbacks.
	 *
	 * @param int $user_id The user.
	 */
	public static function is_agent_shown( int $user_id ): bool {
		return current_user_can( 'edit_user', $user_id ) && user_can( $user_id, Capabilities::TAKE_CALLBACKS );
	}

	/**
	 * Whether the field is on this user's profile for whoever looks at it.
	 *
	 * @param int $user_id The user.
	 */
	private static function is_offered( int $user_id ): bool {
		return current_user_can( 'edit_user', $user_id )
			&& ( user_can( $user_id, Capabilities::TAKE_CALLBACKS ) || current_user_can( 'promote_users' ) );
	}
}
