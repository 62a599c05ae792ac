<?php
/**
 * The site's Twilio account, where its configuration names one.
 *
 * @package Rappel
 */

namespace Rappel\Telephony;

use Rappel\Connection\Connection;

defined( 'ABSPATH' ) || exit;

/**
 * Credentials that stand in wp-config.php, in the environment or among WordPress's connectors. What the owner types into Rappel's own
 * screen goes to the service and is kept nowhere here.
 */
final class Configured_Account {

	private const ACCOUNT_SID = 'RAPPEL_TWILIO_ACCOUNT_SID';
	private const AUTH_TOKEN  = 'RAPPEL_TWILIO_AUTH_TOKEN';

	/**
	 * Made by `current`.
	 *
	 * @param string $account_sid Twilio's name of the account.
	 * @param string $auth_token  Its token.
	 * @param string $set_by      contract/src/telephony-account.ts: "constants", "environment" or "connector".
	 */
	private function __construct(
		public readonly string $account_sid,
		#[\SensitiveParameter] public readonly string $auth_token,
		public readonly string $set_by
	) {}

	/**
	 * The first that is whole: constants, environment, connector. Null: the configuration names none.
	 */
	public static function current(): ?self {
		$account_sid = Connection::configured( self::ACCOUNT_SID );
		$auth_token  = Connection::configured( self::AUTH_TOKEN );
		if ( '' !== $account_sid && '' !== $auth_token ) {
			return new self( $account_sid, $auth_token, defined( self::AUTH_TOKEN ) ? 'constants' : 'environment' );
		}
		$typed = Twilio_Connector::credentials();
		return '' !== $typed['account_sid'] && '' !== $typed['auth_token'] ? new self( $typed['account_sid'], $typed['auth_token'], 'connector' ) : null;
	}

	/**
	 * As the service takes it (contract/src/telephony-account.ts: saveTelephonyAccountSchema).
	 *
	 * @return array{accountSid: string, authToken: string}
	 */
	public function as_credentials(): array {
		return array(
			'accountSid' => $this->account_sid,
			'authToken'  => $this->auth_token,
		);
	}

	/**
	 * Keeps the token out of var_dump and print_r.
	 *
	 * @return array<string, string>
	 */
	public function __debugInfo(): array {
		return array( 'set_by' => $this->set_by );
	}
}
