<?php
/**
 * Twilio among WordPress's connectors.
 *
 * @package Rappel
 */

namespace Rappel\Telephony;

use Rappel\Read;
use WP_Connector_Registry;

defined( 'ABSPATH' ) || exit;

/**
 * From WordPress 7.0 on, Settings → Connectors takes the credentials: two fields from 7.1 on, which has credentials of a name and a
 * password, and before one field that takes both with a colon between. WordPress keeps, shows and masks them.
 *
 * @see https://developer.wordpress.org/reference/classes/wp_connector_registry/register/
 */
final class Twilio_Connector {

	public const ID = 'rappel-twilio';
	/** WordPress keeps them in this option. */
	public const SETTING = 'rappel_twilio_credentials';

	/**
	 * Listens; before 7.0 nobody calls.
	 */
	public static function register(): void {
		add_action( 'wp_connectors_init', array( self::class, 'add' ) );
	}

	/**
	 * Adds it to the registry.
	 *
	 * @param mixed $registry Of WordPress.
	 */
	public static function add( mixed $registry ): void {
		if ( ! $registry instanceof WP_Connector_Registry || $registry->is_registered( self::ID ) ) {
			return;
		}
		$takes_pairs = function_exists( 'wp_connectors_sanitize_application_password_credentials' );
		$registry->register(
			self::ID,
			array(
				'name'           => 'Twilio (Rappel)',
				'description'    => $takes_pairs
					? __( 'Calls and text messages of Rappel over an account of your own. The user name is the Account SID, the password is the Auth Token.', 'rappel' )
					: __( 'Calls and text messages of Rappel over an account of your own. Type the Account SID, a colon and the Auth Token.', 'rappel' ),
				'type'           => 'telephony',
				'authentication' => array(
					'method'          => $takes_pairs ? 'application_password' : 'api_key',
					'credentials_url' => 'https://console.twilio.com/',
					'setting_name'    => self::SETTING,
				),
			)
		);
	}

	/**
	 * What was typed there; both '' when nothing was.
	 *
	 * @return array{account_sid: string, auth_token: string}
	 */
	public static function credentials(): array {
		$kept  = get_option( self::SETTING );
		$parts = is_string( $kept ) ? explode( ':', $kept, 2 ) : array( Read::text( $kept, 'username' ), Read::text( $kept, 'password' ) );
		return array(
			'account_sid' => trim( $parts[0] ),
			'auth_token'  => trim( $parts[1] ?? '' ),
		);
	}
}
