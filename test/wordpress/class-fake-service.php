<?php
/**
 * A service that answers from memory.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Read;
use Rappel\Service\Signature;
use WP_Error;

/**
 * Stands at the end of WordPress's HTTP client. It knows requests by their keys as the real one does, checks each signature,
 * and can be away, refuse, or take a create and lose its answer.
 */
final class Fake_Service {

	public const URL     = 'http://service.test:8801';
	public const SITE    = '0b0b7f3a-8a0e-4e0c-9a51-6f6f0a6f3c11';
	public const SECRET  = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I';
	public const SOUND   = 'RIFF....WAVEfmt ';
	public const CHANNEL = '5a0a2c1e-51f4-4d64-8f0e-2f9d6c3b7a10';
	public const TOKEN   = 'q1W2e3R4t5Y6u7I8o9P0aS';

	/**
	 * Every call: method, target, body (decoded), raw, headers.
	 *
	 * @var list<array{method: string, target: string, body: array<string, mixed>, raw: string, headers: array<string, string>}>
	 */
	public array $calls = array();

	/**
	 * Creates that were taken, by key.
	 *
	 * @var array<string, array<string, mixed>>
	 */
	public array $taken = array();

	/**
	 * Answers in place of the usual ones: "POST /v1/callback-requests" => [ status, body ] or an error of the network.
	 *
	 * @var array<string, array{int, mixed}|WP_Error>
	 */
	public array $answers = array();

	/**
	 * Every call fails as if nobody listened.
	 *
	 * @var bool
	 */
	public bool $away = false;

	/**
	 * Creates are taken and their answers lost.
	 *
	 * @var bool
	 */
	public bool $loses_answers = false;

	/**
	 * Settings of the one channel.
	 *
	 * @var array<string, mixed>
	 */
	public array $settings = array(
		'name'         => 'Showroom',
		'state'        => 'live',
		'callTypes'    => 'both',
		'language'     => 'fr',
		'form'         => array( 'askName' => true ),
		'openingHours' => array( 'always' => true ),
		'calls'        => array( 'destinationNumber' => '+33140000000' ),
	);

	/**
	 * The booking that the token opens (contract/src/booking.ts: bookingPageSchema).
	 *
	 * @var array<string, mixed>
	 */
	public array $booking = array(
		'state'              => 'booked',
		'message'            => 'We call you on Tuesday 1 December.',
		'booking'            => array(
			'startsAt'            => '2026-12-01T13:00:00.000Z',
			'endsAt'              => '2026-12-01T13:15:00.000Z',
			'when'                => 'Tuesday 1 December at 2 pm, Paris time (1 pm where you are)',
			'changeUrl'           => '',
			'calendarUrl'         => '',
			'textMessageSentence' => 'You get an SMS.',
		),
		'channelId'          => self::CHANNEL,
		'pageUrl'            => null,
		'companyName'        => 'Smith & <i>Sons</i>',
		'language'           => 'en',
		'timeZone'           => 'Europe/London',
		'numberShown'        => '06 12 •• •• 78',
		'callerIdShown'      => '01 40 00 00 00',
		'canChange'          => true,
		'canCancel'          => true,
		'textMessagesWanted' => true,
	);

	/**
	 * What is free (contract/src/booking.ts: slotsSchema).
	 *
	 * @var array<string, mixed>
	 */
	public array $slots = array(
		'timeZone'       => 'Europe/London',
		'clocksSentence' => 'Times are those of London.',
		'lengthMinutes'  => 15,
		'days'           => array(
			array(
				'date'  => '2026-12-02',
				'label' => 'Wednesday 2 December',
				'slots' => array(
					array(
						'startsAt'     => '2026-12-02T09:00:00.000Z',
						'label'        => '9 am',
						'companyLabel' => '10 am, Paris time',
					),
					array(
						'startsAt'     => '2026-12-02T09:15:00.000Z',
						'label'        => '9:15 am',
						'companyLabel' => null,
					),
				),
			),
		),
		'nextDate'       => '2026-12-03',
		'previousDate'   => null,
	);

