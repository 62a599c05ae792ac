<?php
/**
 * Rappel in WordPress's privacy tools.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Agents\Agent_Number;
use Rappel\Agents\Agent_Sync;
use Rappel\Outbox\Kept_Request;
use Rappel\Outbox\Outbox;
use Rappel\Visitor\Said_Time;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress itself holds a request only while the service is away. The privacy tools know a person by e-mail address and a
 * request by phone number: the two are joined by the numbers that WordPress knows of that person.
 */
final class Privacy {

	private const PAGE_SIZE = 100;
	/** Digits from the end that two ways to write a number have in common ("06 12 …", "+33 6 12 …"). */
	private const COMPARED_DIGITS = 9;

	/**
	 * Hooks.
	 */
	public static function register(): void {
		add_filter( 'wp_privacy_personal_data_exporters', array( self::class, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( self::class, 'add_eraser' ) );
		add_action( 'admin_init', array( self::class, 'add_policy_text' ) );
	}

	/**
	 * Adds the exporter.
	 *
	 * @param array<string, mixed> $exporters WordPress's and others'.
	 * @return array<string, mixed>
	 */
	public static function add_exporter( array $exporters ): array {
		$exporters['rappel'] = array(
			'exporter_friendly_name' => __( 'Rappel: callback requests kept by WordPress', 'rappel' ),
			'callback'               => array( self::class, 'export' ),
		);
		return $exporters;
	}

	/**
	 * Adds the eraser.
	 *
	 * @param array<string, mixed> $erasers WordPress's and others'.
	 * @return array<string, mixed>
	 */
	public static function add_eraser( array $erasers ): array {
		$erasers['rappel'] = array(
			'eraser_friendly_name' => __( 'Rappel: callback requests kept by WordPress', 'rappel' ),
			'callback'             => array( self::class, 'erase' ),
		);
		return $erasers;
	}

	/**
	 * Everything kept for a person.
	 *
	 * @param string $email The person.
	 * @return array{data: list<array<string, mixed>>, done: true}
	 */
	public static function export( string $email ): array {
		$items = self::agent_items( $email );
		foreach ( self::requests_of( $email ) as $kept ) {
			$items[] = array(
				'group_id'    => 'rappel',
				'group_label' => __( 'Callback requests', 'rappel' ),
				'item_id'     => "rappel-$kept->id",
				'data'        => self::facts(
					array(
						__( 'Phone number', 'rappel' ) => $kept->number,
						__( 'Name', 'rappel' )         => $kept->name(),
						__( 'Note', 'rappel' )         => $kept->note(),
						__( 'Date', 'rappel' )         => (string) wp_date( 'c', $kept->kept_at ),
						__( 'Time chosen for the call', 'rappel' ) => Said_Time::of( $kept->slot(), $kept->time_zone() ),
						__( 'Time zone', 'rappel' )    => $kept->time_zone(),
					)
				),
			);
		}
		return array(
			'data' => $items,
			'done' => true,
		);
	}

	/**
	 * Facts as WordPress's exporter takes them.
	 *
	 * @param array<string, string> $facts By their names.
	 * @return list<array{name: string, value: string}>
	 */
	private static function facts( array $facts ): array {
		$data = array();
		foreach ( $facts as $name => $value ) {
			$data[] = array(
				'name'  => $name,
				'value' => $value,
			);
		}
		return $data;
	}

	/**
	 * Erases everything kept for a person: those requests are not delivered any more.
	 *
	 * @param string $email The person.
	 * @return array{items_removed: int, items_retained: false, messages: list<string>, done: true}
	 */
	public static function erase( string $email ): array {
		$requests = self::requests_of( $email );
		foreach ( $requests as $kept ) {
			Outbox::hand_over( $kept->id );
		}
		$user  = get_user_by( 'email', $email );
		$agent = $user instanceof WP_User && Agent_Number::is_known( $user->ID );
		if ( $agent ) {
			Agent_Sync::forget( $user->ID );
		}
		return array(
			'items_removed'  => count( $requests ) + (int) $agent,
			'items_retained' => false,
			'messages'       => array(),
			'done'           => true,
		);
	}

	/**
	 * The number at which a person takes callbacks.
	 *
	 * @param string $email The person.
	 * @return list<array<string, mixed>>
	 */
	private static function agent_items( string $email ): array {
		$user = get_user_by( 'email', $email );
		if ( ! $user instanceof WP_User || ! Agent_Number::is_known( $user->ID ) ) {
			return array();
		}
		return array(
			array(
				'group_id'    => 'rappel',
				'group_label' => __( 'Callback requests', 'rappel' ),
				'item_id'     => 'rappel-agent',
				'data'        => array(
					array(
						'name'  => __( 'Phone number for callbacks', 'rappel' ),
						'value' => Agent_Number::of( $user->ID ),
					),
				),
			),
		);
	}

	/**
	 * A text for the owner's privacy policy.
	 */
	public static function add_policy_text(): void {
		$text = array(
			__( 'When you ask to be called back, we use the phone number, the name and the note that you give, the page you are on, your language, your time zone and your network address. They go to our callback service, which calls us and you and joins the two calls; the network address is used only to stop abuse.', 'rappel' ),
			__( 'If you choose a time for the call, we may send you SMS about it at a mobile number: a confirmation, a reminder, and a message when it is changed or when we could not reach you. Each has a link by which you can change or cancel the callback and stop these messages; answering STOP stops them too.', 'rappel' ),
			__( 'If that service does not answer, this site keeps your request until it does, and removes it then. A request that was refused or cancelled is removed after one day.', 'rappel' ),
		);
		wp_add_privacy_policy_content( 'Rappel', wp_kses_post( wpautop( implode( "\n\n", $text ) ) ) );
	}

	/**
	 * Rows that belong to a person.
	 *
	 * @param string $email The person.
	 * @return list<Kept_Request>
	 */
	private static function requests_of( string $email ): array {
		$ends  = array_filter( array_map( array( self::class, 'end_of' ), self::numbers_of( $email ) ) );
		$found = array();
		$after = 0;
		do {
			$page    = array() === $ends ? array() : Outbox::page( $after, self::PAGE_SIZE );
			$is_full = count( $page ) === self::PAGE_SIZE;
			foreach ( $page as $kept ) {
				$after = $kept->id;
				if ( in_array( self::end_of( $kept->number ), $ends, true ) ) {
					$found[] = $kept;
				}
			}
		} while ( $is_full );
		return $found;
	}

	/**
	 * The numbers that WordPress knows of a person.
	 *
	 * @param string $email The person.
	 * @return list<string>
	 */
	private static function numbers_of( string $email ): array {
		$user    = get_user_by( 'email', $email );
		$numbers = array();
		if ( $user instanceof WP_User ) {
			foreach ( array( 'billing_phone', 'shipping_phone', 'phone' ) as $field ) {
				$numbers[] = get_user_meta( $user->ID, $field, true );
			}
		}
		/**
		 * Add the phone numbers that your shop or directory knows of a person, so that the privacy tools find their requests.
		 *
		 * @param list<mixed> $numbers What user profiles hold.
		 * @param string      $email   The person.
		 */
		$filtered = apply_filters( 'rappel_privacy_numbers', $numbers, $email );
		return array_values( array_filter( is_array( $filtered ) ? $filtered : array(), 'is_string' ) );
	}

	/**
	 * The last digits of a number; '' when there are too few to tell two people apart.
	 *
	 * @param string $number As typed.
	 */
	private static function end_of( string $number ): string {
		$digits = (string) preg_replace( '/\D/', '', $number );
		return strlen( $digits ) < self::COMPARED_DIGITS ? '' : substr( $digits, -self::COMPARED_DIGITS );
	}
}
