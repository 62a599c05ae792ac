<?php
/**
 * In which language somebody is spoken to.
 *
 * @package Rappel
 */

namespace Rappel;

defined( 'ABSPATH' ) || exit;

/**
 * Rappel speaks English and French. A page says its language as BCP 47 ("fr-FR"), WordPress as a locale ("fr_FR").
 */
final class Language {

	private const LOCALES = array(
		'en' => 'en_US',
		'fr' => 'fr_FR',
	);

	/**
	 * The language that Rappel speaks nearest to a tag or locale.
	 *
	 * @param string $tag      "fr-FR", "fr_CA", "de"; '' when not known.
	 * @param string $fallback For a language that Rappel does not speak.
	 * @return 'en'|'fr'
	 */
	public static function nearest( string $tag, string $fallback = 'en' ): string {
		$language = strtolower( substr( $tag, 0, 2 ) );
		if ( ! isset( self::LOCALES[ $language ] ) ) {
			$language = strtolower( substr( $fallback, 0, 2 ) );
		}
		return 'fr' === $language ? 'fr' : 'en';
	}

	/**
	 * The language of the page or screen that WordPress is making.
	 *
	 * @return 'en'|'fr'
	 */
	public static function current(): string {
		return self::nearest( determine_locale() );
	}

	/**
	 * Makes sentences in a language: a page's language need not be the one in which WordPress answers a request from it.
	 *
	 * @template T
	 * @param string        $language 'en' or 'fr'.
	 * @param callable(): T $make     Calls gettext.
	 * @return T
	 */
	public static function speak( string $language, callable $make ): mixed {
		$locale = self::LOCALES[ self::nearest( $language ) ];
		if ( self::nearest( determine_locale() ) === self::nearest( $language ) ) {
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
