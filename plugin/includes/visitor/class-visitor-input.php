<?php
/**
 * What a visitor's browser sends to a page.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

defined( 'ABSPATH' ) || exit;

/**
 * Plain text of one line, nothing else. Without a nonce: these pages open by an unguessable link, and a nonce that everybody
 * gets proves nothing.
 */
final class Visitor_Input {

	/**
	 * A parameter of the address; null when it is not there.
	 *
	 * @param string $name Which.
	 */
	public static function query( string $name ): ?string {
		$value = $_GET[ $name ] ?? null; // phpcs:ignore WordPress.Security -- See the class; sanitized by `text`.
		return null === $value ? null : self::text( $value );
	}

	/**
	 * A field of a form; '' when it is not there.
	 *
	 * @param string $name Which.
	 */
	public static function field( string $name ): string {
		return self::text( $_POST[ $name ] ?? '' ); // phpcs:ignore WordPress.Security -- See the class; sanitized by `text`.
	}

	/**
	 * Whether a form was sent.
	 */
	public static function is_post(): bool {
		return 'POST' === self::text( $_SERVER['REQUEST_METHOD'] ?? '' ); // phpcs:ignore WordPress.Security -- Sanitized by `text`.
	}

	/**
	 * The value as text.
	 *
	 * @param mixed $value What PHP read.
	 */
	private static function text( mixed $value ): string {
		return is_string( $value ) ? sanitize_text_field( wp_unslash( $value ) ) : '';
	}
}
