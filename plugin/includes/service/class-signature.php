<?php
/**
 * How a call to the service is signed.
 *
 * @package Rappel
 */

namespace Rappel\Service;

defined( 'ABSPATH' ) || exit;

/**
 * The counterpart of contract/src/signature.ts; both are checked against contract/generated/signature-vectors.json.
 */
final class Signature {

	public const CONTRACT_VERSION = 1;

	/**
	 * The headers of one signed call.
	 *
	 * @param string $site_id   The site as the service knows it.
	 * @param string $secret    The site's secret, as it was given.
	 * @param string $home_url  The site's home URL now.
	 * @param string $method    GET, POST, PUT or DELETE.
	 * @param string $target    Path and query exactly as sent.
	 * @param string $body      The body's bytes; '' when there is none.
	 * @param string $timestamp Seconds since 1970.
	 * @param string $nonce     16 to 64 characters of [A-Za-z0-9_-], used once.
	 * @return array<string, string>
	 */
	public static function headers(
		string $site_id,
		#[\SensitiveParameter] string $secret,
		string $home_url,
		string $method,
		string $target,
		string $body,
		string $timestamp,
		string $nonce
	): array {
		$text = self::text_to_sign( $method, $target, hash( 'sha256', $body ), $timestamp, $nonce, $home_url );
		return array(
			'rappel-site'      => $site_id,
			'rappel-timestamp' => $timestamp,
			'rappel-nonce'     => $nonce,
			'rappel-home'      => $home_url,
			'rappel-contract'  => (string) self::CONTRACT_VERSION,
			'rappel-signature' => hash_hmac( 'sha256', $text, $secret ),
		);
	}

	/**
	 * The six lines that are signed.
	 *
	 * @param string $method      GET, POST, PUT or DELETE.
	 * @param string $target      Path and query exactly as sent.
	 * @param string $body_sha256 Hexadecimal.
	 * @param string $timestamp   Seconds since 1970.
	 * @param string $nonce       The nonce.
	 * @param string $home_url    The site's home URL.
	 */
	public static function text_to_sign( string $method, string $target, string $body_sha256, string $timestamp, string $nonce, string $home_url ): string {
		return implode(
			"\n",
			array( 'rappel-' . self::CONTRACT_VERSION, strtoupper( $method ), $target, $body_sha256, "$timestamp $nonce", $home_url )
		);
	}
}
