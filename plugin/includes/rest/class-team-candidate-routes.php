<?php
/**
 * Who could join a team.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Agents\Agent_Number;
use Rappel\Capabilities;
use WP_REST_Request;
use WP_REST_Response;
use WP_User;
use WP_User_Query;

defined( 'ABSPATH' ) || exit;

/**
 * GET team-candidates: users of this site by name, address or role, for whoever manages channels (contract/src/wordpress.ts:
 * teamCandidateListSchema). Answered by WordPress itself: the service knows no user who takes no callbacks yet.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Team_Candidate_Routes {

	private const MAXIMUM = 20;

	/**
	 * Registers it.
	 */
	public static function register(): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/team-candidates',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'candidates' ),
				'permission_callback' => static fn(): bool => current_user_can( Capabilities::MANAGE_CHANNELS ),
				'args'                => array(
					'search' => array(
						'type'        => 'string',
						'maxLength'   => 80,
						'description' => 'A part of a name, an address or a role; none: everybody, by name.',
					),
				),
			)
		);
	}

	/**
	 * Whom the search finds.
	 *
	 * @param Request $request The call.
	 */
	public static function candidates( WP_REST_Request $request ): WP_REST_Response {
		$search = trim( Arguments::text( $request, 'search' ) );
		$roles  = self::roles_like( $search );
		$found  = self::users( '' === $search ? array() : array( 'search' => "*$search*" ) );
		if ( '' !== $search && array() !== $roles ) {
			$found += self::users( array( 'role__in' => $roles ) );
		}
		uasort( $found, static fn( WP_User $one, WP_User $other ): int => strnatcasecmp( $one->display_name, $other->display_name ) );
		return new WP_REST_Response( array( 'users' => array_map( array( self::class, 'candidate' ), array_values( array_slice( $found, 0, self::MAXIMUM, true ) ) ) ) );
	}

	/**
	 * Users by their ids.
	 *
	 * @param array{search?: string, role__in?: list<string>} $which Which of them.
	 * @return array<int, WP_User>
	 */
	private static function users( array $which ): array {
		$query = new WP_User_Query(
			$which + array(
				'search_columns' => array( 'display_name', 'user_login', 'user_email', 'user_nicename' ),
				'orderby'        => 'display_name',
				'number'         => self::MAXIMUM,
				'count_total'    => false,
			)
		);
		$users = array();
		foreach ( $query->get_results() as $user ) {
			if ( $user instanceof WP_User ) {
				$users[ $user->ID ] = $user;
			}
		}
		return $users;
	}

	/**
	 * Roles whose name, in the language of whoever searches, has the text in it.
	 *
	 * @param string $search What they typed.
	 * @return list<string>
	 */
	private static function roles_like( string $search ): array {
		$names = array_map( 'translate_user_role', wp_roles()->get_names() );
		return array_keys( array_filter( $names, static fn( string $name ): bool => '' !== $search && false !== mb_stripos( $name, $search ) ) );
	}

	/**
	 * As the screen shows them.
	 *
	 * @param WP_User $user The user.
	 * @return array{userId: int, name: string, role: string, hasNumber: bool, profileUrl: string}
	 */
	private static function candidate( WP_User $user ): array {
		$names = wp_roles()->get_names();
		$roles = array_map( static fn( string $role ): string => translate_user_role( $names[ $role ] ?? '' ), array_filter( $user->roles, 'is_string' ) );
		return array(
			'userId'     => $user->ID,
			'name'       => '' === $user->display_name ? $user->user_login : $user->display_name,
			'role'       => implode( ', ', array_filter( $roles ) ),
			'hasNumber'  => '' !== Agent_Number::of( $user->ID ),
			'profileUrl' => admin_url( 'user-edit.php?user_id=' . $user->ID . '#rappel' ),
		);
	}
}
