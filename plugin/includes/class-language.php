<?php
/**
 * In which language somebody is spoken to.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

/**
 * The service speaks five languages; the plugin's own sentences are in English and French, and in English for the others. A page
 * says its language as BCP 47 ("fr-FR"), WordPress as a locale ("fr_FR").
 *
 * @phpstan-type Spoken 'en'|'fr'|'es'|'de'|'it'
 */
final class Language {

	/** As contract/src/primitives.ts has them. */
	private const SPOKEN = array( 'en', 'fr', 'es', 'de', 'it' );

	/** Of the plugin's own sentences. */
	private const LOCALES = array(
		'en' => 'en_US',
		'fr' => 'fr_FR',
	);

	/**
	 * The language of the service nearest to a tag or locale.
	 *
	 * @param string $tag      "fr-FR", "fr_CA", "nl"; '' when not known.
	 * @param string $fallback For a language that the service does not speak.
	 * @return Spoken
	 */
	public static function nearest( string $tag, string $fallback = 'en' ): string {
		foreach ( array( $tag, $fallback ) as $wanted ) {
			$place = array_search( strtolower( substr( $wanted, 0, 2 ) ), self::SPOKEN, true );
			if ( false !== $place ) {
				return self::SPOKEN[ $place ];
			}
		}
		return 'en';
	}

	/**
	 * The language of the page or screen that WordPress is making.
	 *
	 * @return Spoken
	 */
	public static function current(): string {
		return self::nearest( determine_locale() );
	}

	/**
	 * The languages in which the site is read, its own first: WordPress has one, WPML and Polylang, which answers its filters, add
	 * others (https://wpml.org/wpml-hook/wpml_active_languages/).
	 *
	 * @return list<Spoken>
	 */
	public static function of_site(): array {
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WPML's own filter.
		$others = apply_filters( 'wpml_active_languages', array() );
		$tags   = array_merge( array( get_locale() ), is_array( $others ) ? array_keys( $others ) : array() );
		$all    = array();
		foreach ( $tags as $tag ) {
			$code = is_string( $tag ) ? strtolower( substr( $tag, 0, 2 ) ) : '';
			if ( in_array( $code, self::SPOKEN, true ) ) {
				$all[ $code ] = $code;
			}
		}
		return array_values( $all );
	}

	/**
	 * Makes sentences in a language: a page's language need not be the one in which WordPress answers a request from it.
	 *
	 * @template T
	 * @param string        $language One that the service speaks.
	 * @param callable(): T $make     Calls gettext.
	 * @return T
	 */
	public static function speak( string $language, callable $make ): mixed {
		$locale = self::LOCALES[ $language ] ?? self::LOCALES['en'];
		if ( self::nearest( determine_locale() ) === self::nearest( $locale ) ) {
			return $make();
		}
		if ( switch_to_locale( $locale ) ) {
			try {
				return $make();
			} finally {
				restore_previous_locale();
			}
		}
		// WordPress itself is not installed in that language; the plugin still is.
		unload_textdomain( 'rappel', true );
		load_textdomain( 'rappel', RAPPEL_DIR . "/languages/rappel-$locale.mo", $locale );
		try {
			return $make();
		} finally {
			unload_textdomain( 'rappel', true );
		}
	}
}
