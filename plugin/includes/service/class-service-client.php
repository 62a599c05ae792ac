<?php
/**
 * Calls the companion service.
 *
 * @package Rappel
 */

namespace Rappel\Service;

use Rappel\Connection\Connection;
use Rappel\Language;
use Rappel\Problems;
use Rappel\Read;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Every call WordPress makes to the service goes through here: signed, at most 3 seconds, no redirect followed. Gives the
 * decoded answer, or a WP_Error with the service's status, code and sentence; nothing is swallowed.
 */
final class Service_Client {

	public const TIMEOUT_SECONDS = 3.0;

	/** An hour of conversation is some 30 MB. */
	private const FILE_TIMEOUT_SECONDS = 60.0;

	/**
	 * Calls as the connected site.
	 *
	 * @param Connection            $connection      The site's connection.
	 * @param string                $method          GET, POST, PUT or DELETE.
	 * @param string                $path            From /v1 on, path parameters filled in.
	 * @param string|null           $json            The body; null for none.
	 * @param array<string, string> $query           Query parameters.
	 * @param string|null           $language        For sentences; null: of the page being made.
	 * @param float                 $timeout_seconds The longest wait.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function call(
		Connection $connection,
		string $method,
		string $path,
		?string $json = null,
		array $query = array(),
		?string $language = null,
		float $timeout_seconds = self::TIMEOUT_SECONDS
	): array|WP_Error {
		$target = self::target( $path, $query );
		return self::send( $connection->service_url, $method, $target, $json, self::signature( $connection, $method, $target, $json ?? '' ), $language, $timeout_seconds );
	}

	/**
	 * Reads an answer that is text and no JSON.
	 *
	 * @param Connection $connection The site's connection.
	 * @param string     $path       From /v1 on, path parameters filled in.
	 * @param string     $type       Its type: "text/calendar".
	 */
	public static function text( Connection $connection, string $path, string $type ): string|WP_Error {
		$answer = self::request( $connection->service_url, 'GET', $path, null, array( 'accept' => "$type, application/problem+json" ) + self::signature( $connection, 'GET', $path, '' ), null, self::TIMEOUT_SECONDS );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$is_it = str_starts_with( Read::text( array( wp_remote_retrieve_header( $answer, 'content-type' ) ), 0 ), $type );
		return $is_it ? wp_remote_retrieve_body( $answer ) : Problems::own( 'service_unavailable', array( 'cause' => 'Another type' ) );
	}

	/**
	 * Fetches a file into a file, whatever its length.
	 *
	 * @param Connection            $connection The site's connection.
	 * @param string                $path       From /v1 on, path parameters filled in.
	 * @param string                $file       Where to write it; it exists and is empty.
	 * @param array<string, string> $query      Query parameters.
	 * @return string|WP_Error Its type: "audio/wav"; '' when that is not told.
	 */
	public static function fetch( Connection $connection, string $path, string $file, array $query = array() ): string|WP_Error {
		$target = self::target( $path, $query );
		$answer = wp_remote_request(
			$connection->service_url . $target,
			array(
				'method'      => 'GET',
				'headers'     => self::signature( $connection, 'GET', $target, '' ) + array( 'accept-language' => Language::current() ),
				'timeout'     => self::FILE_TIMEOUT_SECONDS,
				'redirection' => 0,
				'user-agent'  => 'Rappel/' . RAPPEL_VERSION,
				'stream'      => true,
				'filename'    => $file,
			)
		);
		if ( is_wp_error( $answer ) ) {
			return Problems::own( 'service_unreachable', array( 'cause' => $answer->get_error_message() ) );
		}
		$status = (int) wp_remote_retrieve_response_code( $answer );
		if ( 200 !== $status ) {
			// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this machine.
			return Problems::from_service( max( $status, 400 ), json_decode( (string) file_get_contents( $file ), true ) );
		}
		$type = wp_remote_retrieve_header( $answer, 'content-type' );
		return is_string( $type ) ? $type : '';
	}

