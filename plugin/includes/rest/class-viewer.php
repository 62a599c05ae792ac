<?php
/**
 * Who looks at the screen.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Capabilities;
use Rappel\Read;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress alone knows who is logged in and what they may do. The service is told by it (contract/src/live.ts: viewerSchema) and
 * never by the browser.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Viewer {

	/**
	 * They see everything: every request, every colleague, the results.
	 */
	public static function supervises(): bool {
		return current_user_can( Capabilities::SUPERVISE );
	}

	/**
	 * They have to do with requests: what waits and their own, or all.
	 */
	public static function sees_requests(): bool {
		return self::supervises() || current_user_can( Capabilities::TAKE_CALLBACKS );
	}

	/**
	 * The whole team, with numbers and addresses, is theirs to see.
	 */
	public static function sees_team(): bool {
		return self::supervises() || current_user_can( Capabilities::MANAGE_CHANNELS );
	}

	/**
	 * Whether whoever takes callbacks calls about themselves.
	 *
	 * @param Request $request The call; the user is in its address.
	 */
	public static function is_own( WP_REST_Request $request ): bool {
		return current_user_can( Capabilities::TAKE_CALLBACKS ) && get_current_user_id() === Read::integer( $request->get_url_params(), 'userId' );
	}

	/**
	 * As a body names them.
	 *
	 * @return array{userId: int, supervises: bool}
	 */
	public static function as_body(): array {
		return array(
			'userId'     => get_current_user_id(),
			'supervises' => self::supervises(),
		);
	}

	/**
	 * As a query names them.
	 *
	 * @return array{userId: string, supervises: 'true'|'false'}
	 */
	public static function as_query(): array {
		return array(
			'userId'     => (string) get_current_user_id(),
			'supervises' => self::supervises() ? 'true' : 'false',
		);
	}

	/**
	 * What narrows requests to those that they may see; nothing for who supervises.
	 *
	 * @return array<string, string>
	 */
	public static function as_filter(): array {
		return self::supervises() ? array() : array( 'visibleTo' => (string) get_current_user_id() );
	}
}
