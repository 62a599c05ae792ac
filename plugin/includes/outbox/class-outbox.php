<?php
/**
 * Requests that WordPress keeps while the service is away.
 *
 * @package Rappel
 */

namespace Rappel\Outbox;

use Rappel\Read;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * The table `{prefix}rappel_outbox`. A row lives from the moment the service does not answer until it has the request; its key
 * is the visitor's, so the same request is never kept or delivered twice. Times are UTC.
 */
final class Outbox {

	public const KEPT      = 'kept';
	public const REFUSED   = 'refused';
	public const CANCELLED = 'cancelled';

	/** A visitor who sent a form without JavaScript twice has no key in common; the same number within this time is one, unless it is for another time. */
	private const SAME_REQUEST_SECONDS = 60;
	private const CLAIM_SECONDS        = 10;
	private const KEEP_CLOSED_SECONDS  = DAY_IN_SECONDS;
	private const KEEP_OPEN_SECONDS    = 30 * DAY_IN_SECONDS;

	/**
	 * The table's name, for %i.
	 */
	public static function table(): string {
		global $wpdb;
		/**
		 * The database.
		 *
		 * @var \wpdb $wpdb
		 */
		return $wpdb->prefix . 'rappel_outbox';
	}

	/**
	 * Creates or updates the table.
	 */
	public static function install(): void {
		global $wpdb;
		/**
		 * The database.
		 *
		 * @var \wpdb $wpdb
		 */
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$table   = self::table();
		$charset = $wpdb->get_charset_collate();
		dbDelta(
			"CREATE TABLE $table (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			request_key char(36) NOT NULL,
			channel_id char(36) NOT NULL,
			state varchar(12) NOT NULL,
			body longtext NOT NULL,
			number varchar(40) NOT NULL,
			language varchar(8) NOT NULL,
			sender char(64) NOT NULL,
			same_request char(64) NOT NULL,
			problem text NOT NULL,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			claimed_at datetime NOT NULL,
			kept_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY request_key (request_key),
			KEY state_claimed_at (state,claimed_at),
			KEY same_request (same_request),
			KEY sender (sender)
			) $charset;"
		);
	}

	/**
	 * Drops the table.
	 */
	public static function uninstall(): void {
		self::execute( 'DROP TABLE IF EXISTS %i', array() );
	}

	/**
	 * Keeps a create. The same key twice is one row.
	 *
	 * @param array<string, mixed> $create The body of POST /v1/callback-requests.
	 * @return Kept_Request The row that stands for it: an earlier one for a form sent twice without JavaScript.
	 */
	public static function keep( array $create ): Kept_Request|WP_Error {
		$address = Read::text( $create, 'visitorAddress' );
		$same    = wp_hash( Read::text( $create, 'channelId' ) . preg_replace( '/\D/', '', Read::text( $create, 'number' ) ) . $address . Read::text( $create, 'slot' ) );
		if ( Read::truth( $create, 'withoutScript' ) ) {
			$earlier = self::first( 'same_request = %s AND state = %s AND kept_at > %s', array( $same, self::KEPT, self::moment( -self::SAME_REQUEST_SECONDS ) ) );
			if ( null !== $earlier ) {
				return $earlier;
			}
		}
		$key = Read::text( $create, 'key' );
		// Claimed from the start: it was tried a moment ago.
		self::execute(
			'INSERT IGNORE INTO %i (request_key, channel_id, state, body, number, language, sender, same_request, problem, attempts, claimed_at, kept_at)
			VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, 1, %s, %s)',
			array(
				$key,
				Read::text( $create, 'channelId' ),
				self::KEPT,
				(string) wp_json_encode( $create, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ),
				Read::text( $create, 'number' ),
				Read::text( $create, 'language' ),
				wp_hash( $address ),
				$same,
				'',
				self::moment(),
				self::moment(),
			)
		);
		$kept = self::find( $key );
		return $kept ?? new WP_Error( 'internal_error', __( 'Your request could not be kept. Please try again.', 'rappel' ), array( 'status' => 500 ) );
	}

	/**
	 * The row of a key; null when there is none.
	 *
	 * @param string $key The visitor's key.
	 */
	public static function find( string $key ): ?Kept_Request {
		return self::first( 'request_key = %s', array( $key ) );
	}

	/**
	 * Takes a row for one try at delivery, so that two processes never try at once: the update that changes the row wins.
	 *
	 * @param int $id The row.
	 */
	public static function claim( int $id ): bool {
		return 1 === self::update(
			'claimed_at = %s, attempts = attempts + 1',
			'id = %d AND state IN (%s, %s) AND claimed_at <= %s',
			array( self::moment(), $id, self::KEPT, self::CANCELLED, self::moment( -self::CLAIM_SECONDS ) )
		);
	}

	/**
	 * Rows that wait for a try, oldest first.
	 *
	 * @param int $limit How many.
	 * @return list<Kept_Request>
	 */
	public static function due( int $limit ): array {
		return self::rows(
			'state IN (%s, %s) AND body <> %s AND claimed_at <= %s ORDER BY id ASC LIMIT %d',
			array( self::KEPT, self::CANCELLED, '', self::moment( -self::CLAIM_SECONDS ), $limit )
		);
	}

	/**
	 * The service has it: nothing is kept any more. False when it was cancelled meanwhile.
	 *
	 * @param int $id The row.
	 */
	public static function delivered( int $id ): bool {
		return 1 === self::remove( 'id = %d AND state = %s', array( $id, self::KEPT ) );
	}

	/**
	 * The service said no for good: the sentence stays for the visitor, the request itself goes.
	 *
	 * @param int    $id       The row.
	 * @param string $sentence For the visitor.
	 */
	public static function refuse( int $id, string $sentence ): void {
		self::update( 'state = %s, body = %s, problem = %s', 'id = %d AND state = %s', array( self::REFUSED, '', $sentence, $id, self::KEPT ) );
	}

	/**
	 * The visitor took it back. The service may still have to be told, since a create may have arrived without an answer.
	 *
	 * @param int    $id     The row.
	 * @param string $reason `changed_mind` or `wrong_number`.
	 */
	public static function cancel( int $id, string $reason ): bool {
		return 1 === self::update( 'state = %s, body = %s', 'id = %d AND state = %s', array( self::CANCELLED, $reason, $id, self::KEPT ) );
	}

	/**
	 * The service knows of the cancellation, or never had the request.
	 *
	 * @param int $id The row.
	 */
	public static function close( int $id ): void {
		self::update( 'body = %s', 'id = %d AND state = %s', array( '', $id, self::CANCELLED ) );
	}

	/**
	 * Removes a row whatever its state: the service answers for this key from now on.
	 *
	 * @param int $id The row.
	 */
	public static function hand_over( int $id ): void {
		self::remove( 'id = %d', array( $id ) );
	}

	/**
	 * How many requests wait for the service.
	 */
	public static function count_kept(): int {
		return self::count( 'state = %s', array( self::KEPT ) );
	}

	/**
	 * How many an address sent in the last hour that are still here; a flood must not fill the table.
	 *
	 * @param string $address The visitor's address.
	 */
	public static function count_from( string $address ): int {
		return self::count( 'sender = %s AND kept_at > %s', array( wp_hash( $address ), self::moment( -HOUR_IN_SECONDS ) ) );
	}

	/**
	 * How many wait for longer than a time.
	 *
	 * @param int $seconds The time.
	 */
	public static function count_older_than( int $seconds ): int {
		return self::count( 'state = %s AND kept_at <= %s', array( self::KEPT, self::moment( -$seconds ) ) );
	}

	/**
	 * Whether cron still has something to tell the service.
	 */
	public static function has_work(): bool {
		return self::count( 'state IN (%s, %s) AND body <> %s', array( self::KEPT, self::CANCELLED, '' ) ) > 0;
	}

	/**
	 * Forgets what nobody asks about any more: refused and cancelled rows after a day, any row after 30.
	 */
	public static function forget_old(): void {
		self::remove(
			'(state IN (%s, %s) AND kept_at <= %s) OR kept_at <= %s',
			array( self::REFUSED, self::CANCELLED, self::moment( -self::KEEP_CLOSED_SECONDS ), self::moment( -self::KEEP_OPEN_SECONDS ) )
		);
	}

	/**
	 * Every row, for the privacy tools.
	 *
	 * @param int $after_id Start after this row.
	 * @param int $limit    How many.
	 * @return list<Kept_Request>
	 */
	public static function page( int $after_id, int $limit ): array {
		return self::rows( 'id > %d ORDER BY id ASC LIMIT %d', array( $after_id, $limit ) );
	}

	/**
	 * UTC, as the database writes it.
	 *
	 * @param int $offset_seconds From now.
	 */
	private static function moment( int $offset_seconds = 0 ): string {
		return gmdate( 'Y-m-d H:i:s', time() + $offset_seconds );
	}

	/**
	 * The first row of a condition.
	 *
	 * @param literal-string   $where  SQL with placeholders.
	 * @param list<string|int> $values For the placeholders.
	 */
	private static function first( string $where, array $values ): ?Kept_Request {
		return self::rows( $where . ' LIMIT 1', $values )[0] ?? null;
	}

	/**
	 * Rows of a condition.
	 *
	 * @param literal-string   $where  SQL with placeholders.
	 * @param list<string|int> $values For the placeholders.
	 * @return list<Kept_Request>
	 */
	private static function rows( string $where, array $values ): array {
		global $wpdb;
		/**
		 * The database.
		 *
		 * @var \wpdb $wpdb
		 */
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE $where", self::table(), ...$values ), ARRAY_A ); // phpcs:ignore WordPress.DB -- Conditions are literals of this class with placeholders.
		return array_map( array( Kept_Request::class, 'from_row' ), is_array( $rows ) ? array_values( $rows ) : array() );
	}

	/**
	 * How many rows meet a condition.
	 *
	 * @param literal-string   $where  SQL with placeholders.
	 * @param list<string|int> $values For the placeholders.
	 */
	private static function count( string $where, array $values ): int {
		global $wpdb;
		/**
		 * The database.
		 *
		 * @var \wpdb $wpdb
		 */
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM %i WHERE $where", self::table(), ...$values ) ); // phpcs:ignore WordPress.DB -- Conditions are literals of this class with placeholders.
	}

	/**
	 * Changes rows; gives how many.
	 *
	 * @param literal-string   $set    SQL with placeholders.
	 * @param literal-string   $where  SQL with placeholders.
	 * @param list<string|int> $values For the placeholders of both.
	 */
	private static function update( string $set, string $where, array $values ): int {
		return self::execute( "UPDATE %i SET $set WHERE $where", $values );
	}

	/**
	 * Removes rows; gives how many.
	 *
	 * @param literal-string   $where  SQL with placeholders.
	 * @param list<string|int> $values For the placeholders.
	 */
	private static function remove( string $where, array $values ): int {
		return self::execute( "DELETE FROM %i WHERE $where", $values );
	}

	/**
	 * Runs one statement on the table; gives how many rows it touched.
	 *
	 * @param literal-string   $statement SQL; its first placeholder, %i, is the table.
	 * @param list<string|int> $values    For the other placeholders.
	 */
	private static function execute( string $statement, array $values ): int {
		global $wpdb;
		/**
		 * The database.
		 *
		 * @var \wpdb $wpdb
		 */
		return (int) $wpdb->query( (string) $wpdb->prepare( $statement, self::table(), ...$values ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- Statements are literals of this class with placeholders.
	}
}
