<?php
/**
 * Pairs the site with a service.
 *
 * @package Rappel
 */

namespace Rappel\Connection;

use Rappel\Agents\Agent_Sync;
use Rappel\Channels\Channel_Copy;
use Rappel\Problems;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * One code, made by the service and used once, is exchanged for the site's id and secret. Where `RAPPEL_SERVICE_URL` and
 * `RAPPEL_PAIRING_CODE` are defined (wp-config.php or environment) the site pairs by itself; without a code, with the one that it offered.
 */
final class Pairing {

	private const LOCK          = 'rappel_pairing_lock';
	private const BACK_OFF      = 'rappel_pairing_back_off';
	private const LOCK_SECONDS  = 30;
	private const FIRST_SECONDS = 5;
	private const LAST_SECONDS  = 600;

	/**
	 * Pairs with a code.
	 *
	 * @param string $service_url As typed.
	 * @param string $code        As typed.
	 * @return Connection|WP_Error
	 */
	public static function pair( string $service_url, #[\SensitiveParameter] string $code ): Connection|WP_Error {
		$service_url = untrailingslashit( trim( $service_url ) );
		$json        = (string) wp_json_encode(
			array(
				'code'     => trim( $code ),
				'homeUrl'  => Service_Client::home_url(),
				'name'     => Site_Facts::name(),
				'timeZone' => wp_timezone_string(),
			)
		);
		$paired      = Service_Client::pair( $service_url, $json );
		if ( is_wp_error( $paired ) ) {
			return $paired;
		}
		$site_id = Read::text( $paired, 'siteId' );
		$secret  = Read::text( $paired, 'secret' );
		if ( '' === $site_id || '' === $secret ) {
			return Problems::own( 'pairing_code_invalid', array( 'field' => 'serviceUrl' ) );
		}
		Channel_Copy::forget();
		$connection = Connection::save( $service_url, $site_id, $secret );
		delete_option( self::BACK_OFF );
		Offered_Code::forget();
		Site_Sync::changed();
		Agent_Sync::tell_all();
		return $connection;
	}

	/**
	 * The connection, made first where the configuration allows it. Waits 3 seconds at most, and only once in a while: after
	 * a failure it is left alone for 5 seconds, then twice as long each time up to 10 minutes; a refused code until it changes.
	 */
	public static function ensure(): ?Connection {
		$connection = Connection::current();
		$url        = Connection::configured( 'RAPPEL_SERVICE_URL' );
		$code       = Connection::configured( 'RAPPEL_PAIRING_CODE' );
		if ( null === $connection && '' !== $url && '' === $code ) {
			$code = Offered_Code::current()['code'] ?? '';
		}
		if ( null !== $connection || '' === $url || '' === $code || ! self::may_try( $url, $code ) || ! self::lock() ) {
			return $connection;
		}
		try {
			$connection = self::pair( $url, $code );
			if ( is_wp_error( $connection ) ) {
				self::back_off( $url, $code, $connection );
				return null;
			}
			return $connection;
		} finally {
			delete_option( self::LOCK );
		}
	}

	/**
	 * Why the last pairing by configuration failed; null when none did.
	 *
	 * @return array{code: string, detail: string}|null
	 */
	public static function last_problem(): ?array {
		$stored = get_option( self::BACK_OFF );
		$code   = Read::text( $stored, 'problem' );
		return '' === $code ? null : array(
			'code'   => $code,
			'detail' => Read::text( $stored, 'detail' ),
		);
	}

	/**
	 * Whether enough time went by since the last failure with this code.
	 *
	 * @param string $url  The configured address.
	 * @param string $code The configured code.
	 */
	private static function may_try( string $url, #[\SensitiveParameter] string $code ): bool {
		$stored = get_option( self::BACK_OFF );
		return Read::text( $stored, 'for' ) !== self::fingerprint( $url, $code ) || Read::integer( $stored, 'notBefore' ) <= time();
	}

	/**
	 * Remembers a failure.
	 *
	 * @param string   $url   The configured address.
	 * @param string   $code  The configured code.
	 * @param WP_Error $error Why.
	 */
	private static function back_off( string $url, #[\SensitiveParameter] string $code, WP_Error $error ): void {
		$stored   = get_option( self::BACK_OFF );
		$for      = self::fingerprint( $url, $code );
		$failures = Read::text( $stored, 'for' ) === $for ? Read::integer( $stored, 'failures' ) + 1 : 1;
		$pause    = (int) min( self::LAST_SECONDS, self::FIRST_SECONDS * 2 ** min( $failures - 1, 10 ) );
		update_option(
			self::BACK_OFF,
			array(
				'for'       => $for,
				'failures'  => $failures,
				'notBefore' => Problems::is_away( $error ) ? time() + $pause : PHP_INT_MAX,
				'problem'   => (string) $error->get_error_code(),
				'detail'    => $error->get_error_message(),
			),
			false
		);
	}

	/**
	 * Takes the lock: `add_option` inserts a unique row, so one process only gets it. One that a killed process left is
	 * taken over after 30 seconds.
	 */
	private static function lock(): bool {
		if ( add_option( self::LOCK, time(), '', false ) ) {
			return true;
		}
		wp_cache_delete( self::LOCK, 'options' );
		$since = get_option( self::LOCK );
		if ( is_numeric( $since ) && (int) $since > time() - self::LOCK_SECONDS ) {
			return false;
		}
		delete_option( self::LOCK );
		return add_option( self::LOCK, time(), '', false );
	}

	/**
	 * Stands for an address and a code without keeping them.
	 *
	 * @param string $url  The configured address.
	 * @param string $code The configured code.
	 */
	private static function fingerprint( string $url, #[\SensitiveParameter] string $code ): string {
		return wp_hash( "$url $code" );
	}
}
