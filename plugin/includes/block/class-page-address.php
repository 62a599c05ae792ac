<?php
/**
 * The address of the page that is being made, and the way back to it.
 *
 * @package Rappel
 */

namespace Rappel\Block;

defined( 'ABSPATH' ) || exit;

/**
 * Always an address of this site: nobody is sent elsewhere by a form.
 */
final class Page_Address {

	/**
	 * This page, without `?rappel=`.
	 */
	public static function current(): string {
		$path = isset( $_SERVER['REQUEST_URI'] ) && is_string( $_SERVER['REQUEST_URI'] ) ? esc_url_raw( wp_unslash( $_SERVER['REQUEST_URI'] ) ) : '/';
		$home = wp_parse_url( home_url() );
		$home = is_array( $home ) ? $home : array();
		$site = ( $home['scheme'] ?? 'https' ) . '://' . ( $home['host'] ?? '' ) . ( isset( $home['port'] ) ? ':' . $home['port'] : '' );
		return remove_query_arg( Form_Memory::QUERY, $site . $path );
	}

	/**
	 * The page to go back to after a form.
	 *
	 * @param string $page_url The page that the form named.
	 * @param string $key      What it should show; '' for nothing.
	 * @param string $form_id  Where in the page; '' for its top.
	 */
	public static function back_to( string $page_url, string $key, string $form_id ): string {
		$referer  = (string) wp_get_referer();
		$fallback = wp_validate_redirect( '' === $referer ? home_url( '/' ) : $referer, home_url( '/' ) );
		$page     = wp_validate_redirect( '' === $page_url ? $fallback : $page_url, $fallback );
		$page     = remove_query_arg( Form_Memory::QUERY, (string) strtok( $page, '#' ) );
		if ( '' !== $key ) {
			$page = add_query_arg( Form_Memory::QUERY, $key, $page );
		}
		return 1 === preg_match( '/^rappel-callback-\d+$/D', $form_id ) ? "$page#$form_id" : $page;
	}
}
