<?php
/**
 * What the service is told of the site.
 *
 * @package Rappel
 */

namespace Rappel\Connection;

use Rappel\Capabilities;

defined( 'ABSPATH' ) || exit;

/**
 * As WordPress has it now (contract/src/site.ts: saveSiteSchema). A time zone that is a bare offset stays one: "+02:00".
 */
final class Site_Facts {

	/** As many as the contract takes. */
	private const SUPERVISORS = 50;

	/**
	 * Everything.
	 *
	 * @return array{name: string, timeZone: string, ownerEmail: string|null, supervisorEmails: list<string>}
	 */
	public static function all(): array {
		$owner = get_option( 'admin_email' );
		return array(
			'name'             => self::name(),
			'timeZone'         => wp_timezone_string(),
			'ownerEmail'       => is_string( $owner ) && is_email( $owner ) ? $owner : null,
			'supervisorEmails' => self::supervisor_emails(),
		);
	}

	/**
	 * The site's name, as text.
	 */
	public static function name(): string {
		return mb_substr( html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ), 0, 200 );
	}

	/**
	 * Of everybody who may supervise, in a stable order.
	 *
	 * @return list<string>
	 */
	private static function supervisor_emails(): array {
		$users  = get_users(
			array(
				'capability' => Capabilities::SUPERVISE,
				'fields'     => array( 'user_email' ),
				'orderby'    => 'ID',
				'number'     => self::SUPERVISORS,
			)
		);
		$emails = array();
		foreach ( $users as $user ) {
			$email = is_object( $user ) && isset( $user->user_email ) ? $user->user_email : '';
			if ( is_string( $email ) && is_email( $email ) ) {
				$emails[] = $email;
			}
		}
		return array_values( array_unique( $emails ) );
	}
}