	/**
	 * Takes the place of the network.
	 *
	 * @param mixed                $unused  WordPress's false.
	 * @param array<string, mixed> $request The request.
	 * @param string               $url     Its address.
	 * @return array<string, mixed>|WP_Error
	 */
	public function answer( mixed $unused, array $request, string $url ): array|WP_Error {
		$target        = (string) substr( $url, strlen( self::URL ) );
		$raw           = Read::text( $request, 'body' );
		$method        = Read::text( $request, 'method' );
		$headers       = array_map( 'strval', array_filter( Read::map( $request, 'headers' ), 'is_scalar' ) );
		$body          = Read::as_map( json_decode( $raw, true ) );
		$this->calls[] = compact( 'method', 'target', 'body', 'raw', 'headers' );
		$path          = (string) strtok( $target, '?' );
		if ( $this->away ) {
			return new WP_Error( 'http_request_failed', 'cURL error 7: Failed to connect' );
		}
		if ( '/v1/pairings' !== $path && ! $this->is_signed( $method, $target, $raw, $headers ) ) {
			return $this->json(
				401,
				array(
					'code'   => 'signature_invalid',
					'detail' => 'The signature is wrong.',
				)
			);
		}
		$programmed = $this->answers[ "$method $path" ] ?? null;
		if ( isset( $request['filename'] ) ) {
			return $this->file( Read::text( $request, 'filename' ), is_array( $programmed ) ? $programmed : array( 200, self::SOUND ) );
		}
		if ( null !== $programmed ) {
			return is_array( $programmed ) ? $this->json( $programmed[0], $programmed[1] ) : $programmed;
		}
		return $this->usual( $method, $path, $body );
	}

	/**
	 * Calls of one kind.
	 *
	 * @param string $call "POST /v1/callback-requests".
	 * @return list<array{method: string, target: string, body: array<string, mixed>, raw: string, headers: array<string, string>}>
	 */
	public function calls_of( string $call ): array {
		return array_values( array_filter( $this->calls, static fn( array $made ): bool => $made['method'] . ' ' . strtok( $made['target'], '?' ) === $call ) );
	}

