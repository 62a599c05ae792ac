<?php
/**
 * Plugin Name: Rappel local site
 * Description: What a WordPress on one machine without a network needs: no outgoing update checks, mail to a local server, and a one-time link that logs the owner in. Laid by the launcher; never part of the plugin.
 *
 * @package Rappel
 */

defined( 'ABSPATH' ) || exit;

// Each wp-admin page would wait 11 s for an update check that cannot be answered.
remove_action( 'admin_init', '_maybe_update_core' );
remove_action( 'admin_init', '_maybe_update_plugins' );
remove_action( 'admin_init', '_maybe_update_themes' );
remove_action( 'init', 'wp_schedule_update_checks' );

// Without a network the pictures that stand in for emoji cannot be fetched; the characters themselves are there.
add_action(
	'init',
	static function () {
		remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
		add_filter( 'emoji_svg_url', '__return_false' );
	}
);

// The language comes from the launcher, unless a person chose one in WordPress.
add_filter(
	'pre_option_WPLANG',
	static function ( $value ) {
		return 'en_US' === RAPPEL_LOCAL_LOCALE ? $value : RAPPEL_LOCAL_LOCALE;
	}
);

add_action(
	'phpmailer_init',
	static function ( $mailer ) {
		if ( defined( 'RAPPEL_LOCAL_SMTP_PORT' ) ) {
			$mailer->isSMTP();
			$mailer->Host        = '127.0.0.1';
			$mailer->Port        = RAPPEL_LOCAL_SMTP_PORT;
			$mailer->SMTPAutoTLS = false;
		}
	}
);
add_filter(
	'wp_mail_from',
	static function () {
		return 'wordpress@example.org';
	}
);

// The one-time link: ?rappel-login=TOKEN. Only its hash is kept, and it is deleted by its first use.
add_action(
	'init',
	static function () {
		if ( ! isset( $_GET['rappel-login'] ) || ! is_string( $_GET['rappel-login'] ) ) {
			return;
		}
		$kept = get_option( 'rappel_local_login' );
		if ( ! is_string( $kept ) || ! hash_equals( $kept, hash( 'sha256', $_GET['rappel-login'] ) ) ) {
			wp_die( 'This link was used already. Start again (npm start) for a new one, or log in as "owner" with the password that was printed.', 'Rappel', array( 'response' => 403 ) );
		}
		delete_option( 'rappel_local_login' );
		$owner = get_user_by( 'login', 'owner' );
		wp_set_auth_cookie( $owner->ID, true );
		wp_safe_redirect( admin_url( 'admin.php?page=rappel' ) );
		exit;
	}
);
