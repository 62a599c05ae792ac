<?php
/**
 * Which channels' forms a text shows.
 *
 * @package Rappel
 */

namespace Rappel\Placements;

use Rappel\Block\Callback_Block;
use Rappel\Channels\Channel_Copy;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the content of a post, template or widget: blocks, at any depth, and shortcodes, wherever they stand.
 */
final class Forms_In_Text {

	/** What such a text must hold, so that a database can be asked for it. */
	public const MARKS = array( '<!-- wp:' . Callback_Block::NAME, '[rappel' );

	/**
	 * The channels' ids, each once. A form without a channel shows the only one there is; where there are several, or none, it shows
	 * nothing and is not here.
	 *
	 * @param string $text Block markup, or HTML with shortcodes.
	 * @return list<string>
	 */
	public static function channels( string $text ): array {
		$named = array();
		if ( str_contains( $text, self::MARKS[0] ) ) {
			$named = self::of_blocks( parse_blocks( $text ) );
		}
		if ( str_contains( $text, self::MARKS[1] ) ) {
			$named = array_merge( $named, self::of_shortcodes( $text ) );
		}
		$ids = array_map( static fn( string $id ): string => '' === $id ? ( Channel_Copy::find( '' )['id'] ?? '' ) : $id, $named );
		return array_values( array_unique( array_filter( $ids, static fn( string $id ): bool => '' !== $id ) ) );
	}

	/**
	 * What each block says of its channel; '' for nothing.
	 *
	 * @param array<mixed> $blocks As parse_blocks() gives them.
	 * @return list<string>
	 */
	private static function of_blocks( array $blocks ): array {
		$named = array();
		foreach ( $blocks as $block ) {
			if ( Callback_Block::NAME === Read::text( $block, 'blockName' ) ) {
				$named[] = Read::text( Read::map( $block, 'attrs' ), 'channelId' );
			}
			$named = array_merge( $named, self::of_blocks( Read::items( $block, 'innerBlocks' ) ) );
		}
		return $named;
	}

	/**
	 * What each shortcode says of its channel; '' for nothing. One that is shown as an example, in double brackets, is none.
	 *
	 * @param string $text HTML.
	 * @return list<string>
	 */
	private static function of_shortcodes( string $text ): array {
		preg_match_all( '/' . get_shortcode_regex( array( 'rappel' ) ) . '/', $text, $found, PREG_SET_ORDER );
		$named = array();
		foreach ( $found as $match ) {
			if ( '[' !== $match[1] ) {
				$named[] = Read::text( shortcode_parse_atts( $match[3] ), 'channel' );
			}
		}
		return $named;
	}
}
