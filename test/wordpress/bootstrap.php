<?php
/**
 * Loads the WordPress that run.ts laid, with the plugin active.
 *
 * @package Rappel
 */

$rappel_wordpress = getenv( 'RAPPEL_TEST_WORDPRESS' );
if ( ! is_string( $rappel_wordpress ) || ! is_file( $rappel_wordpress . '/wp-load.php' ) ) {
	fwrite( STDERR, "Run these tests with: npx tsx test/wordpress/run.ts\n" );
	exit( 1 );
}
// PHPUnit includes this file inside a function; WordPress makes this one variable without declaring it global.
global $shortcode_tags;
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REMOTE_ADDR'] = '192.0.2.1';
require_once $rappel_wordpress . '/wp-load.php';
require_once __DIR__ . '/class-fake-service.php';
require_once __DIR__ . '/class-site-case.php';
require_once __DIR__ . '/class-form-case.php';
require_once __DIR__ . '/class-page-case.php';
require_once __DIR__ . '/class-redirected.php';
