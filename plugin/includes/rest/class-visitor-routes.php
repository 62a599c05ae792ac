<?php
/**
 * The routes that anybody may call.
 *
 * @package Rappel
 */

namespace Rappel\Rest;

use Rappel\Channels\Channel_Copy;
use Rappel\Channels\Opening_Hours;
use Rappel\Channels\Own_Text;
use Rappel\Connection\Pairing;
use Rappel\Instant;
use Rappel\Language;
use Rappel\Outbox\Delivery;
use Rappel\Problems;
use Rappel\Service\Service_Client;
use Rappel\Visitor\Free_Slots;
use Rappel\Visitor\Request_Key;
use Rappel\Visitor\Visitor_Requests;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * No nonce: a page may come from a cache that stored it an hour ago, and the nonce of a page that everybody gets proves nothing.
 * What protects them: a request is read and taken back only with its unguessable key, and the service limits what costs money.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 * @phpstan-import-type Channel from Channel_Copy
 */
final class Visitor_Routes {

	private const AVAILABLE_AGAIN_SECONDS = 60;

	/**
	 * Registers them.
	 */
	public static function register(): void {
		$key = array( 'key' => Arguments::request_key() );
		self::route( '/channels/(?P<channelId>' . Request_Key::PATTERN . ')/availability', 'GET', array( self::class, 'availability' ), array( 'channelId' => Arguments::id() ) );
		self::route( '/channels/(?P<channelId>' . Request_Key::PATTERN . ')/slots', 'GET', array( self::class, 'slots' ), array( 'channelId' => Arguments::id() ) + array_diff_key( Schemas::query( 'slotsQuery' ), array( 'language' => true ) ) );
		self::route( '/callback-requests', 'POST', array( self::class, 'create' ), Arguments::submission() );
		self::route( '/callback-requests/by-key/(?P<key>' . Request_Key::PATTERN . ')', 'GET', array( self::class, 'status' ), $key );
		self::route(
			'/callback-requests/by-key/(?P<key>' . Request_Key::PATTERN . ')/cancellation',
			'POST',
			array( self::class, 'cancel' ),
			$key + array(
				'reason' => array(
					'type'        => 'string',
					'enum'        => array( 'changed_mind', 'wrong_number' ),
					'default'     => 'changed_mind',
					'description' => 'Why the request is taken back.',
				),
			)
		);
	}

	/**
	 * May an immediate request be made now? While the service is away, from WordPress's copy of the opening hours.
	 *
	 * @param Request $request The request.
	 */
	public static function availability( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$channel_id = Arguments::text( $request, 'channelId' );
		return self::answer(
			$request,
			static function ( string $language ) use ( $channel_id ): array|WP_Error {
				$connection = Pairing::ensure();
				if ( null === $connection ) {
					return Problems::own( 'not_connected' );
				}
				$answer = Service_Client::call( $connection, 'GET', "/v1/channels/$channel_id/availability", null, array(), $language );
				if ( is_wp_error( $answer ) ) {
					return Problems::is_away( $answer ) ? self::availability_from_copy( $channel_id, $language, $answer ) : $answer;
				}
				Delivery::after_answer();
				return $answer;
			}
		);
	}

	/**
	 * What is free, as the service says it now: no answer is kept here, since any may be untrue once somebody books.
	 *
	 * @param Request $request The request.
	 */
	public static function slots( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$query = array();
		foreach ( array( 'from', 'days', 'timeZone' ) as $name ) {
			$query[ $name ] = Arguments::text( $request, $name );
		}
		return self::answer(
			$request,
			static fn( string $language ): array|WP_Error => Free_Slots::of( Arguments::text( $request, 'channelId' ), array_filter( $query, static fn( string $value ): bool => '' !== $value ), $language )
		);
	}

	/**
	 * Sends a request: 201, or 202 when WordPress keeps it until the service answers.
	 *
	 * @param Request $request The request.
	 */
	public static function create( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$submission = array();
		foreach ( array_keys( Arguments::submission() ) as $name ) {
			$submission[ $name ] = $request->get_param( $name );
		}
		$answer = self::answer( $request, static fn( string $language ): array|WP_Error => Visitor_Requests::create( $submission, $language, false ) );
		if ( $answer instanceof WP_REST_Response ) {
			$data = $answer->get_data();
			$answer->set_status( is_array( $data ) && 'kept' === ( $data['state'] ?? '' ) ? 202 : 201 );
		}
		return $answer;
	}

