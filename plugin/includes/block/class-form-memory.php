<?php
/**
 * What a form sent without JavaScript has to remember from one page to the next.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Read;
use Rappel\Visitor\Request_Key;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Kept for an hour under the request's key, which only the visitor's address bar has (`?rappel={key}`).
 */
final class Form_Memory {

	public const QUERY = 'rappel';

	/**
	 * What was remembered.
	 *
	 * @param string               $key        The key.
	 * @param string               $channel_id Which form.
	 * @param string               $number     As typed.
	 * @param string               $name       As typed.
	 * @param bool                 $consent    Ticked.
	 * @param array<string, mixed> $status     The request's state; empty when it was refused.
	 * @param string               $problem    The sentence about it; '' for none.
	 * @param string               $field      The field at fault; '' for none.
	 * @param string               $note       As typed, on one line.
	 * @param bool                 $picking    A time is being chosen.
	 * @param string               $slot       The chosen one, as the service wrote it; '' for none.
	 * @param string               $slots_from The date from which on times are listed; '' from the first.
	 * @param string               $confirming The sentence that asks for the code sent to the number; '' when none is asked for.
	 */
	public function __construct(
		public readonly string $key,
		public readonly string $channel_id,
		public readonly string $number,
		public readonly string $name,
		public readonly bool $consent,
		public readonly array $status = array(),
		public readonly string $problem = '',
		public readonly string $field = '',
		public readonly string $note = '',
		public readonly bool $picking = false,
		public readonly string $slot = '',
		public readonly string $slots_from = '',
		public readonly string $confirming = ''
	) {}

	/**
	 * The same form with a new answer.
	 *
	 * @param array<string, mixed>|WP_Error $answer A VisitorStatus or a refusal.
	 */
	public function with( array|WP_Error $answer ): self {
		if ( is_wp_error( $answer ) ) {
			return $this->refused( $answer );
		}
		// For a form that was sent twice the service names the first request.
		$key = Read::text( $answer, 'key' );
		return $this->but(
			array(
				'key'        => Request_Key::is_valid( $key ) ? $key : $this->key,
				'status'     => $answer,
				'problem'    => '',
				'field'      => '',
				'confirming' => '',
			)
		);
	}

	/**
	 * The same form with what is wrong with it. What is said of the code leads to the code.
	 *
	 * @param WP_Error $why Why it was refused.
	 */
	private function refused( WP_Error $why ): self {
		$sentence = $why->get_error_message();
		$field    = Read::text( $why->get_error_data(), 'field' );
		$is_asked = 'code_needed' === $why->get_error_code();
		return $this->but(
			array(
				'status'     => array(),
				'problem'    => $is_asked ? '' : $sentence,
				'field'      => $field,
				'confirming' => match ( true ) {
					$is_asked          => $sentence,
				'code' === $field  => $this->confirming,
				default            => '',
				},
			)
		);
	}

	/**
	 * The same form, other in some respects.
	 *
	 * @param array<string, mixed> $changes By property.
	 */
	public function but( array $changes ): self {
		return self::of( Read::as_map( $changes + get_object_vars( $this ) ) );
	}

	/**
	 * A form from its properties.
	 *
	 * @param array<string, mixed> $properties By name.
	 */
	private static function of( array $properties ): self {
		return new self(
			Read::text( $properties, 'key' ),
			Read::text( $properties, 'channel_id' ),
			Read::text( $properties, 'number' ),
			Read::text( $properties, 'name' ),
			Read::truth( $properties, 'consent' ),
			Read::map( $properties, 'status' ),
			Read::text( $properties, 'problem' ),
			Read::text( $properties, 'field' ),
			Read::text( $properties, 'note' ),
			Read::truth( $properties, 'picking' ),
			Read::text( $properties, 'slot' ),
			Read::text( $properties, 'slots_from' ),
			Read::text( $properties, 'confirming' )
		);
	}

	/**
	 * Keeps it.
	 */
	public function save(): void {
		set_transient( self::name( $this->key ), get_object_vars( $this ), HOUR_IN_SECONDS );
	}

	/**
	 * What is remembered under a key.
	 *
	 * @param string $key The key.
	 */
	public static function find( string $key ): ?self {
		$kept = Request_Key::is_valid( $key ) ? get_transient( self::name( $key ) ) : false;
		return is_array( $kept ) ? self::of( array( 'key' => $key ) + Read::as_map( $kept ) ) : null;
	}

	/**
	 * What the page that is being made has to show of it; null on every other page.
	 */
	public static function of_page(): ?self {
		$key = isset( $_GET[ self::QUERY ] ) && is_string( $_GET[ self::QUERY ] ) ? sanitize_key( $_GET[ self::QUERY ] ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Reads a page's state by an unguessable key; changes nothing.
		return '' === $key ? null : self::find( $key );
	}

	/**
	 * Name of the transient.
	 *
	 * @param string $key The key.
	 */
	private static function name( string $key ): string {
		return 'rappel_form_' . $key;
	}
}
