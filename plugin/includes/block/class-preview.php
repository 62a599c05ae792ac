<?php
/**
 * Pages that nobody but their author sees.
 *
 * @package Rappel
 */

namespace Rappel\Block;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * A form that is looked at before it is published says so, and calls nobody.
 */
final class Preview {

	/** States in which a page is read by those for whom it was made. */
	private const PUBLISHED = array( 'publish', 'private', 'inherit' );

	/**
	 * Whether what is being rendered is a preview: of a draft, of changes, of the editor or of the customizer.
	 */
	public static function is_on(): bool {
		$status = is_singular() ? get_post_status( get_queried_object_id() ) : false;
		return is_preview()
			|| is_customize_preview()
			|| self::is_in_editor()
			|| ( false !== $status && ! in_array( $status, self::PUBLISHED, true ) );
	}

	/**
	 * Whether the editor asks what the block looks like.
	 */
	private static function is_in_editor(): bool {
		$wp = $GLOBALS['wp'] ?? null;
		return $wp instanceof \WP && str_starts_with( Read::text( $wp->query_vars, 'rest_route' ), '/wp/v2/block-renderer/' );
	}

	/**
	 * What the form says then.
	 */
	public static function sentence(): string {
		return __( 'This is a preview: nothing is sent and nobody is called.', 'rappel' );
	}
}
