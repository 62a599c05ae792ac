<?php
/**
 * The form on every page.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Block\Callback_Block;
use Rappel\Block\Site_Wide;
use Rappel\Channels\Channel_Copy;

/**
 * What the foot of a page has of channels that are on every page.
 */
final class Site_Wide_Test extends Page_Case {

	/**
	 * The foot of a page, after the channel's settings changed.
	 *
	 * @param array<string, mixed> $site_wide contract/src/site-wide.ts.
	 * @param string               $path      Of the page.
	 * @param array<string, mixed> $settings  Of the channel beside it.
	 */
	private function foot( array $site_wide, string $path = '/', array $settings = array() ): string {
		$this->service->settings = array_replace( $this->service->settings, $settings, array( 'siteWide' => $site_wide ) );
		Channel_Copy::refresh();
		$this->service->calls   = array();
		$_SERVER['REQUEST_URI'] = $path;
		ob_start();
		Site_Wide::print();
		return (string) ob_get_clean();
	}

	/**
	 * The rules in the page; null for none.
	 *
	 * @param string $html The foot.
	 */
	private static function rules( string $html ): mixed {
		return 1 === preg_match( '/data-rappel-pop-up="([^"]*)"/', $html, $match ) ? json_decode( html_entity_decode( $match[1], ENT_QUOTES ), true ) : null;
	}

	/**
	 * @testdox nothing where no channel is on every page, or the one that is takes no requests [R10]
	 */
	public function test_nothing(): void {
		self::assertSame( '', $this->foot( array() ) );
		self::assertSame( '', $this->foot( array( 'floatingButton' => array( 'enabled' => false ) ) ) );
		self::assertSame( '', $this->foot( array( 'floatingButton' => array( 'enabled' => true ) ), '/', array( 'state' => 'paused' ) ) );
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * @testdox a floating button at the channel's side, once, and none where its block stands already [R10]
	 */
	public function test_the_floating_button(): void {
		$floats = array(
			'floatingButton' => array(
				'enabled' => true,
				'side'    => 'start',
			),
		);
		$html   = $this->foot( $floats );

		self::assertMatchesRegularExpression( '/class="rappel-callback is-floating is-at-start"/', $html );
		self::assertSame( 1, substr_count( $html, '<form' ) );
		self::assertNull( self::rules( $html ) );
		Callback_Block::render( array( 'channelId' => Fake_Service::CHANNEL ) );
		self::assertSame( '', $this->foot( $floats ) );
		self::assertNotSame( '', $this->foot( $floats ) );
	}

	/**
	 * @testdox rules stand beside a dialog without a button, in a page that is the same for everybody [R10]
	 */
	public function test_the_rules(): void {
		$html = $this->foot(
			array(
				'popUp' => array(
					'enabled'      => true,
					'exitIntent'   => true,
					'afterSeconds' => 20,
					'pages'        => array(),
				),
			)
		);

		self::assertMatchesRegularExpression( '/class="rappel-callback is-dialog/', $html );
		self::assertSame(
			array(
				'channelId'    => Fake_Service::CHANNEL,
				'exitIntent'   => true,
				'afterSeconds' => 20,
			),
			self::rules( $html )
		);
	}

	/**
	 * Pages by their paths.
	 *
	 * @return array<string, array{list<string>, list<string>, string, bool}>
	 */
	public static function paths(): array {
		return array(
			'every page'                       => array( array(), array(), '/anything/?utm_source=x', true ),
			'a page, with query and slash'     => array( array( '/prices' ), array(), '/prices/?page=2', true ),
			'another page'                     => array( array( '/prices' ), array(), '/prices-of-old', false ),
			'pages below, and the one above'   => array( array( '/prices/*' ), array(), '/Prices', true ),
			'a page below'                     => array( array( '/prices/*' ), array(), '/prices/2026/', true ),
			'not one that only begins so'      => array( array( '/prices/*' ), array(), '/prices-of-old', false ),
			'an address, with letters of ours' => array( array( 'https://example.org/à-propos' ), array(), '/%C3%A0-propos/', true ),
			'no pattern of another kind'       => array( array( '/a.c' ), array(), '/abc', false ),
			'left out'                         => array( array(), array( '/checkout*' ), '/checkout/pay', false ),
			'left out, though meant'           => array( array( '/shop/*' ), array( '/shop/cart' ), '/shop/cart/', false ),
			'the front page only'              => array( array( '/' ), array(), '/?utm_source=x', true ),
			'the front page and no other'      => array( array( '/' ), array(), '/contact', false ),
		);
	}

	/**
	 * @dataProvider paths
	 * @testdox the rules mean pages by their paths: $_dataName [R10]
	 *
	 * @param list<string> $pages  Meant.
	 * @param list<string> $except Left out.
	 * @param string       $path   Asked for.
	 * @param bool         $opens  Expected.
	 */
	public function test_pages( array $pages, array $except, string $path, bool $opens ): void {
		$rules = array(
			'popUp' => array(
				'enabled'     => true,
				'pages'       => $pages,
				'exceptPages' => $except,
			),
		);
		$found = self::rules( $this->foot( $rules, $path ) );

		self::assertSame( $opens, is_array( $found ) );
	}
}
