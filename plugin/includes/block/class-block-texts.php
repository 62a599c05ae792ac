<?php
/**
 * What a block may say otherwise than its channel.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Channels\Channel_Copy;
use Rappel\Language;

defined( 'ABSPATH' ) || exit;

/**
 * The texts that an editor sees beside the block before they write their own (contract/src/wordpress.ts: channelNameSchema).
 *
 * @phpstan-import-type Channel from Channel_Copy
 */
final class Block_Texts {

	/**
	 * What a channel's form says in the site's language, whatever the editor's own; texts of what its form does not have are absent.
	 *
	 * @param Channel $channel From the copy.
	 * @return array<string, string> By the name of the block's text.
	 */
	public static function of_channel( array $channel ): array {
		$language = Language::nearest( get_locale() );
		return Language::speak(
			$language,
			static function () use ( $channel, $language ): array {
				$form  = new Form_Texts( $channel, $language );
				$texts = array(
					'introduction'       => $form->introduction,
					'phoneLabel'         => $form->phone_label,
					'nameLabel'          => $form->asks_name ? $form->name_label : '',
					'noteLabel'          => $form->asks_note ? $form->note_label : '',
					'buttonLabel'        => 'deferred' === $channel['callTypes'] ? '' : $form->button_label,
					'bookingButtonLabel' => 'immediate' === $channel['callTypes'] ? '' : $form->later_label,
					'openLabel'          => Block_Display::default_open_label(),
				);
				return array_filter( $texts, static fn( string $text ): bool => '' !== $text );
			}
		);
	}
}
