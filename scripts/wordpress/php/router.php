<?php
/**
 * For PHP's built-in server: files as they are, everything else to WordPress, as a web server's rewrite rules do. What has its
 * version in its address may be kept by the browser: that server says so of nothing, and each page would fetch it all again.
 *
 * @package Rappel
 */

$rappel_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$rappel_file = $_SERVER['DOCUMENT_ROOT'] . $rappel_path;
if ( is_dir( $rappel_file ) && is_file( rtrim( $rappel_file, '/' ) . '/index.php' ) && '/' !== $rappel_path ) {
	if ( '/' !== substr( $rappel_path, -1 ) ) {
		header( 'Location: ' . $rappel_path . '/', true, 301 );
		exit;
	}
	$rappel_file = rtrim( $rappel_file, '/' ) . '/index.php';
	$rappel_path = rtrim( $rappel_path, '/' ) . '/index.php';
}
$rappel_kept = array(
	'css'   => 'text/css; charset=UTF-8',
	'js'    => 'text/javascript; charset=UTF-8',
	'svg'   => 'image/svg+xml',
	'woff2' => 'font/woff2',
);
$rappel_kind = strtolower( pathinfo( $rappel_file, PATHINFO_EXTENSION ) );
if ( isset( $_GET['ver'], $rappel_kept[ $rappel_kind ] ) && is_file( $rappel_file ) ) {
	header( 'Content-Type: ' . $rappel_kept[ $rappel_kind ] );
	header( 'Content-Length: ' . filesize( $rappel_file ) );
	header( 'Cache-Control: max-age=3600' );
	readfile( $rappel_file );
	exit;
}
if ( is_file( $rappel_file ) && '.php' !== substr( $rappel_file, -4 ) ) {
	return false;
}
if ( ! is_file( $rappel_file ) ) {
	$rappel_path = '/index.php';
	$rappel_file = $_SERVER['DOCUMENT_ROOT'] . $rappel_path;
}
$_SERVER['SCRIPT_NAME']     = $rappel_path;
$_SERVER['PHP_SELF']        = $rappel_path;
$_SERVER['SCRIPT_FILENAME'] = $rappel_file;
chdir( dirname( $rappel_file ) );
require $rappel_file;
