<?php
/**
 * Arguments of the routes.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Read;
use Rappel\Visitor\Request_Key;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress's JSON Schema of what the routes take. The bodies that the service checks word by word come from contract/
 * (generated/schemas.php); these are the ones that WordPress reads itself.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Arguments {

	/**
	 * A text argument of a request; '' when there is none.
	 *
	 * @param Request $request The request.
	 * @param string  $name    The argument.
	 */
	public static function text( WP_REST_Request $request, string $name ): string {
		return Read::text( array( $name => $request->get_param( $name ) ), $name );
	}

	/**
	 * Those of a request's arguments that are there, as texts.
	 *
	 * @param Request      $request The request.
	 * @param list<string> $names   The arguments.
	 * @return array<string, string>
	 */
	public static function texts( WP_REST_Request $request, array $names ): array {
		$texts = array();
		foreach ( $names as $name ) {
			$text = self::text( $request, $name );
			if ( '' !== $text ) {
				$texts[ $name ] = $text;
			}
		}
		return $texts;
	}

	/**
	 * The id of a channel or request.
	 *
	 * @return array<string, mixed>
	 */
	public static function id(): array {
		return array(
			'type'        => 'string',
			'format'      => 'uuid',
			'required'    => true,
			'description' => 'Id.',
		);
	}

	/**
	 * The id of a WordPress user.
	 *
	 * @return array<string, mixed>
	 */
	public static function user_id(): array {
		return array(
			'type'        => 'integer',
			'minimum'     => 1,
			'required'    => true,
			'description' => 'Id of a WordPress user.',
		);
	}

	/**
	 * The visitor's key.
	 *
	 * @return array<string, mixed>
	 */
	public static function request_key(): array {
		return array(
			'type'        => 'string',
			'pattern'     => '^' . Request_Key::PATTERN . '$',
			'required'    => true,
			'description' => 'The key that the browser made when the request was sent.',
		);
	}

	/**
	 * The page's language.
	 *
	 * @return array<string, mixed>
	 */
	public static function language(): array {
		return array(
			'type'        => 'string',
			'maxLength'   => 20,
			'description' => 'The language of the page, BCP 47; sentences come in it.',
		);
	}

	/**
	 * What a visitor sends (contract/src/wordpress.ts: visitorSubmissionSchema). The number may be anything here: a visitor gets
	 * a sentence about it and not WordPress's "Invalid parameter(s)".
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function submission(): array {
		$text = static fn( int $maximum, string $description ): array => array(
			'type'        => 'string',
			'maxLength'   => $maximum,
			'description' => $description,
		);
		return array(
			'key'        => self::request_key(),
			'channelId'  => self::id(),
			'number'     => $text( 200, 'The phone number as typed.' ) + array( 'required' => true ),
			'name'       => $text( 200, 'The visitor\'s name.' ),
			'note'       => $text( 1000, 'What the agent should know before the call.' ),
			'consent'    => array(
				'type'        => 'boolean',
				'default'     => false,
				'description' => 'The box was ticked.',
			),
			'slot'       => array(
				'type'        => array( 'string', 'null' ),
				'format'      => 'date-time',
				'maxLength'   => 40,
				'description' => 'The slot to book; none: be called now.',
			),
			'code'       => $text( 40, 'The code that came by SMS, once code_needed was answered.' ),
			'resendCode' => array(
				'type'        => 'boolean',
				'default'     => false,
				'description' => 'The code did not come: another one is wanted.',
			),
			'timeZone'   => $text( 64, 'The visitor\'s IANA time zone.' ),
			'pageUrl'    => $text( 2000, 'The page the request comes from.' ),
			'pageTitle'  => $text( 300, 'The title of that page.' ),
		);
	}
}
