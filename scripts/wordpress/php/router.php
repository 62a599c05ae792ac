<?php
/**
 * For PHP's built-in server: files as they are, everything else to WordPress, as a web server's rewrite rules do.
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
