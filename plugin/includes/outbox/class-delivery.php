<?php
/**
 * Delivers what WordPress keeps.
 *
 * @package Rappel
 */

namespace Rappel\Outbox;

use Rappel\Connection\Connection;
use Rappel\Problems;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Tried every minute by cron while something is kept, by the visitor's own page when it asks for its state (every 10 seconds at
 * most), and after a call that shows the service is back. The key is the same each time, so the service takes it once,
 * also when an earlier try arrived and only its answer was lost.
 */
final class Delivery {

	public const EVENT     = 'rappel_deliver_outbox';
	public const RECURRING = 'rappel_every_minute';

	private const BATCH              = 20;
	private const AFTER_ANSWER_BATCH = 3;
	/** A create that timed out may still be on its way: "no such request" is believed only after this time. */
	private const LATE_ARRIVAL_SECONDS = 60;

	/**
	 * Hooks of cron.
	 */
	public static function register(): void {
		add_filter( 'cron_schedules', array( self::class, 'add_schedule' ) ); // phpcs:ignore WordPress.WP.CronInterval -- One minute while something is kept, and only then.
		add_action( self::EVENT, array( self::class, 'run' ) );
	}

	/**
	 * Adds "every minute".
	 *
	 * @param array<string, array{interval: int, display: string}> $schedules WordPress's and others'.
	 * @return array<string, array{interval: int, display: string}>
	 */
	public static function add_schedule( array $schedules ): array {
		$schedules[ self::RECURRING ] = array(
			'interval' => MINUTE_IN_SECONDS,
			'display'  => 'Rappel: every minute',
		);
		return $schedules;
	}

	/**
	 * Starts the minute's event; called when something is kept.
	 */
	public static function schedule(): void {
		if ( ! wp_next_scheduled( self::EVENT ) ) {
			wp_schedule_event( time() + MINUTE_IN_SECONDS, self::RECURRING, self::EVENT );
		}
	}

	/**
	 * One run of cron: delivers, reports an outage, and stops itself when nothing is left to do.
	 */
	public static function run(): void {
		self::deliver_due( self::BATCH );
		Outage_Alert::check();
		Outbox::forget_old();
		if ( ! Outbox::has_work() ) {
			wp_clear_scheduled_hook( self::EVENT );
		}
	}

	/**
	 * The service answered just now: whatever else is kept goes out when this answer is sent.
	 */
	public static function after_answer(): void {
		if ( ! wp_next_scheduled( self::EVENT ) || has_action( 'shutdown', array( self::class, 'deliver_after_answer' ) ) ) {
			return;
		}
		add_action( 'shutdown', array( self::class, 'deliver_after_answer' ) );
	}

	/**
	 * A few, without holding the visitor's connection where PHP can let go of it.
	 */
	public static function deliver_after_answer(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		}
		self::deliver_due( self::AFTER_ANSWER_BATCH );
	}

	/**
	 * Tries one row, if nobody else does.
	 *
	 * @param Kept_Request $kept The row.
	 * @return array<string, mixed>|WP_Error|null The service's state of the request; why not; null when it was not tried.
	 */
	public static function attempt( Kept_Request $kept ): array|WP_Error|null {
		$connection = Connection::current();
		if ( null === $connection || '' === $kept->body || ! Outbox::claim( $kept->id ) ) {
			return null;
		}
		return Outbox::CANCELLED === $kept->state ? self::tell_cancellation( $connection, $kept, $kept->body ) : self::create( $connection, $kept );
	}

	/**
	 * Tells the service that a request is taken back.
	 *
	 * @param Connection   $connection The connection.
	 * @param Kept_Request $kept       The row.
	 * @param string       $reason     `changed_mind` or `wrong_number`.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function tell_cancellation( Connection $connection, Kept_Request $kept, string $reason ): array|WP_Error {
		$json   = (string) wp_json_encode(
			array(
				'reason'   => $reason,
				'language' => $kept->language,
			)
		);
		$answer = Service_Client::call( $connection, 'POST', "/v1/callback-requests/by-key/$kept->key/cancellation", $json, array(), $kept->language );
		if ( ! is_wp_error( $answer ) ) {
			Outbox::hand_over( $kept->id );
		} elseif ( 'request_not_found' === $answer->get_error_code() ) {
			if ( $kept->kept_at + self::LATE_ARRIVAL_SECONDS < time() ) {
				Outbox::close( $kept->id );
			}
		} elseif ( ! Problems::is_away( $answer ) ) {
			// It arrived and went too far to be taken back: the service tells the visitor what happens.
			Outbox::hand_over( $kept->id );
		}
		return $answer;
	}

	/**
	 * Delivers what waits, and stops at the first sign that the service is still away.
	 *
	 * @param int $limit How many at most.
	 */
	private static function deliver_due( int $limit ): void {
		foreach ( Outbox::due( $limit ) as $kept ) {
			$answer = self::attempt( $kept );
			if ( is_wp_error( $answer ) && Problems::is_away( $answer ) ) {
				return;
			}
		}
	}

	/**
	 * Sends the create as it was kept.
	 *
	 * @param Connection   $connection The connection.
	 * @param Kept_Request $kept       The row.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function create( Connection $connection, Kept_Request $kept ): array|WP_Error {
		$answer = Service_Client::call( $connection, 'POST', '/v1/callback-requests', $kept->body, array(), $kept->language );
		if ( is_wp_error( $answer ) ) {
			if ( ! Problems::is_away( $answer ) ) {
				Outbox::refuse( $kept->id, $answer->get_error_message() );
				Refused_Booking_Alert::send( $kept, $answer );
			}
			return $answer;
		}
		if ( ! Outbox::delivered( $kept->id ) ) {
			// Cancelled while it was on its way.
			$now = Outbox::find( $kept->key );
			if ( null !== $now && '' !== $now->body ) {
				return self::tell_cancellation( $connection, $now, $now->body );
			}
		}
		return $answer;
	}
}