	/**
	 * What the real service answers.
	 *
	 * @param string               $method HTTP method.
	 * @param string               $path   Without query.
	 * @param array<string, mixed> $body   Decoded.
	 * @return array<string, mixed>|WP_Error
	 */
	private function usual( string $method, string $path, array $body ): array|WP_Error {
		$key = preg_match( '#^/v1/callback-requests/by-key/([0-9a-f-]{36})(/cancellation)?$#', $path, $match ) ? $match[1] : Read::text( $body, 'key' );
		switch ( true ) {
			case 'POST /v1/pairings' === "$method $path":
				return 'pairing-code-1' === Read::text( $body, 'code' )
					? $this->json(
						201,
						array(
							'siteId' => self::SITE,
							'secret' => self::SECRET,
						)
					)
					: $this->json(
						403,
						array(
							'code'   => 'pairing_code_invalid',
							'detail' => 'This code is not known.',
						)
					);
			case 'GET /v1/channels' === "$method $path":
				return $this->json( 200, array( 'channels' => array( $this->channel() ) ) );
			case 'POST /v1/callback-requests' === "$method $path":
				$is_new              = ! isset( $this->taken[ $key ] );
				$this->taken[ $key ] = $this->taken[ $key ] ?? $body;
				return $this->loses_answers ? new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ) : $this->json( $is_new ? 201 : 200, $this->status( $key, 'waiting' ) );
			case isset( $match[1] ) && ! isset( $this->taken[ $key ] ):
				return $this->json(
					404,
					array(
						'code'   => 'request_not_found',
						'detail' => 'This request is not known.',
					)
				);
			case isset( $match[2] ):
				return $this->json( 200, $this->status( $key, 'cancelled' ) );
			case isset( $match[1] ):
				return $this->json( 200, $this->status( $key, 'calling_company' ) );
			case str_starts_with( $path, '/v1/bookings/' . self::TOKEN ):
				return str_ends_with( $path, '/calendar' ) ? $this->calendar() : $this->json( 200, $this->booking );
			case str_starts_with( $path, '/v1/bookings/' ):
				return $this->json(
					404,
					array(
						'code'   => 'booking_not_found',
						'detail' => 'This link is no longer valid.',
					)
				);
			case str_ends_with( $path, '/slots' ):
				return $this->json( 200, $this->slots );
			case '/v1/site' === $path:
				return $this->json(
					200,
					array(
						'id'             => self::SITE,
						'name'           => 'Site',
						'alerts'         => array(),
						'serviceVersion' => '0.1.0',
						'simulated'      => true,
					)
				);
			case str_ends_with( $path, '/availability' ):
				return $this->json(
					200,
					array(
						'immediate'   => true,
						'reason'      => null,
						'changesAt'   => null,
						'nextOpening' => null,
						'serverTime'  => '2026-11-24T10:00:00.000Z',
					)
				);
			case str_starts_with( $path, '/v1/channels' ):
				return $this->json( 200, $this->channel() );
			case 'GET /v1/agents' === "$method $path":
				return $this->json( 200, array( 'agents' => array() ) );
			case str_starts_with( $path, '/v1/agents/' ):
				return $this->json( 'DELETE' === $method ? 204 : 200, 'DELETE' === $method ? '' : array( 'number' => isset( $body['number'] ) ? '+33612345678' : null ) + $body );
			case '/v1/spoken-texts' === $path:
				return $this->json( 200, array( 'texts' => array() ) );
			default:
				return $this->json(
					200,
					array(
						'requests'   => array(),
						'nextCursor' => null,
					)
				);
		}
	}

	/**
	 * The one channel.
	 *
	 * @return array<string, mixed>
	 */
	private function channel(): array {
		return array(
			'id'       => self::CHANNEL,
			'version'  => 1,
			'settings' => $this->settings,
			'missing'  => array(),
		);
	}

	/**
	 * A request's state.
	 *
	 * @param string $key   Its key.
	 * @param string $state One of visitorStates.
	 * @return array<string, mixed>
	 */
	private function status( string $key, string $state ): array {
		return array(
			'key'                   => $key,
			'state'                 => $state,
			'message'               => "It is $state.",
			'numberShown'           => '06 12 34 56 78',
			'callerIdShown'         => null,
			'place'                 => null,
			'canCancel'             => 'cancelled' !== $state,
			'final'                 => 'cancelled' === $state,
			'pollAfterMilliseconds' => 1000,
			'updatedAt'             => '2026-11-24T10:00:00.000Z',
		);
	}

	/**
	 * Checks a signature as the service does.
	 *
	 * @param string                $method  HTTP method.
	 * @param string                $target  Path and query.
	 * @param string                $raw     Body.
	 * @param array<string, string> $headers Headers.
	 */
	private function is_signed( string $method, string $target, string $raw, array $headers ): bool {
		$text = Signature::text_to_sign( $method, $target, hash( 'sha256', $raw ), $headers['rappel-timestamp'] ?? '', $headers['rappel-nonce'] ?? '', $headers['rappel-home'] ?? '' );
		return self::SITE === ( $headers['rappel-site'] ?? '' ) && hash_equals( hash_hmac( 'sha256', $text, self::SECRET ), $headers['rappel-signature'] ?? '' );
	}

	/**
	 * The booking for a calendar.
	 *
	 * @return array<string, mixed>
	 */
	private function calendar(): array {
		return array( 'headers' => array( 'content-type' => 'text/calendar; charset=utf-8' ) ) + $this->json( 200, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" );
	}

	/**
	 * An answer that WordPress's HTTP client writes to a file.
	 *
	 * @param string            $file   Where to.
	 * @param array{int, mixed} $answer Status and body.
	 * @return array<string, mixed>
	 */
	private function file( string $file, array $answer ): array {
		file_put_contents( $file, is_string( $answer[1] ) ? $answer[1] : (string) wp_json_encode( $answer[1] ) );
		return array(
			'headers'  => array( 'content-type' => 200 === $answer[0] ? 'audio/mpeg' : 'application/problem+json' ),
			'filename' => $file,
			'body'     => '',
		) + $this->json( $answer[0], '' );
	}

	/**
	 * An answer as WordPress's HTTP client gives it.
	 *
	 * @param int   $status HTTP status.
	 * @param mixed $body   What is sent as JSON; a text is sent as it is.
	 * @return array<string, mixed>
	 */
	private function json( int $status, mixed $body ): array {
		return array(
			'headers'  => array(),
			'body'     => is_string( $body ) ? $body : (string) wp_json_encode( $body ),
			'response' => array(
				'code'    => $status,
				'message' => '',
			),
			'cookies'  => array(),
			'filename' => null,
		);
	}
}
