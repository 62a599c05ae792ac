<?php
/**
 * Fetches the channels for a page that needs them before there is a copy.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Channels\Channel_Copy;

defined( 'ABSPATH' ) || exit;

/**
 * Only where a page would otherwise show no form: right after pairing, or for a channel that was made elsewhere. At most
 * one page in 30 seconds waits for it, and for 3 seconds at most.
 */
final class First_Copy {

	private const PAUSE_SECONDS = 30;
	private const PAUSE         = 'rappel_first_copy_pause';

	/**
	 * Whether the copy was renewed.
	 */
	public static function fetch(): bool {
		if ( false !== get_transient( self::PAUSE ) ) {
			return false;
		}
		set_transient( self::PAUSE, 1, self::PAUSE_SECONDS );
		return true === Channel_Copy::refresh();
	}
}
