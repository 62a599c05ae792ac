<?php
/**
 * Installs and fills the local site through the web server, so that it needs no PHP on the command line. Called by the
 * launcher with a token that only the launcher knows; does nothing twice.
 *
 * POST ?step=install   installs WordPress                                      → {"installed": true}
 * POST ?step=activate  activates the plugin, which pairs with the service      → {"active": true}
 * POST ?step=fill      the body's channel settings, unless there is a channel,
 *                      and the public page with the block                      → {"page": address, "channelId": id}
 * POST ?step=login     makes the one-time link                                 → {"admin": address}
 * POST ?step=service   one call of the service, signed as this site's: the
 *                      body's method, path and body                            → the service's answer
 *
 * @package Rappel
 */

$rappel_step = (string) ( $_GET['step'] ?? '' );
if ( 'install' === $rappel_step ) {
	define( 'WP_INSTALLING', true );
}
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

if ( ! hash_equals( RAPPEL_PROVISION_TOKEN, (string) ( $_SERVER['HTTP_X_RAPPEL_PROVISION'] ?? '' ) ) ) {
	wp_send_json( array( 'error' => 'The provision token is wrong.' ), 403 );
}

/** Installs WordPress without its sample posts, with people's permalinks. */
function rappel_provision_install(): array {
	if ( ! is_blog_installed() ) {
		wp_install( 'Atelier Rivoli', 'owner', 'owner@example.org', true, '', bin2hex( random_bytes( 12 ) ) );
		update_option( 'timezone_string', RAPPEL_LOCAL_TIME_ZONE );
		update_option( 'blogdescription', '' );
		update_option( 'permalink_structure', '/%postname%/' );
		$samples = get_posts(
			array(
				'post_type'   => array( 'post', 'page' ),
				'post_status' => 'any',
				'numberposts' => -1,
			)
		);
		foreach ( $samples as $sample ) {
			wp_delete_post( $sample->ID, true );
		}
		// What WordPress logged before its tables were there says nothing of the site.
		wp_delete_file( WP_CONTENT_DIR . '/debug.log' );
	}
	return array( 'installed' => true );
}

/** Activates the plugin as a person would in the plugins' screen. */
function rappel_provision_activate(): array {
	$result = activate_plugin( 'rappel/rappel.php' );
	flush_rewrite_rules();
	if ( is_wp_error( $result ) ) {
		wp_send_json( array( 'error' => $result->get_error_message() ), 500 );
	}
	return array( 'active' => true );
}

/** Makes the demo channel through the plugin's own REST route, and the page that shows its block. */
function rappel_provision_fill(): array {
	$owner = get_user_by( 'login', 'owner' );
	wp_set_current_user( $owner->ID );
	$order    = json_decode( file_get_contents( 'php://input' ), true );
	$channels = rappel_provision_rest( 'GET', '/rappel/v1/channels', null )['channels'];
	$channel  = $channels[0] ?? rappel_provision_rest( 'POST', '/rappel/v1/channels', array( 'settings' => $order['settings'] ) );
	$page     = get_page_by_path( $order['slug'] );
	$page_id  = $page ? $page->ID : wp_insert_post(
		array(
			'post_type'    => 'page',
			'post_status'  => 'publish',
			'post_title'   => $order['title'],
			'post_name'    => $order['slug'],
			'post_content' => wp_slash( str_replace( '{channelId}', $channel['id'], $order['content'] ) ),
		)
	);
	update_option( 'show_on_front', 'page' );
	update_option( 'page_on_front', $page_id );
	return array(
		'page'      => get_permalink( $page_id ),
		'channelId' => $channel['id'],
	);
}

/** One call of the plugin's REST interface as the owner; a refusal ends the step with its own sentence. */
function rappel_provision_rest( string $method, string $route, ?array $body ): array {
	$request = new WP_REST_Request( $method, $route );
	if ( null !== $body ) {
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( wp_json_encode( $body ) );
	}
	$response = rest_do_request( $request );
	if ( $response->is_error() ) {
		wp_send_json( array( 'error' => $response->as_error()->get_error_message() ), 502 );
	}
	return (array) rest_get_server()->response_to_data( $response, false );
}

/** A new one-time link; the one before it ends. */
function rappel_provision_login(): array {
	$token = wp_generate_password( 40, false );
	update_option( 'rappel_local_login', hash( 'sha256', $token ), false );
	return array( 'admin' => home_url( '/?rappel-login=' . $token ) );
}

/** For what a site may ask of the service and no screen of the plugin asks yet. */
function rappel_provision_service(): array {
	$order  = json_decode( file_get_contents( 'php://input' ), true );
	$answer = Rappel\Service\Service_Client::call( Rappel\Connection\Connection::current(), $order['method'], $order['path'], wp_json_encode( $order['body'] ) );
	if ( is_wp_error( $answer ) ) {
		wp_send_json( array( 'error' => $answer->get_error_message() ), 502 );
	}
	return $answer;
}

$rappel_steps = array(
	'install'  => 'rappel_provision_install',
	'activate' => 'rappel_provision_activate',
	'fill'     => 'rappel_provision_fill',
	'login'    => 'rappel_provision_login',
	'service'  => 'rappel_provision_service',
);
if ( ! isset( $rappel_steps[ $rappel_step ] ) ) {
	wp_send_json( array( 'error' => 'There is no such step.' ), 404 );
}
wp_send_json( $rappel_steps[ $rappel_step ]() );
