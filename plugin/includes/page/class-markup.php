<?php
/**
 * Pieces of the plugin's pages inside the theme.
 *
 * @package Rappel
 */

namespace Rappel\Page;

defined( 'ABSPATH' ) || exit;

/**
 * Each takes plain text and gives escaped HTML, without a script and with the theme's own type and colours.
 */
final class Markup {

	/** Where the plugin's own part of a page starts. */
	public const ANCHOR = 'rappel-page';

	/**
	 * The page's own part.
	 *
	 * @param string $html     Escaped.
	 * @param string $language In which it is written.
	 */
	public static function wrap( string $html, string $language ): string {
		return sprintf( '<div class="rappel-page" id="%s" lang="%s">%s</div>', esc_attr( self::ANCHOR ), esc_attr( $language ), $html );
	}

	/**
	 * A sentence.
	 *
	 * @param string $text  Plain; '' for nothing.
	 * @param string $name  Of its class; '' for none.
	 */
	public static function paragraph( string $text, string $name = '' ): string {
		if ( '' === $text ) {
			return '';
		}
		return sprintf( '<p%s>%s</p>', '' === $name ? '' : sprintf( ' class="rappel-page__%s"', esc_attr( $name ) ), esc_html( $text ) );
	}

	/**
	 * What has just happened, read out by screen readers.
	 *
	 * @param string $text      Plain; '' for nothing.
	 * @param bool   $is_urgent It is a refusal.
	 */
	public static function notice( string $text, bool $is_urgent ): string {
		return '' === $text ? '' : sprintf(
			'<p class="rappel-page__notice%s" role="%s">%s</p>',
			$is_urgent ? ' is-refusal' : '',
			$is_urgent ? 'alert' : 'status',
			esc_html( $text )
		);
	}

	/**
	 * A link.
	 *
	 * @param string $address '' for the same page again.
	 * @param string $label   Plain.
	 * @param bool   $is_main It looks like the theme's buttons.
	 */
	public static function link( string $address, string $label, bool $is_main = false ): string {
		return sprintf( '<a href="%s"%s>%s</a>', esc_url( $address ), $is_main ? ' class="wp-element-button button"' : '', esc_html( $label ) );
	}

	/**
	 * What may be done.
	 *
	 * @param list<string> $items Escaped; one that is '' is left out.
	 */
	public static function actions( array $items ): string {
		$items = array_filter( $items, static fn( string $item ): bool => '' !== $item );
		return array() === $items ? '' : '<ul class="rappel-page__actions"><li>' . implode( '</li><li>', $items ) . '</li></ul>';
	}

	/**
	 * Facts, by their names.
	 *
	 * @param array<string, string> $facts Plain names, escaped values; one that is '' is left out.
	 */
	public static function facts( array $facts ): string {
		$rows = '';
		foreach ( array_filter( $facts, static fn( string $value ): bool => '' !== $value ) as $name => $value ) {
			$rows .= sprintf( '<div><dt>%s</dt><dd>%s</dd></div>', esc_html( $name ), $value );
		}
		return "<dl class=\"rappel-page__facts\">$rows</dl>";
	}

	/**
	 * A number, left to right in every script.
	 *
	 * @param string $number Plain; '' for nothing.
	 */
	public static function number( string $number ): string {
		return '' === $number ? '' : sprintf( '<bdi dir="ltr">%s</bdi>', esc_html( $number ) );
	}

	/**
	 * A form that does one thing.
	 *
	 * @param string                $address Where it is sent.
	 * @param array<string, string> $hidden  Hidden fields.
	 * @param string                $label   Of its button, plain.
	 * @param string                $fields  Escaped; '' for none.
	 * @param bool                  $is_main Its button looks like the theme's buttons.
	 */
	public static function form( string $address, array $hidden, string $label, string $fields = '', bool $is_main = false ): string {
		$inputs = '';
		foreach ( $hidden as $name => $value ) {
			$inputs .= sprintf( '<input type="hidden" name="%s" value="%s" />', esc_attr( $name ), esc_attr( $value ) );
		}
		return sprintf(
			'<form method="post" action="%s">%s%s<button type="submit" class="%s">%s</button></form>',
			esc_url( $address ),
			$inputs,
			$fields,
			$is_main ? 'wp-element-button button' : 'rappel-page__quiet',
			esc_html( $label )
		);
	}
}
