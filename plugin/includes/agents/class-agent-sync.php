<?php
/**
 * Tells the service who may be called.
 *
 * @package Rappel
 */

namespace Rappel\Agents;

use Rappel\Capabilities;
use Rappel\Connection\Connection;
use Rappel\Language;
use Rappel\Personal\Personal_Link;
use Rappel\Read;
use Rappel\Service\Service_Client;
use WP_Error;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * The service calls agents by what their WordPress profile says: it is told at once, and again by cron until it heard. Whoever
 * is deleted, leaves the site or may no longer take callbacks is forgotten there.
 */
final class Agent_Sync {

	/** User ids that the service has not heard of yet. */
	public const PENDING = 'rappel_agents_pending';

	/**
	 * Listens to users.
	 */
	public static function register(): void {
		add_action( 'profile_update', array( self::class, 'changed' ) );
		add_action( 'set_user_role', array( self::class, 'changed' ) );
		add_action( 'delete_user', array( self::class, 'forget' ) );
		add_action( 'wpmu_delete_user', array( self::class, 'forget' ) );
		add_action( 'remove_user_from_blog', array( self::class, 'forget' ) );
	}

	/**
	 * Something about a user changed; nothing happens for one that the service never heard of.
	 *
	 * @param int $user_id The user.
	 */
	public static function changed( int $user_id ): void {
		if ( Agent_Number::is_known( $user_id ) ) {
			self::tell( $user_id );
		}
	}

	/**
	 * Makes the service know somebody who may take callbacks: with their number, or without one until they type it.
	 *
	 * @param int $user_id The user.
	 */
	public static function introduce( int $user_id ): void {
		if ( ! Agent_Number::is_known( $user_id ) && user_can( $user_id, Capabilities::TAKE_CALLBACKS ) ) {
			Agent_Number::keep( $user_id, '' );
			self::tell( $user_id );
		}
	}

	/**
	 * A user is deleted, or leaves this site of a network.
	 *
	 * @param int $user_id The user.
	 */
	public static function forget( int $user_id ): void {
		Personal_Link::revoke( $user_id );
		if ( Agent_Number::is_known( $user_id ) ) {
			Agent_Number::forget( $user_id );
			self::tell( $user_id );
		}
	}

	/**
	 * Tells the service about one user. What it could not hear is told again within the hour.
	 *
	 * @param int $user_id The user.
	 * @return true|WP_Error
	 */
	public static function tell( int $user_id ): bool|WP_Error {
		$connection = Connection::current();
		if ( null === $connection ) {
			return true;
		}
		$user   = get_userdata( $user_id );
		$answer = $user instanceof WP_User && user_can( $user, Capabilities::TAKE_CALLBACKS ) && Agent_Number::is_known( $user_id )
			? self::save( $connection, $user, Agent_Number::of( $user_id ) )
			: Service_Client::call( $connection, 'DELETE', "/v1/agents/$user_id" );
		$failed = is_wp_error( $answer ) && 'agent_not_found' !== $answer->get_error_code();
		self::remember( $user_id, $failed );
		return $failed ? $answer : true;
	}

	/**
	 * Asks the service to take a number; it says whether it can be called.
	 *
	 * @param Connection $connection The site's connection.
	 * @param WP_User    $user       Whose.
	 * @param string     $number     As typed, or E.164; '' for none.
	 * @return array<string, mixed>|WP_Error contract/src/agent.ts: agentSchema.
	 */
	public static function save( Connection $connection, WP_User $user, string $number ): array|WP_Error {
		$name = trim( mb_substr( html_entity_decode( $user->display_name, ENT_QUOTES, 'UTF-8' ), 0, 80 ) );
		return Service_Client::call(
			$connection,
			'PUT',
			"/v1/agents/{$user->ID}",
			(string) wp_json_encode(
				array(
					'name'     => '' === $name ? $user->user_login : $name,
					'number'   => '' === $number ? null : $number,
					'country'  => self::country(),
					'email'    => is_email( $user->user_email ) ? $user->user_email : null,
					'language' => Language::nearest( get_user_locale( $user ) ),
				)
			)
		);
	}

	/**
	 * Tells about every agent once the page is made: the site was connected to a service that knows none.
	 */
	public static function tell_all(): void {
		foreach ( Agent_Number::holders() as $user_id ) {
			self::remember( $user_id, true );
		}
		add_action( 'shutdown', array( self::class, 'tell_pending' ) );
	}

	/**
	 * Tells what the service has not heard yet; by cron.
	 */
	public static function tell_pending(): void {
		foreach ( self::pending() as $user_id ) {
			if ( is_wp_error( self::tell( $user_id ) ) ) {
				return;
			}
		}
	}

	/**
	 * Notes that the service is to be told again.
	 *
	 * @param int  $user_id    The user.
	 * @param bool $is_pending It did not hear.
	 */
	public static function remember( int $user_id, bool $is_pending ): void {
		$before = self::pending();
		$after  = array_values( array_diff( $before, array( $user_id ) ) );
		if ( $is_pending ) {
			$after[] = $user_id;
		}
		if ( $after !== $before ) {
			update_option( self::PENDING, $after, false );
		}
	}

	/**
	 * Who is to be told again.
	 *
	 * @return list<int>
	 */
	private static function pending(): array {
		return array_values( array_filter( Read::items( array( 'ids' => get_option( self::PENDING ) ), 'ids' ), 'is_int' ) );
	}

	/**
	 * The country in which a number without a country code is read: the site's. en_US says nothing: it is WordPress's own.
	 */
	private static function country(): string {
		return 1 === preg_match( '/_([A-Z]{2})\b/', get_locale(), $match ) && 'US' !== $match[1] ? $match[1] : 'FR';
	}
}
