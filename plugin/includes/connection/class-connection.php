<?php
/**
 * The site's connection to its service.
 *
 * @package Rappel
 */

namespace Rappel\Connection;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Service address, site id and secret. The secret leaves this site in no answer, page or log: it only signs.
 */
final class Connection {

	public const OPTION = 'rappel_connection';

	/**
	 * Made by `current` and `save`.
	 *
	 * @param string $service_url Without a slash at the end.
	 * @param string $site_id     The site as the service knows it.
	 * @param string $secret      Keys every signature.
	 */
	private function __construct(
		public readonly string $service_url,
		public readonly string $site_id,
		#[\SensitiveParameter] public readonly string $secret
	) {}

	/**
	 * The connection; null when the site is not paired. `RAPPEL_SERVICE_URL`, where it is defined, replaces the stored
	 * address: a service that moves is followed by changing it.
	 */
	public static function current(): ?self {
		$stored  = get_option( self::OPTION );
		$site_id = Read::text( $stored, 'siteId' );
		$secret  = Read::text( $stored, 'secret' );
		if ( '' === $site_id || '' === $secret ) {
			return null;
		}
		$url = self::configured( 'RAPPEL_SERVICE_URL' );
		return new self( '' === $url ? Read::text( $stored, 'serviceUrl' ) : untrailingslashit( $url ), $site_id, $secret );
	}

	/**
	 * Stores a new connection, not autoloaded.
	 *
	 * @param string $service_url Without a slash at the end.
	 * @param string $site_id     The site as the service knows it.
	 * @param string $secret      Given once by the service.
	 */
	public static function save( string $service_url, string $site_id, #[\SensitiveParameter] string $secret ): self {
		update_option(
			self::OPTION,
			array(
				'serviceUrl' => $service_url,
				'siteId'     => $site_id,
				'secret'     => $secret,
			),
			false
		);
		return new self( $service_url, $site_id, $secret );
	}

	/**
	 * Forgets the connection; the service keeps its side.
	 */
	public static function forget(): void {
		delete_option( self::OPTION );
	}

	/**
	 * A setting given by wp-config.php or the environment; '' when there is none.
	 *
	 * @param string $name RAPPEL_SERVICE_URL or RAPPEL_PAIRING_CODE.
	 */
	public static function configured( string $name ): string {
		$value = defined( $name ) ? constant( $name ) : getenv( $name );
		return is_string( $value ) ? trim( $value ) : '';
	}

	/**
	 * Keeps the secret out of var_dump and print_r.
	 *
	 * @return array<string, string>
	 */
	public function __debugInfo(): array {
		return array(
			'service_url' => $this->service_url,
			'site_id'     => $this->site_id,
		);
	}
}
