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
	 * The arguments of a route whose body or query is one object of the contract.
	 *
	 * @param string $name Name of the schema.
	 * @return array<string, array<string, mixed>>
	 */
	public static function properties( string $name ): array {
		$generated = RAPPEL_DIR . '/includes/generated/schemas.php';
		$schema    = is_file( $generated ) ? Read::map( require $generated, $name ) : array();
		$required  = Read::items( $schema, 'required' );
		$arguments = array();
		foreach ( Read::map( $schema, 'properties' ) as $property => $definition ) {
			$arguments[ $property ] = Read::as_map( $definition );
			if ( in_array( $property, $required, true ) ) {
				$arguments[ $property ]['required'] = true;
			}
		}
		return $arguments;
	}
}