	/**
	 * What happens to a request.
	 *
	 * @param Request $request The request.
	 */
	public static function status( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$key = Arguments::text( $request, 'key' );
		return self::answer( $request, static fn( string $language ): array|WP_Error => Visitor_Requests::status( $key, $language ) );
	}

	/**
	 * Takes a request back.
	 *
	 * @param Request $request The request.
	 */
	public static function cancel( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$key    = Arguments::text( $request, 'key' );
		$reason = Arguments::text( $request, 'reason' );
		return self::answer( $request, static fn( string $language ): array|WP_Error => Visitor_Requests::cancel( $key, $reason, $language ) );
	}

	/**
	 * One public route.
	 *
	 * @param non-falsy-string                    $path     Regular expression.
	 * @param string                              $method   GET or POST.
	 * @param callable                            $callback Answers.
	 * @param array<string, array<string, mixed>> $args     Its arguments.
	 */
	private static function route( string $path, string $method, callable $callback, array $args ): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			$path,
			array(
				'methods'             => $method,
				'callback'            => $callback,
				// Open to visitors by purpose; see the class.
				'permission_callback' => '__return_true',
				'args'                => $args + array( 'language' => Arguments::language() ),
			)
		);
	}

	/**
	 * Answers in the page's language, and says nothing to a visitor that is meant for the owner.
	 *
	 * @param Request                                           $request The request.
	 * @param callable(string): (array<string, mixed>|WP_Error) $work    Takes a language that the service speaks.
	 */
	private static function answer( WP_REST_Request $request, callable $work ): WP_REST_Response|WP_Error {
		$language = Language::nearest( Arguments::text( $request, 'language' ), determine_locale() );
		$answer   = Language::speak( $language, static fn(): array|WP_Error => $work( $language ) );
		if ( ! is_wp_error( $answer ) ) {
			return new WP_REST_Response( $answer );
		}
		$data = $answer->get_error_data();
		$said = is_array( $data ) ? array_intersect_key( $data, array_flip( array( 'status', 'field', 'retryAt', 'alternatives' ) ) ) : array();
		if ( isset( $said['retryAt'] ) ) {
			// The visitor's own clock may be wrong.
			$said['serverTime'] = Instant::now();
		}
		return new WP_Error( $answer->get_error_code(), $answer->get_error_message(), $said );
	}

	/**
	 * WordPress keeps what is sent while the service is away, so the button follows the hours; asked again in a minute.
	 *
	 * @param string   $channel_id The channel.
	 * @param string   $language   The visitor's.
	 * @param WP_Error $error      Why the service did not answer.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function availability_from_copy( string $channel_id, string $language, WP_Error $error ): array|WP_Error {
		$channel = Channel_Copy::find( $channel_id );
		if ( null === $channel ) {
			return $error;
		}
		$now     = Instant::local();
		$is_live = 'live' === $channel['state'];
		$reason  = match ( true ) {
			! $is_live                            => 'paused' === $channel['state'] ? 'paused' : 'incomplete',
			'deferred' === $channel['callTypes'] => 'deferred_only',
			default                               => Opening_Hours::are_open( $channel['openingHours'], $now ) ? null : 'closed',
		};
		return array(
			'immediate'           => null === $reason,
			'reason'              => $reason,
			'changesAt'           => Instant::write( $now->modify( '+' . self::AVAILABLE_AGAIN_SECONDS . ' seconds' ) ),
			'nextOpening'         => null,
			'deferred'            => $is_live && 'immediate' !== $channel['callTypes'],
			'unavailableSentence' => self::unavailable_sentence( $channel, $reason, $language ),
			'serverTime'          => Instant::write( $now ),
		);
	}

	/**
	 * Why nobody is called now; null when somebody is, or never is. The next opening is the service's to say: a sentence of the
	 * owner's that names it is left out.
	 *
	 * @param Channel     $channel  From the copy.
	 * @param string|null $reason   contract/src/availability.ts: `reason`.
	 * @param string      $language The visitor's.
	 */
	private static function unavailable_sentence( array $channel, ?string $reason, string $language ): ?string {
		if ( null === $reason || 'deferred_only' === $reason ) {
			return null;
		}
		$own = Own_Text::in( $channel['bookingTexts'], 'unavailable', $language );
		if ( null !== $own && ! str_contains( $own, '{opening}' ) ) {
			return $own;
		}
		return 'closed' === $reason ? __( 'We are closed at the moment.', 'rappel' ) : __( 'We cannot call you back at the moment.', 'rappel' );
	}
}