	/**
	 * The one call that is not signed: the pairing code is its proof.
	 *
	 * @param string $service_url Without a slash at the end.
	 * @param string $json        contract/src/site.ts: pairSchema.
	 * @return array<string, mixed>|WP_Error
	 */
	public static function pair( string $service_url, string $json ): array|WP_Error {
		return self::send( $service_url, 'POST', '/v1/pairings', $json, array(), null, self::TIMEOUT_SECONDS );
	}

	/**
	 * The site's home URL as it is stored, without the filters by which translation plugins make it the page's.
	 */
	public static function home_url(): string {
		$home = get_option( 'home' );
		return is_string( $home ) ? untrailingslashit( $home ) : '';
	}

	/**
	 * What is asked for, as it is signed.
	 *
	 * @param string                $path  From /v1 on, path parameters filled in.
	 * @param array<string, string> $query Query parameters.
	 */
	private static function target( string $path, array $query ): string {
		return $path . ( array() === $query ? '' : '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) );
	}

	/**
	 * The headers by which the service knows the site.
	 *
	 * @param Connection $connection The site's connection.
	 * @param string     $method     GET, POST, PUT or DELETE.
	 * @param string     $target     Path and query.
	 * @param string     $body       '' for none.
	 * @return array<string, string>
	 */
	private static function signature( Connection $connection, string $method, string $target, string $body ): array {
		return Signature::headers(
			$connection->site_id,
			$connection->secret,
			self::home_url(),
			$method,
			$target,
			$body,
			(string) time(),
			bin2hex( random_bytes( 16 ) )
		);
	}

	/**
	 * Sends and decodes.
	 *
	 * @param string                $service_url     Without a slash at the end.
	 * @param string                $method          GET, POST, PUT or DELETE.
	 * @param string                $target          Path and query.
	 * @param string|null           $json            The body; null for none.
	 * @param array<string, string> $headers         Signature.
	 * @param string|null           $language        For sentences; null: of the page being made.
	 * @param float                 $timeout_seconds The longest wait.
	 * @return array<string, mixed>|WP_Error
	 */
	private static function send( string $service_url, string $method, string $target, ?string $json, array $headers, ?string $language, float $timeout_seconds ): array|WP_Error {
		$headers['accept'] = 'application/json, application/problem+json';
		$answer            = self::request( $service_url, $method, $target, $json, $headers, $language, $timeout_seconds );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$text = wp_remote_retrieve_body( $answer );
		$body = Read::json( $text );
		if ( '' !== $text && ! is_array( $body ) && ! is_object( $body ) ) {
			return Problems::own( 'service_unavailable', array( 'cause' => 'No JSON' ) );
		}
		return Read::as_map( $body );
	}

	/**
	 * Sends; gives an answer of 200 to 299, or the problem.
	 *
	 * @param string                $service_url     Without a slash at the end.
	 * @param string                $method          GET, POST, PUT or DELETE.
	 * @param string                $target          Path and query.
	 * @param string|null           $json            The body; null for none.
	 * @param array<string, string> $headers         Signature, and what is accepted.
	 * @param string|null           $language        For sentences; null: of the page being made.
	 * @param float                 $timeout_seconds The longest wait.
	 * @return array<mixed>|WP_Error
	 */
	private static function request( string $service_url, string $method, string $target, ?string $json, array $headers, ?string $language, float $timeout_seconds ): array|WP_Error {
		$headers['accept-language'] = $language ?? Language::current();
		if ( null !== $json ) {
			$headers['content-type'] = 'application/json';
		}
		$answer = wp_remote_request(
			$service_url . $target,
			array(
				'method'      => $method,
				'headers'     => $headers,
				'body'        => $json ?? '',
				'timeout'     => $timeout_seconds,
				'redirection' => 0,
				'user-agent'  => 'Rappel/' . RAPPEL_VERSION,
			)
		);
		if ( is_wp_error( $answer ) ) {
			return Problems::own( 'service_unreachable', array( 'cause' => $answer->get_error_message() ) );
		}
		$status = (int) wp_remote_retrieve_response_code( $answer );
		if ( $status >= 400 ) {
			return Problems::from_service( $status, Read::json( wp_remote_retrieve_body( $answer ) ) );
		}
		return $status < 200 || $status >= 300 ? Problems::own( 'service_unavailable', array( 'cause' => "HTTP $status" ) ) : $answer;
	}
}
