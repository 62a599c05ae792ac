<?php
/**
 * Reads values of unknown shape.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

/**
 * Takes a value of the expected type out of decoded JSON, an option or a form, and a harmless one when it is not there.
 */
final class Read {

	/**
	 * Decoded JSON, with maps as arrays. An empty map stays an object: as an array it would be written as an empty list, and
	 * refused when somebody saves what they have read.
	 *
	 * @param string $text JSON.
	 */
	public static function json( string $text ): mixed {
		return self::maps_as_arrays( json_decode( $text ) );
	}

	/**
	 * The same value with every object that has something in it as an array.
	 *
	 * @param mixed $value Decoded JSON.
	 */
	private static function maps_as_arrays( mixed $value ): mixed {
		if ( is_object( $value ) ) {
			$map = get_object_vars( $value );
			return array() === $map ? $value : array_map( array( self::class, 'maps_as_arrays' ), $map );
		}
		return is_array( $value ) ? array_map( array( self::class, 'maps_as_arrays' ), $value ) : $value;
	}

	/**
	 * A text; '' when there is none.
	 *
	 * @param mixed      $from A map.
	 * @param string|int $key  Where to look.
	 */
	public static function text( mixed $from, string|int $key ): string {
		$value = self::value( $from, $key );
		return is_scalar( $value ) && ! is_bool( $value ) ? (string) $value : '';
	}

	/**
	 * A text, or null when there is none or it is empty.
	 *
	 * @param mixed      $from A map.
	 * @param string|int $key  Where to look.
	 */
	public static function text_or_null( mixed $from, string|int $key ): ?string {
		$text = self::text( $from, $key );
		return '' === $text ? null : $text;
	}

	/**
	 * A whole number.
	 *
	 * @param mixed      $from     A map.
	 * @param string|int $key      Where to look.
	 * @param int        $fallback When there is none.
	 */
	public static function integer( mixed $from, string|int $key, int $fallback = 0 ): int {
		$value = self::value( $from, $key );
		return is_numeric( $value ) ? (int) $value : $fallback;
	}

	/**
	 * True only for a true boolean, 1 or "1".
	 *
	 * @param mixed      $from A map.
	 * @param string|int $key  Where to look.
	 */
	public static function truth( mixed $from, string|int $key ): bool {
		return in_array( self::value( $from, $key ), array( true, 1, '1' ), true );
	}

	/**
	 * A map; empty when there is none.
	 *
	 * @param mixed      $from A map.
	 * @param string|int $key  Where to look.
	 * @return array<string, mixed>
	 */
	public static function map( mixed $from, string|int $key ): array {
		return self::as_map( self::value( $from, $key ) );
	}

	/**
	 * A list; empty when there is none.
	 *
	 * @param mixed      $from A map.
	 * @param string|int $key  Where to look.
	 * @return list<mixed>
	 */
	public static function items( mixed $from, string|int $key ): array {
		$value = self::value( $from, $key );
		return is_array( $value ) ? array_values( $value ) : array();
	}

	/**
	 * The value as a map with text keys.
	 *
	 * @param mixed $value Anything.
	 * @return array<string, mixed>
	 */
	public static function as_map( mixed $value ): array {
		$map = array();
		if ( is_array( $value ) ) {
			foreach ( $value as $key => $item ) {
				$map[ (string) $key ] = $item;
			}
		}
		return $map;
	}

	/**
	 * The value itself; null when there is none.
	 *
	 * @param mixed      $from A map.
	 * @param string|int $key  Where to look.
	 */
	private static function value( mixed $from, string|int $key ): mixed {
		return is_array( $from ) ? ( $from[ $key ] ?? null ) : null;
	}
}
