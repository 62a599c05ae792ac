<?php
/**
 * A script that was built from plugin/src.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * The build says which of WordPress's scripts it needs, and its version (index.asset.php).
 */
final class Built_Script {

	/**
	 * Made by `of`.
	 *
	 * @param string                 $folder  Under build/.
	 * @param list<non-empty-string> $needs   Handles of WordPress's scripts.
	 * @param string                 $version Of its content.
	 */
	private function __construct(
		private readonly string $folder,
		private readonly array $needs,
		private readonly string $version
	) {}

	/**
	 * The script of a folder; null where it is not built.
	 *
	 * @param 'admin'|'admin-bar'|'profile' $folder Under build/.
	 */
	public static function of( string $folder ): ?self {
		$asset = RAPPEL_DIR . "/build/$folder/index.asset.php";
		if ( ! is_file( $asset ) ) {
			return null;
		}
		$built   = (array) require $asset;
		$needs   = array_values( array_filter( (array) ( $built['dependencies'] ?? array() ), static fn( mixed $handle ): bool => is_string( $handle ) && '' !== $handle ) );
		$version = is_string( $built['version'] ?? null ) ? $built['version'] : RAPPEL_VERSION;
		return new self( $folder, $needs, $version );
	}

	/**
	 * Puts it at the end of the page, with its translations and what it starts from.
	 *
	 * @param non-empty-string     $handle Its name in WordPress.
	 * @param string               $place  "window.rappelAdmin".
	 * @param array<string, mixed> $data   What stands there.
	 */
	public function enqueue( string $handle, string $place, array $data ): void {
		wp_enqueue_script( $handle, plugins_url( "build/$this->folder/index.js", RAPPEL_FILE ), $this->needs, $this->version, array( 'in_footer' => true ) );
		wp_set_script_translations( $handle, 'rappel', RAPPEL_DIR . '/languages' );
		wp_add_inline_script( $handle, "$place = " . wp_json_encode( $data, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';', 'before' );
	}

	/**
	 * Its stylesheet, where it has one.
	 *
	 * @param non-empty-string       $handle Its name in WordPress.
	 * @param list<non-empty-string> $needs  Handles of WordPress's stylesheets.
	 */
	public function enqueue_style( string $handle, array $needs ): void {
		$style = is_file( RAPPEL_DIR . "/build/$this->folder/style-index.css" ) ? 'style-index.css' : 'index.css';
		if ( is_file( RAPPEL_DIR . "/build/$this->folder/$style" ) ) {
			wp_enqueue_style( $handle, plugins_url( "build/$this->folder/$style", RAPPEL_FILE ), $needs, $this->version );
			wp_style_add_data( $handle, 'rtl', 'replace' );
		}
	}
}
