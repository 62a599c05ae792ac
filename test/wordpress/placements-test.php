<?php
/**
 * Where the form stands.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Channels\Channel_Copy;
use Rappel\Placements\Forms_In_Text;
use Rappel\Read;

/**
 * Whoever pauses or deletes a channel sees what visitors will miss.
 */
final class Placements_Test extends Site_Case {

	private const OTHER = '5a0a2c1e-51f4-4d64-8f0e-2f9d6c3b7a99';

	/**
	 * Texts, and whose forms are in them.
	 *
	 * @return array<string, array{string, list<string>}>
	 */
	public static function texts(): array {
		$own = Fake_Service::CHANNEL;
		return array(
			'a block'                         => array( '<!-- wp:rappel/callback {"channelId":"' . $own . '"} /-->', array( $own ) ),
			'a block of the only channel'     => array( '<!-- wp:rappel/callback /-->', array( $own ) ),
			'a block within blocks'           => array( '<!-- wp:group --><div><!-- wp:columns --><div><!-- wp:rappel/callback {"channelId":"' . self::OTHER . '"} /--></div><!-- /wp:columns --></div><!-- /wp:group -->', array( self::OTHER ) ),
			'a shortcode'                     => array( '<p>Call: [rappel channel="' . $own . '" display="button"]</p>', array( $own ) ),
			'a shortcode of the only channel' => array( '[rappel]', array( $own ) ),
			'both, each channel once'         => array( '<!-- wp:rappel/callback {"channelId":"' . $own . '"} /-->[rappel][rappel channel="' . self::OTHER . '"]', array( $own, self::OTHER ) ),
			'a shortcode shown as an example' => array( '[[rappel channel="' . $own . '"]]', array() ),
			'another block and shortcode'     => array( '<!-- wp:rappel/callback-other /-->[rappelling]', array() ),
		);
	}

	/**
	 * @dataProvider texts
	 * @testdox $_dataName
	 *
	 * @param string       $text     The text.
	 * @param list<string> $expected Ids of channels.
	 */
	public function test_forms_in_a_text( string $text, array $expected ): void {
		self::assertSame( $expected, Forms_In_Text::channels( $text ) );
	}

	/**
	 * @testdox Pages, drafts, patterns, templates, parts and widgets are found; revisions and the trash are not
	 */
	public function test_everywhere(): void {
		$block = '<!-- wp:rappel/callback {"channelId":"' . Fake_Service::CHANNEL . '"} /-->';
		$posts = array(
			self::post( 'page', 'publish', 'Contact', $block ),
			self::post( 'post', 'draft', 'Spring &amp; summer', $block ),
			self::post( 'wp_block', 'publish', 'A pattern', $block ),
			self::post( 'page', 'trash', 'Gone', $block ),
			self::post( 'page', 'publish', 'Nothing here', 'Call us.' ),
		);
		wp_update_post(
			array(
				'ID'           => $posts[0],
				'post_content' => $block . ' Once more.',
			)
		);
		update_option( 'widget_block', array( 7 => array( 'content' => $block ) ) );
		self::log_in( 'administrator' );

		$found = self::by_title( $this->rest( 'GET', '/placements' )->get_data() );

		self::assertSame( array( 'page', 'publish' ), array_slice( $found['Contact'], 0, 2 ) );
		self::assertSame( get_permalink( $posts[0] ), $found['Contact'][2] );
		self::assertStringContainsString( 'post.php?post=' . $posts[0], $found['Contact'][3] );
		self::assertSame( array( 'post', 'draft', '' ), array_slice( $found['Spring & summer'], 0, 3 ) );
		self::assertSame( 'wp_block', $found['A pattern'][0] );
		self::assertSame( array( 'widget', 'inactive' ), array_slice( $found['Inactive widgets'], 0, 2 ) );
		self::assertArrayNotHasKey( 'Gone', $found );
		self::assertArrayNotHasKey( 'Nothing here', $found );
		self::assertCount( 4, $found );

		array_map( static fn( int $id ): mixed => wp_delete_post( $id, true ), $posts );
		delete_option( 'widget_block' );
	}

	/**
	 * @testdox A channel on every page says so
	 */
	public function test_whole_site(): void {
		$this->service->settings['siteWide'] = array( 'floatingButton' => array( 'enabled' => true ) );
		Channel_Copy::refresh();
		self::log_in( 'administrator' );

		$found = Read::items( self::data( $this->rest( 'GET', '/placements' ) ), 'placements' );

		self::assertSame( array( 'site', Fake_Service::CHANNEL ), array( Read::text( $found[0] ?? null, 'type' ), Read::text( $found[0] ?? null, 'channelId' ) ) );
	}

	/**
	 * @testdox Who manages no channels learns of no draft
	 */
	public function test_who_may(): void {
		self::assertSame( 401, $this->rest( 'GET', '/placements' )->get_status() );
		self::log_in( 'editor' );
		self::assertSame( 403, $this->rest( 'GET', '/placements' )->get_status() );
	}

	/**
	 * A post with a content.
	 *
	 * @param string $type    Its type.
	 * @param string $status  Its status.
	 * @param string $title   Its title.
	 * @param string $content Its content.
	 */
	private static function post( string $type, string $status, string $title, string $content ): int {
		$id = wp_insert_post(
			array(
				'post_type'    => $type,
				'post_status'  => $status,
				'post_title'   => $title,
				'post_content' => $content,
			)
		);
		self::assertIsInt( $id );
		return $id;
	}

	/**
	 * Type, status, and the two addresses, by title.
	 *
	 * @param mixed $answer What the route answered.
	 * @return array<string, array{string, string, string, string}>
	 */
	private static function by_title( mixed $answer ): array {
		$found = array();
		foreach ( Read::items( $answer, 'placements' ) as $placement ) {
			$found[ Read::text( $placement, 'title' ) ] = array(
				Read::text( $placement, 'type' ),
				Read::text( $placement, 'status' ),
				Read::text( $placement, 'viewUrl' ),
				Read::text( $placement, 'editUrl' ),
			);
		}
		return $found;
	}
}
