<?php
/**
 * Gives the service the Twilio account that the configuration names.
 *
 * @package Rappel
 */

namespace Rappel\Telephony;

use Rappel\Connection\Connection;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Told when it changes, and again while the service has not taken it: at most every ten minutes from the admin, and hourly by cron. What
 * the service took is remembered as a hash.
 */
final class Account_Sync {

	/** Stands for the account that the service was given last; none while it was given none by the configuration. */
	public const TOLD = 'rappel_telephony_told';

	/** Why the service did not take it, for the screens. */
	public const PROBLEM = 'rappel_telephony_problem';

	/** It asks the network whether the credentials are right. */
	public const TIMEOUT_SECONDS = 12.0;

	private const PAUSE         = 'rappel_telephony_pause';
	private const PAUSE_SECONDS = 600;

	/**
	 * Listens.
	 */
	public static function register(): void {
		add_action( 'admin_init', array( self::class, 'tell_soon' ) );
		foreach ( array( 'add_option_', 'update_option_', 'delete_option_' ) as $changed ) {
			add_action( $changed . Twilio_Connector::SETTING, array( self::class, 'changed' ), 10, 0 );
		}
	}

	/**
	 * The connector's credentials were changed: told at the end of this page.
	 */
	public static function changed(): void {
		delete_transient( self::PAUSE );
		add_action( 'shutdown', array( self::class, 'tell' ) );
	}

	/**
	 * A page of the admin: told, unless it was tried a moment ago.
	 */
	public static function tell_soon(): void {
		if ( ! wp_doing_ajax() && false === get_transient( self::PAUSE ) ) {
			self::tell();
		}
	}

	/**
	 * Tells the service what it does not know yet.
	 */
	public static function tell(): void {
		$connection = Connection::current();
		$account    = Configured_Account::current();
		$told       = get_option( self::TOLD, '' );
		if ( null === $connection || ( null === $account && '' === $told ) ) {
			return;
		}
		$now = null === $account ? '' : wp_hash( $connection->site_id . wp_json_encode( $account->as_credentials() ) );
		if ( $now === $told ) {
			return;
		}
		set_transient( self::PAUSE, 1, self::PAUSE_SECONDS );
		$answer = self::save( $connection, $account?->as_credentials() );
		if ( is_wp_error( $answer ) ) {
			update_option( self::PROBLEM, $answer->get_error_message(), false );
			return;
		}
		delete_option( self::PROBLEM );
		if ( '' === $now ) {
			delete_option( self::TOLD );
		} else {
			update_option( self::TOLD, $now, false );
		}
	}

	/**
	 * There is no service any more: the next one is given the account anew.
	 */
	public static function forget(): void {
		delete_option( self::TOLD );
		delete_option( self::PROBLEM );
		delete_transient( self::PAUSE );
	}

	/**
	 * Has the service try and keep an account.
	 *
	 * @param Connection                                        $connection  The site's connection.
	 * @param array{accountSid: string, authToken: string}|null $credentials Null: the service's own account again.
	 * @return array<string, mixed>|WP_Error contract/src/telephony-account.ts: telephonyAccountSchema.
	 */
	public static function save( Connection $connection, #[\SensitiveParameter] ?array $credentials ): array|WP_Error {
		$body = (string) wp_json_encode( array( 'credentials' => $credentials ), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
		return Service_Client::call( $connection, 'PUT', '/v1/site/telephony', $body, array(), null, self::TIMEOUT_SECONDS );
	}
}
