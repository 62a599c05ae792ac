<?php
/**
 * Tells the owner that the service is away.
 *
 * @package Rappel
 */

namespace Rappel\Outbox;

defined( 'ABSPATH' ) || exit;

/**
 * One e-mail to the site's administrator for each outage, once a request has waited for 5 minutes.
 */
final class Outage_Alert {

	public const OPTION = 'rappel_outage_reported';

	private const AFTER_SECONDS = 300;

	/**
	 * Sends the e-mail when it is time, and gets ready for the next outage when nothing is kept any more.
	 */
	public static function check(): void {
		$kept = Outbox::count_kept();
		if ( 0 === $kept ) {
			delete_option( self::OPTION );
			return;
		}
		// The row that add_option inserts is unique: of two processes one sends.
		if ( 0 === Outbox::count_older_than( self::AFTER_SECONDS ) || ! add_option( self::OPTION, time(), '', false ) ) {
			return;
		}
		if ( ! self::send( $kept ) ) {
			delete_option( self::OPTION );
		}
	}

	/**
	 * Writes and sends; in the site's language.
	 *
	 * @param int $kept How many requests wait.
	 */
	private static function send( int $kept ): bool {
		$to = get_option( 'admin_email' );
		if ( ! is_string( $to ) || '' === $to ) {
			return true;
		}
		$site    = html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' );
		$subject = sprintf(
			/* translators: %s: name of the site */
			__( '[%s] Callback requests are waiting: the service does not answer', 'rappel' ),
			$site
		);
		$waiting = sprintf(
			/* translators: %d: number of requests */
			_n(
				'%d callback request has been waiting for more than 5 minutes, because WordPress cannot reach the Rappel service.',
				'%d callback requests are waiting, one of them for more than 5 minutes, because WordPress cannot reach the Rappel service.',
				$kept,
				'rappel'
			),
			$kept
		);
		$lines = array(
			$waiting,
			__( 'Nothing is lost: WordPress keeps them and delivers them as soon as the service answers. One that comes too late is shown as overdue and nobody is called.', 'rappel' ),
			__( 'See what is wrong on this page:', 'rappel' ) . ' ' . admin_url( 'admin.php?page=rappel-connection' ),
		);
		return wp_mail( $to, $subject, implode( "\n\n", $lines ) . "\n" );
	}
}
