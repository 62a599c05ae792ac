<?php
/**
 * The visitor's key to a request.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

defined( 'ABSPATH' ) || exit;

/**
 * A version 4 UUID. For a form sent without JavaScript WordPress makes it; wp_generate_uuid4() would be guessable, since it
 * draws from mt_rand().
 */
final class Request_Key {

	public const PATTERN = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

	/**
	 * A new key from the system's randomness.
	 */
	public static function create(): string {
		$bytes    = random_bytes( 16 );
		$bytes[6] = chr( ord( $bytes[6] ) & 0x0f | 0x40 );
		$bytes[8] = chr( ord( $bytes[8] ) & 0x3f | 0x80 );
		return vsprintf( '%s%s-%s-%s-%s-%s%s%s', str_split( bin2hex( $bytes ), 4 ) );
	}

	/**
	 * Whether a text is a key, or an id, which has the same form.
	 *
	 * @param string $text Any text.
	 */
	public static function is_valid( string $text ): bool {
		return 1 === preg_match( '/^' . self::PATTERN . '$/D', $text );
	}
}
