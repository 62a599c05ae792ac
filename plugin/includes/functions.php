<?php
/**
 * What a theme may call.
 *
 * @package Rappel
 */

defined( 'ABSPATH' ) || exit;

/**
 * The callback form, by the same renderer as the block and the shortcode.
 *
 * @param array<string, mixed> $attributes The block's: `channelId` (without it the only channel there is), `display` ('inline', 'button'
 *                                         or 'floating'), `side` of a floating button ('start' or 'end'), and `texts` that replace the
 *                                         channel's own: `introduction`, `phoneLabel`, `nameLabel`, `noteLabel`, `buttonLabel`,
 *                                         `bookingButtonLabel`, `openLabel`.
 * @return string HTML, escaped; '' when there is nothing to show.
 */
function rappel_callback( array $attributes = array() ): string {
	return Rappel\Block\Callback_Block::render( $attributes );
}
