<?php
/**
 * The contract's schemas.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Reads includes/generated/schemas.php, which contract/ writes from its zod schemas.
 */
final class Schemas {

	/**
	 * The query of a route, checked here.
	 *
	 * @param string       $name   Name of the schema.
	 * @param list<string> $except What WordPress says itself: no argument of the route.
	 * @return array<string, array<string, mixed>>
	 */
	public static function query( string $name, array $except = array() ): array {
		return array_diff_key( self::properties( $name ), array_flip( $except ) );
	}

	/**
	 * The body of a route that is forwarded: described here, checked by the service. WordPress would answer "Invalid parameter(s):
	 * settings" where the service has a sentence for each field, in the language of whoever typed it.
	 *
	 * @param string       $name   Name of the schema.
	 * @param list<string> $except What WordPress says itself: no argument of the route.
	 * @return array<string, array<string, mixed>>
	 */
	public static function body( string $name, array $except = array() ): array {
		$as_it_is = array(
			'validate_callback' => '__return_true',
			'sanitize_callback' => static fn( mixed $value ): mixed => $value,
		);
		return array_map( static fn( array $definition ): array => $as_it_is + $definition, self::query( $name, $except ) );
	}

	/**
	 * The properties of one object of the contract, as WordPress writes arguments.
	 *
	 * @param string $name Name of the schema.
	 * @return array<string, array<string, mixed>>
	 */
	private static function properties( string $name ): array {
		$schema    = Read::map( require RAPPEL_DIR . '/includes/generated/schemas.php', $name );
		$required  = Read::items( $schema, 'required' );
		$arguments = array();
		foreach ( Read::map( $schema, 'properties' ) as $property => $definition ) {
			$arguments[ $property ] = Read::as_map( $definition );
			// WordPress takes a null for a field that is missing.
			if ( in_array( $property, $required, true ) && ! in_array( 'null', Read::items( $arguments[ $property ], 'type' ), true ) ) {
				$arguments[ $property ]['required'] = true;
			}
		}
		return $arguments;
	}
}
