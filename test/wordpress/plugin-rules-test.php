<?php
/**
 * What WordPress's Plugin Check refuses.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use PHPUnit\Framework\TestCase;

/**
 * Rules that no sniff of WPCS holds.
 */
final class Plugin_Rules_Test extends TestCase {

	/**
	 * Every PHP file of the plugin and of the block.
	 *
	 * @return array<string, array{string}>
	 */
	public static function files(): array {
		$root  = dirname( __DIR__, 2 );
		$files = array();
		foreach ( array( "$root/plugin/includes", "$root/blocks/callback" ) as $folder ) {
			foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $folder, \FilesystemIterator::SKIP_DOTS ) ) as $file ) {
				if ( $file instanceof \SplFileInfo && 'php' === $file->getExtension() ) {
					$files[ substr( $file->getPathname(), strlen( $root ) + 1 ) ] = array( $file->getPathname() );
				}
			}
		}
		$files['plugin/rappel.php']    = array( "$root/plugin/rappel.php" );
		$files['plugin/uninstall.php'] = array( "$root/plugin/uninstall.php" );
		return $files;
	}

	/**
	 * @dataProvider files
	 * @testdox $_dataName stops when it is opened directly, names no machine and loads translations as WordPress wants
	 *
	 * @param string $path The file.
	 */
	public function test_file( string $path ): void {
		$code = (string) file_get_contents( $path );

		self::assertMatchesRegularExpression( "/defined\\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \\) \\|\\| exit;/", $code );
		self::assertStringNotContainsStringIgnoringCase( 'localhost', $code );
		self::assertStringNotContainsString( 'load_plugin_textdomain', $code );
		self::assertStringNotContainsString( 'wp_redirect(', $code );
	}

	/**
	 * @testdox header, readme and block say the same versions
	 */
	public function test_versions(): void {
		$root   = dirname( __DIR__, 2 );
		$readme = (string) file_get_contents( "$root/plugin/readme.txt" );
		$header = get_file_data(
			"$root/plugin/rappel.php",
			array(
				'version' => 'Version',
				'wp'      => 'Requires at least',
				'php'     => 'Requires PHP',
				'domain'  => 'Text Domain',
			)
		);

		self::assertSame( RAPPEL_VERSION, $header['version'] );
		self::assertSame( 'rappel', $header['domain'] );
		self::assertStringContainsString( 'Stable tag: ' . $header['version'], $readme );
		self::assertStringContainsString( 'Requires at least: ' . $header['wp'], $readme );
		self::assertStringContainsString( 'Requires PHP: ' . $header['php'], $readme );
		self::assertStringContainsString( '== External services ==', $readme );
	}
}
