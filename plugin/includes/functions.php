<?php
/**
 * What a theme may call.
 *
 * @package Rappel
 */

defined( 'ABSPATH' ) || exit;

/**
 * The callback form, by the same renderer as the block and the shortcode. Gives nothing when the form cannot be shown.
 *
 * @param string $channel_id Id of the channel; empty: the only one there is.
 * @return string HTML, escaped.
 */
function rappel_callback( string $channel_id = '' ): string {
	return Rappel\Block\Callback_Block::render( $channel_id );
}
