<?php
/**
 * What an agent wants to be told, on the profile.
 *
 * @package Rappel
 */

namespace Rappel\Agents;

use Rappel\Connection\Connection;
use Rappel\Problems;
use Rappel\Read;
use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * Asked of the service when the profile is opened, and told to it when something of it changed. While the service is away the profile
 * is saved without them, and the form says so; what was chosen in a form that could not be saved stays chosen.
 */
final class Profile_Alerts {

	private const FIELD = 'rappel_alerts';
	/** What the form showed at first: nothing is sent where nothing changed. */
	private const SHOWN = 'rappel_alerts_shown';

	/**
	 * Hooks; after the number.
	 */
	public static function register(): void {
		add_action( 'show_user_profile', array( self::class, 'show' ), 11 );
		add_action( 'edit_user_profile', array( self::class, 'show' ), 11 );
		add_action( 'user_profile_update_errors', array( self::class, 'save' ), 21, 3 );
	}

	/**
	 * Prints the choices.
	 *
	 * @param WP_User $user Whose profile.
	 */
	public static function show( WP_User $user ): void {
		if ( ! Profile_Field::is_agent_shown( $user->ID ) || null === Connection::current() ) {
			return;
		}
		$kept  = Alert_Settings::read( $user->ID );
		$typed = self::typed();
		$title = esc_html__( 'Tell me', 'rappel' );
		if ( is_wp_error( $kept ) && null === $typed ) {
			printf(
				'<table class="form-table" role="presentation"><tr><th>%s</th><td><p>%s</p></td></tr></table>',
				$title, // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped above.
				esc_html( Problems::is_away( $kept ) ? __( 'The callback service does not answer at the moment, so what you want to be told cannot be shown or changed. It stays as it is; the rest of the profile can be saved.', 'rappel' ) : $kept->get_error_message() )
			);
			return;
		}
		$shown = is_wp_error( $kept ) ? self::shown() : self::written( $kept );
		printf(
			'<table class="form-table" role="presentation"><tr><th>%1$s</th><td><fieldset><legend class="screen-reader-text">%1$s</legend><input type="hidden" name="%2$s" value="%3$s" />%4$s<p class="description">%5$s</p></fieldset></td></tr></table>',
			$title, // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped above.
			esc_attr( self::SHOWN ),
			esc_attr( $shown ),
			self::choices( $typed ?? ( is_wp_error( $kept ) ? array() : $kept ) ), // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped by `choices`.
			esc_html__( 'E-mails go to the address of this profile, SMS to the number for callbacks.', 'rappel' )
		);
	}

	/**
	 * Tells the service what changed, before WordPress saves the profile.
	 *
	 * @param WP_Error  $errors    Of the whole profile.
	 * @param bool      $is_update False for a user who is being made.
	 * @param \stdClass $user      What is about to be saved.
	 */
	public static function save( WP_Error $errors, bool $is_update, \stdClass $user ): void {
		$user_id = Read::integer( get_object_vars( $user ), 'ID' );
		$typed   = self::typed();
		if ( null === $typed || ! $is_update || $errors->has_errors() || self::written( $typed ) === self::shown() || ! Profile_Field::is_agent_shown( $user_id ) ) {
			return;
		}
		$problem = Alert_Settings::save( $user_id, $typed );
		if ( null !== $problem ) {
			$errors->add(
				'rappel_alerts',
				Problems::is_away( $problem ) ? __( 'The callback service does not answer at the moment, so what you want to be told was not saved. Your choice is still in the form: please save again in a moment.', 'rappel' ) : $problem->get_error_message(),
				array( 'form-field' => self::FIELD . '_missedCall' )
			);
		}
	}

	/**
	 * A choice for each thing to be told.
	 *
	 * @param array<string, string> $chosen By name.
	 */
	private static function choices( array $chosen ): string {
		$html = '';
		foreach ( Alert_Settings::WAYS as $name => $ways ) {
			$options = '';
			foreach ( $ways as $way ) {
				$options .= sprintf( '<option value="%s"%s>%s</option>', esc_attr( $way ), selected( $chosen[ $name ] ?? '', $way, false ), esc_html( self::way( $way ) ) );
			}
			$html .= sprintf(
				'<p><select name="%1$s[%2$s]" id="%1$s_%2$s">%4$s</select> <label for="%1$s_%2$s">%3$s</label></p>',
				esc_attr( self::FIELD ),
				esc_attr( $name ),
				esc_html( self::thing( $name ) ),
				$options
			);
		}
		return $html;
	}

	/**
	 * What may be told.
	 *
	 * @param string $name Of Alert_Settings::WAYS.
	 */
	private static function thing( string $name ): string {
		return match ( $name ) {
			'missedCall'    => __( 'that I missed a call', 'rappel' ),
			'failedBooking' => __( 'that a booked call of my channels came to nothing', 'rappel' ),
			'opening'       => __( 'that an opening period begins and I am not online', 'rappel' ),
			default         => __( 'yesterday in figures, every day at 8 am', 'rappel' ),
		};
	}

	/**
	 * By which way.
	 *
	 * @param string $way One of contract/src/agent.ts: alertWays.
	 */
	private static function way( string $way ): string {
		return match ( $way ) {
			'email'        => __( 'By e-mail', 'rappel' ),
			'text_message' => __( 'By SMS', 'rappel' ),
			default        => __( 'Never', 'rappel' ),
		};
	}

	/**
	 * What is chosen in the form that was sent; null when this is no such form.
	 *
	 * @return array<string, string>|null
	 */
	private static function typed(): ?array {
		// phpcs:disable WordPress.Security -- wp-admin/user-edit.php has checked the profile's nonce; only known words are taken.
		$typed = $_POST[ self::FIELD ] ?? null;
		// phpcs:enable
		return is_array( $typed ) ? Alert_Settings::allowed( Read::as_map( $typed ) ) : null;
	}

	/**
	 * What the form that was sent showed at first.
	 */
	private static function shown(): string {
		// phpcs:disable WordPress.Security.NonceVerification.Missing -- wp-admin/user-edit.php has checked the profile's nonce.
		return isset( $_POST[ self::SHOWN ] ) && is_string( $_POST[ self::SHOWN ] ) ? sanitize_text_field( wp_unslash( $_POST[ self::SHOWN ] ) ) : '';
		// phpcs:enable
	}

	/**
	 * Settings on one line, to be compared.
	 *
	 * @param array<string, string> $alerts By name.
	 */
	private static function written( array $alerts ): string {
		return implode( ' ', array_map( static fn( string $name ): string => $alerts[ $name ] ?? '', array_keys( Alert_Settings::WAYS ) ) );
	}
}
