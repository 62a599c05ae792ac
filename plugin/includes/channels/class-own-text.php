<?php
/**
 * A text that the owner may write.
 *
 * @package Rappel
 */

namespace Rappel\Channels;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Kept by language (contract/src/call-settings.ts: ownTexts): what nobody wrote in the page's language is Rappel's own in it, never
 * the owner's words in another one.
 */
final class Own_Text {

	/**
	 * The owner's words; null when there are none in that language.
	 *
	 * @param array<string, mixed> $texts    A part of the channel's settings.
	 * @param string               $name     The text's.
	 * @param string               $language One that the service speaks.
	 */
	public static function in( array $texts, string $name, string $language ): ?string {
		return Read::text_or_null( Read::map( $texts, $name ), $language );
	}
}
