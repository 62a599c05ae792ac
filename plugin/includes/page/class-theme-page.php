<?php
/**
 * A page of the plugin inside the theme.
 *
 * @package Rappel
 */

namespace Rappel\Page;

use WP_Post;
use WP_Query;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress is told that it shows a page which is in no database, so that the theme, of blocks or classic, prints it by its template
 * for pages. Its content is put in after every other filter: nobody adds share buttons to a secret address, and no filter
 * changes a form.
 */
final class Theme_Page {

	private const STYLE = 'rappel-page';

	/**
	 * Asks for the answer to an address before WordPress looks for a better one, at 10.
	 *
	 * @param callable(): bool $answer Does what the address says. True: everything is printed; otherwise the theme prints the page.
	 */
	public static function answer_by( callable $answer ): void {
		add_action(
			'template_redirect',
			static function () use ( $answer ): void {
				if ( $answer() ) {
					exit;
				}
			},
			0
		);
	}

	/**
	 * Turns the page that is being made into another one; on `template_redirect`.
	 *
	 * @param string $title  Plain text.
	 * @param string $html   Escaped.
	 * @param int    $status HTTP status.
	 */
	public static function show( string $title, string $html, int $status = 200 ): void {
		status_header( $status );
		self::become_page( $title );
		self::leave_out_addresses();
		add_filter( 'the_content', static fn( string $content ): string => self::is_shown() ? $html : $content, PHP_INT_MAX );
		add_filter( 'body_class', static fn( array $classes ): array => array( ...$classes, self::STYLE ) );
		add_action( 'wp_enqueue_scripts', array( self::class, 'enqueue' ) );
		add_action( 'wp_head', array( self::class, 'print_referrer_policy' ), 1 );
	}

	/**
	 * Whether the page that is being made is one of ours.
	 */
	public static function is_current(): bool {
		$page = get_queried_object();
		return $page instanceof WP_Post && 0 === $page->ID && self::STYLE === $page->post_name;
	}

	/**
	 * The stylesheet, on this page only.
	 */
	public static function enqueue(): void {
		wp_enqueue_style( self::STYLE, plugins_url( 'assets/page.css', RAPPEL_FILE ), array(), RAPPEL_VERSION );
	}

	/**
	 * Said in the page too, since a proxy may set a header of its own.
	 */
	public static function print_referrer_policy(): void {
		echo '<meta name="referrer" content="no-referrer" />' . "\n";
	}

	/**
	 * Whether the content that is filtered is this page's.
	 */
	private static function is_shown(): bool {
		$post = $GLOBALS['post'] ?? null;
		return $post instanceof WP_Post && 0 === $post->ID;
	}

	/**
	 * The main query finds one page, with the id 0.
	 *
	 * @param string $title Plain text.
	 */
	private static function become_page( string $title ): void {
		$query = $GLOBALS['wp_query'] ?? null;
		if ( ! $query instanceof WP_Query ) {
			return;
		}
		$now  = current_time( 'mysql' );
		$page = new WP_Post(
			(object) array(
				'ID'             => 0,
				'post_title'     => $title,
				'post_name'      => self::STYLE,
				'post_type'      => 'page',
				'post_status'    => 'publish',
				'post_date'      => $now,
				'post_modified'  => $now,
				'comment_status' => 'closed',
				'ping_status'    => 'closed',
				'filter'         => 'raw',
			)
		);
		$query->init();
		$query->query_vars        = $query->fill_query_vars( array() );
		$query->is_page           = true;
		$query->is_singular       = true;
		$query->queried_object    = $page;
		$query->queried_object_id = 0;
		$query->post              = $page;
		$query->posts             = array( $page );
		$query->post_count        = 1;
		$query->found_posts       = 1;
		$query->max_num_pages     = 1;

		$GLOBALS['post'] = $page; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- It is the page that is being made.
	}

	/**
	 * This page has no address but the secret one: nothing links to it, and nobody is sent elsewhere.
	 */
	private static function leave_out_addresses(): void {
		remove_action( 'template_redirect', 'redirect_canonical' );
		remove_action( 'template_redirect', 'wp_shortlink_header', 11 );
		remove_action( 'template_redirect', 'rest_output_link_header', 11 );
		remove_action( 'wp_head', 'rel_canonical' );
		remove_action( 'wp_head', 'wp_shortlink_wp_head' );
		remove_action( 'wp_head', 'rest_output_link_wp_head' );
		remove_action( 'wp_head', 'wp_oembed_add_discovery_links' );
		remove_action( 'wp_head', 'feed_links_extra', 3 );
		add_filter( 'get_edit_post_link', static fn( mixed $link, int $post_id ): mixed => 0 === $post_id ? null : $link, 10, 2 );
	}
}
