<?php
/**
 * Where the form stands.
 *
 * @package Rappel
 */

namespace Rappel\Placements;

use Rappel\Channels\Channel_Copy;
use Rappel\Read;
use WP_Block_Template;
use WP_Post;
use wpdb;

defined( 'ABSPATH' ) || exit;

/**
 * Posts of every type, drafts too; templates and parts of the theme, whether they were changed or not; synced patterns; widgets; and
 * the whole site, for a floating button or pop-up. What a theme shows by rappel_callback() nobody can know.
 *
 * @phpstan-type Placement array{channelId: string, title: string, type: string, status: string, viewUrl: string, editUrl: string}
 */
final class Placements {

	/** More than anybody reads; the newest are kept. */
	private const MAXIMUM_POSTS = 500;

	/** What stands nowhere. */
	private const GONE = array( 'trash', 'auto-draft', 'inherit' );

	private const TEMPLATE_TYPES = array( 'wp_template', 'wp_template_part' );

	/**
	 * Every one of them (contract/src/wordpress.ts: placementListSchema).
	 *
	 * @return list<Placement>
	 */
	public static function all(): array {
		return array( ...self::whole_site(), ...self::posts(), ...self::templates(), ...self::widgets() );
	}

	/**
	 * Channels that are on every page.
	 *
	 * @return list<Placement>
	 */
	private static function whole_site(): array {
		$placements = array();
		foreach ( Channel_Copy::all() as $channel ) {
			$settings = Read::map( $channel, 'siteWide' );
			if ( Read::truth( Read::map( $settings, 'floatingButton' ), 'enabled' ) || Read::truth( Read::map( $settings, 'popUp' ), 'enabled' ) ) {
				$placements[] = array(
					'channelId' => $channel['id'],
					'title'     => __( 'Every page', 'rappel' ),
					'type'      => 'site',
					'status'    => 'publish',
					'viewUrl'   => home_url( '/' ),
					'editUrl'   => '',
				);
			}
		}
		return $placements;
	}

	/**
	 * Posts, pages, patterns, and whatever else has a content; not templates, which the theme is asked for.
	 *
	 * @return list<Placement>
	 */
	private static function posts(): array {
		$placements = array();
		foreach ( self::posts_with_form() as $post ) {
			$is_public = 'publish' === $post->post_status && is_post_type_viewable( $post->post_type );
			foreach ( Forms_In_Text::channels( $post->post_content ) as $id ) {
				$placements[] = array(
					'channelId' => $id,
					'title'     => self::title( $post->post_title ),
					'type'      => $post->post_type,
					'status'    => $post->post_status,
					'viewUrl'   => $is_public ? (string) get_permalink( $post ) : '',
					'editUrl'   => (string) get_edit_post_link( $post, 'raw' ),
				);
			}
		}
		return $placements;
	}

	/**
	 * Those whose content may have one, the newest first.
	 *
	 * @return list<WP_Post>
	 */
	private static function posts_with_form(): array {
		global $wpdb;
		if ( ! $wpdb instanceof wpdb ) {
			return array();
		}
		$marks = array_map( static fn( string $mark ): string => '%' . $wpdb->esc_like( $mark ) . '%', Forms_In_Text::MARKS );
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery.DirectQuery, WordPress.DB.DirectDatabaseQuery.NoCaching -- WP_Query searches words, not block markup; asked when somebody opens the list.
		$ids   = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT ID FROM %i WHERE ( post_content LIKE %s OR post_content LIKE %s ) AND post_type NOT IN ( 'revision', 'wp_template', 'wp_template_part' ) ORDER BY post_modified DESC LIMIT %d",
				$wpdb->posts,
				$marks[0],
				$marks[1],
				self::MAXIMUM_POSTS
			)
		);
		$posts = array_map( static fn( mixed $id ): mixed => get_post( is_numeric( $id ) ? (int) $id : 0 ), $ids );
		return array_values( array_filter( $posts, static fn( mixed $post ): bool => $post instanceof WP_Post && ! in_array( $post->post_status, self::GONE, true ) ) );
	}

	/**
	 * Templates and their parts, as the theme's files or the site editor have them.
	 *
	 * @return list<Placement>
	 */
	private static function templates(): array {
		$placements = array();
		foreach ( self::TEMPLATE_TYPES as $type ) {
			foreach ( get_block_templates( array(), $type ) as $template ) {
				foreach ( Forms_In_Text::channels( $template->content ) as $id ) {
					$placements[] = array(
						'channelId' => $id,
						'title'     => self::title( $template->title ),
						'type'      => $type,
						'status'    => $template->status,
						'viewUrl'   => '',
						'editUrl'   => self::edit_template( $template ),
					);
				}
			}
		}
		return $placements;
	}

	/**
	 * The site editor's address of a template, as core's get_edit_post_link() makes it; '' for who may not.
	 *
	 * @param WP_Block_Template $template The template.
	 */
	private static function edit_template( WP_Block_Template $template ): string {
		if ( ! current_user_can( 'edit_theme_options' ) ) {
			return '';
		}
		return add_query_arg(
			array(
				'postType' => $template->type,
				'postId'   => rawurlencode( $template->id ),
				'canvas'   => 'edit',
			),
			admin_url( 'site-editor.php' )
		);
	}

	/**
	 * Widgets: of blocks, text and HTML, in a sidebar or put aside.
	 *
	 * @return list<Placement>
	 */
	private static function widgets(): array {
		$placements = array();
		foreach ( self::widget_texts() as $widget => $text ) {
			$sidebar = is_active_widget( false, $widget, _get_widget_id_base( $widget ), true );
			foreach ( Forms_In_Text::channels( $text ) as $id ) {
				$placements[] = array(
					'channelId' => $id,
					'title'     => is_string( $sidebar ) ? self::title( self::sidebar_name( $sidebar ) ) : __( 'Inactive widgets', 'rappel' ),
					'type'      => 'widget',
					'status'    => is_string( $sidebar ) ? 'publish' : 'inactive',
					'viewUrl'   => '',
					'editUrl'   => current_user_can( 'edit_theme_options' ) ? admin_url( 'widgets.php' ) : '',
				);
			}
		}
		return $placements;
	}

	/**
	 * What widgets show, by their ids.
	 *
	 * @return array<string, string>
	 */
	private static function widget_texts(): array {
		$texts = array();
		foreach ( array(
			'block'       => 'content',
			'custom_html' => 'content',
			'text'        => 'text',
		) as $base => $field ) {
			foreach ( Read::as_map( get_option( "widget_$base" ) ) as $number => $widget ) {
				$texts[ "$base-$number" ] = Read::text( $widget, $field );
			}
		}
		return $texts;
	}

	/**
	 * The name of a sidebar, as its theme gives it.
	 *
	 * @param string $id Its id.
	 */
	private static function sidebar_name( string $id ): string {
		return Read::text( wp_get_sidebar( $id ), 'name' );
	}

	/**
	 * A title for reading.
	 *
	 * @param string $title As it is stored.
	 */
	private static function title( string $title ): string {
		$plain = trim( html_entity_decode( wp_strip_all_tags( $title ), ENT_QUOTES ) );
		return '' === $plain ? __( '(no title)', 'rappel' ) : $plain;
	}
}
