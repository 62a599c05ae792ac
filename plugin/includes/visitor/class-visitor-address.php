<?php
/**
 * From where a visitor writes.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

defined( 'ABSPATH' ) || exit;

/**
 * The address that limits count by. Only REMOTE_ADDR: any header could be made up by the visitor.
 */
final class Visitor_Address {

	/**
	 * The visitor's address; '0.0.0.0' when WordPress knows none.
	 */
	public static function current(): string {
		$server  = filter_var( wp_unslash( $_SERVER['REMOTE_ADDR'] ?? '' ), FILTER_VALIDATE_IP );
		$address = false === $server ? '0.0.0.0' : $server;
		/**
		 * Behind a proxy of your own REMOTE_ADDR is the proxy's. Return the visitor's address here, taken from the header that
		 * your proxy sets and that it removes from what visitors send.
		 *
		 * @param string $address REMOTE_ADDR.
		 */
		$filtered = filter_var( apply_filters( 'rappel_visitor_address', $address ), FILTER_VALIDATE_IP );
		return is_string( $filtered ) ? $filtered : $address;
	}
}
