<?php
/**
 * What assistants and other plugins may ask of Rappel.
 *
 * @package Rappel
 */

namespace Rappel\Abilities;

use Rappel\Personal\Own_Presence;
use Rappel\Read;
use Rappel\Rest\Routes;
use Rappel\Rest\Viewer;
use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * The Abilities API of WordPress 6.9 (https://developer.wordpress.org/apis/abilities-api/); before it, nothing is registered. Each ability
 * does what a route of rappel/v1 does, as whoever is logged in, and none is open to the outside unless a site makes it so.
 */
final class Abilities {

	private const CATEGORY = 'rappel';

	/**
	 * Hooks, which an older WordPress never fires.
	 */
	public static function register(): void {
		add_action( 'wp_abilities_api_categories_init', array( self::class, 'add_category' ) );
		add_action( 'wp_abilities_api_init', array( self::class, 'add_abilities' ) );
	}

	/**
	 * Where they stand.
	 */
	public static function add_category(): void {
		if ( function_exists( 'wp_register_ability_category' ) ) {
			wp_register_ability_category(
				self::CATEGORY,
				array(
					'label'       => 'Rappel',
					'description' => __( 'Callbacks: who is there, and what was asked.', 'rappel' ),
				)
			);
		}
	}

	/**
	 * All of them.
	 */
	public static function add_abilities(): void {
		if ( ! function_exists( 'wp_register_ability' ) ) {
			return;
		}
		foreach ( self::all() as $name => $ability ) {
			wp_register_ability( $name, $ability );
		}
	}

	/**
	 * Each as wp_register_ability() takes it.
	 *
	 * @return array<lowercase-string&non-falsy-string, array<string, mixed>>
	 */
	public static function all(): array {
		return array(
			'rappel/check-availability' => self::ability(
				__( 'Check whether callbacks are offered', 'rappel' ),
				__( 'Whether a visitor of a channel can be called back at once, and when that changes.', 'rappel' ),
				array( 'channelId' => self::text( 'uuid' ) ),
				array( 'channelId' ),
				static fn( array $input ): array|WP_Error => self::ask( 'GET', '/channels/' . rawurlencode( Read::text( $input, 'channelId' ) ) . '/availability', array() ),
				static fn(): bool => current_user_can( 'edit_posts' ) || Viewer::sees_requests(),
				true
			),
			'rappel/list-requests'      => self::ability(
				__( 'List callback requests', 'rappel' ),
				__( 'The newest callback requests that the user may see; numbers are masked where they may not see them.', 'rappel' ),
				array(
					'search' => self::text( '' ),
					'only'   => self::text( '', array( 'booked', 'uncovered', 'missed', 'handled' ) ),
				),
				array(),
				static fn( array $input ): array|WP_Error => self::ask( 'GET', '/callback-requests', array_intersect_key( $input, array_flip( array( 'search', 'only' ) ) ) ),
				static fn(): bool => Viewer::sees_requests(),
				true
			),
			'rappel/set-presence'       => self::ability(
				__( 'Set presence', 'rappel' ),
				__( 'Sets the user’s own status until the end of the opening period; somebody who supervises sets a colleague’s.', 'rappel' ),
				array(
					'status' => self::text( '', Own_Presence::STATUSES ),
					'userId' => array(
						'type'    => 'integer',
						'minimum' => 1,
					),
				),
				array( 'status' ),
				static fn( array $input ): array|WP_Error => self::ask( 'PUT', '/agents/' . Read::integer( $input, 'userId', get_current_user_id() ) . '/presence', array( 'status' => Read::text( $input, 'status' ) ) ),
				static fn(): bool => Viewer::sees_requests(),
				false
			),
		);
	}

	/**
	 * One ability. Doing one twice comes to the same as doing it once, and none destroys anything.
	 *
	 * @param string                                                          $label       For reading.
	 * @param string                                                          $description For reading.
	 * @param array<string, array<string, mixed>>                             $input       JSON Schema of each field.
	 * @param list<string>                                                    $required    Fields that must be there.
	 * @param callable(array<string, mixed>): (array<string, mixed>|WP_Error) $execute What it does.
	 * @param callable(): bool                                                $may         Who may.
	 * @param bool                                                            $is_readonly It changes nothing.
	 * @return array<string, mixed>
	 */
	private static function ability( string $label, string $description, array $input, array $required, callable $execute, callable $may, bool $is_readonly ): array {
		return array(
			'label'               => $label,
			'description'         => $description,
			'category'            => self::CATEGORY,
			'input_schema'        => array(
				'type'                 => 'object',
				'properties'           => $input,
				'required'             => $required,
				'additionalProperties' => false,
			),
			'output_schema'       => array( 'type' => 'object' ),
			'execute_callback'    => static fn( mixed $typed = array() ): array|WP_Error => $execute( Read::as_map( $typed ) ),
			'permission_callback' => static fn(): bool => $may(),
			'meta'                => array(
				'annotations'  => array(
					'readonly'    => $is_readonly,
					'destructive' => false,
					'idempotent'  => true,
				),
				'show_in_rest' => false,
			),
		);
	}

	/**
	 * A text.
	 *
	 * @param string       $format '' for any.
	 * @param list<string> $words  The only ones; none: any.
	 * @return array<string, mixed>
	 */
	private static function text( string $format, array $words = array() ): array {
		return array( 'type' => 'string' ) + array_filter(
			array(
				'format' => $format,
				'enum'   => $words,
			)
		);
	}

	/**
	 * Asks a route of rappel/v1 as the current user: it says what they may.
	 *
	 * @param 'GET'|'PUT'          $method HTTP method.
	 * @param string               $path   After rappel/v1.
	 * @param array<string, mixed> $fields Query or body.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function ask( string $method, string $path, array $fields ): array|WP_Error {
		$request = new WP_REST_Request( $method, '/' . Routes::REST_NAMESPACE . $path );
		if ( 'GET' === $method ) {
			$request->set_query_params( $fields );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $fields ) );
		}
		$response = rest_do_request( $request );
		return $response->as_error() ?? Read::as_map( $response->get_data() );
	}
}
