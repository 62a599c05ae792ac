<?php
/**
 * Rappel in Tools → Site Health.
 *
 * @package Rappel
 */

namespace Rappel\Admin;

use Rappel\Connection\Connection;
use Rappel\Outbox\Outbox;
use Rappel\Read;
use Rappel\Rest\Routes;
use Rappel\Service\Service_Client;
use WP_Error;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * One test, asked in the background since it calls the service, and a section to copy into a report. No secret, no number.
 */
final class Site_Health {

	/**
	 * Hooks.
	 */
	public static function register(): void {
		add_filter( 'site_status_tests', array( self::class, 'add_test' ) );
		add_filter( 'debug_information', array( self::class, 'add_section' ) );
		add_action( 'rest_api_init', array( self::class, 'add_route' ) );
	}

	/**
	 * Adds the test.
	 *
	 * @param array<string, array<string, mixed>> $tests WordPress's and others'.
	 * @return array<string, array<string, mixed>>
	 */
	public static function add_test( array $tests ): array {
		$tests['async']['rappel_connection'] = array(
			'label'             => __( 'Rappel reaches its service', 'rappel' ),
			'test'              => rest_url( Routes::REST_NAMESPACE . '/site-health' ),
			'has_rest'          => true,
			'async_direct_test' => array( self::class, 'test' ),
		);
		return $tests;
	}

	/**
	 * The route behind it.
	 */
	public static function add_route(): void {
		register_rest_route(
			Routes::REST_NAMESPACE,
			'/site-health',
			array(
				'methods'             => 'GET',
				'callback'            => static fn(): WP_REST_Response => new WP_REST_Response( self::test() ),
				'permission_callback' => static fn(): bool => current_user_can( 'view_site_health_checks' ),
				'args'                => array(),
			)
		);
	}

	/**
	 * Asks the service now.
	 *
	 * @return array<string, mixed>
	 */
	public static function test(): array {
		$connection = Connection::current();
		if ( null === $connection ) {
			return self::result( 'recommended', __( 'Rappel is not connected to its service', 'rappel' ), __( 'Visitors see no callback form until the site is connected.', 'rappel' ) );
		}
		$site = Service_Client::call( $connection, 'GET', '/v1/site' );
		$kept = Outbox::count_kept();
		if ( is_wp_error( $site ) ) {
			return self::result( 'critical', __( 'Rappel cannot reach its service', 'rappel' ), self::reason( $site, $kept ) );
		}
		$alerts = array_filter( array_map( static fn( mixed $alert ): string => Read::text( $alert, 'detail' ), Read::items( $site, 'alerts' ) ) );
		if ( array() !== $alerts ) {
			$about_texts = array_filter( Read::items( $site, 'alerts' ), static fn( mixed $alert ): bool => 'text_messages_refused' === Read::text( $alert, 'code' ) );
			return count( $about_texts ) < count( $alerts )
				? self::result( 'critical', __( 'Rappel cannot place calls', 'rappel' ), implode( ' ', $alerts ) )
				: self::result( 'recommended', __( 'Rappel cannot send text messages', 'rappel' ), implode( ' ', $alerts ) );
		}
		return self::result( 'good', __( 'Rappel reaches its service', 'rappel' ), __( 'The service answers, the clock is right and the signature is accepted.', 'rappel' ) );
	}

	/**
	 * Adds the section.
	 *
	 * @param array<string, array<string, mixed>> $sections WordPress's and others'.
	 * @return array<string, array<string, mixed>>
	 */
	public static function add_section( array $sections ): array {
		$connection         = Connection::current();
		$site               = null === $connection ? null : Service_Client::call( $connection, 'GET', '/v1/site' );
		$rows               = array(
			'version'   => array( __( 'Plugin version', 'rappel' ), RAPPEL_VERSION ),
			'service'   => array( __( 'Service address', 'rappel' ), $connection->service_url ?? '-' ),
			'site'      => array( __( 'Site id', 'rappel' ), $connection->site_id ?? '-' ),
			'answer'    => array( __( 'Service answers', 'rappel' ), is_wp_error( $site ) ? (string) $site->get_error_code() . ' ' . Read::text( $site->get_error_data(), 'cause' ) : ( null === $site ? '-' : 'OK' ) ),
			'serviceIs' => array( __( 'Service version', 'rappel' ), is_array( $site ) ? Read::text( $site, 'serviceVersion' ) : '-' ),
			'simulated' => array( __( 'Calls are simulated', 'rappel' ), is_array( $site ) ? ( Read::truth( $site, 'simulated' ) ? __( 'yes', 'rappel' ) : __( 'no', 'rappel' ) ) : '-' ),
			'kept'      => array( __( 'Requests kept by WordPress', 'rappel' ), (string) Outbox::count_kept() ),
			'cron'      => array( __( 'Delivery by cron', 'rappel' ), defined( 'DISABLE_WP_CRON' ) && DISABLE_WP_CRON ? 'DISABLE_WP_CRON' : 'WP-Cron' ),
		);
		$sections['rappel'] = array(
			'label'  => 'Rappel',
			'fields' => array_map(
				static fn( array $row ): array => array(
					'label' => $row[0],
					'value' => $row[1],
				),
				$rows
			),
		);
		return $sections;
	}

	/**
	 * Why, and what it means for visitors.
	 *
	 * @param WP_Error $error What the service client gave.
	 * @param int      $kept  How many requests wait.
	 */
	private static function reason( WP_Error $error, int $kept ): string {
		$parts = array( $error->get_error_message(), Read::text( $error->get_error_data(), 'cause' ) );
		if ( $kept > 0 ) {
			/* translators: %d: number of requests */
			$parts[] = sprintf( _n( '%d request waits in WordPress and is delivered when the service answers.', '%d requests wait in WordPress and are delivered when the service answers.', $kept, 'rappel' ), $kept );
		}
		return implode( ' ', array_filter( $parts ) );
	}

	/**
	 * Fills the shape.
	 *
	 * @param 'good'|'recommended'|'critical' $status      How it is.
	 * @param string                          $label       Headline.
	 * @param string                          $description A sentence.
	 * @return array<string, mixed>
	 */
	private static function result( string $status, string $label, string $description ): array {
		return array(
			'label'       => $label,
			'status'      => $status,
			'badge'       => array(
				'label' => 'Rappel',
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html( $description ) . '</p>',
			'actions'     => sprintf( '<p><a href="%s">%s</a></p>', esc_url( Menu::url( 'connection' ) ), esc_html__( 'Connection to the service', 'rappel' ) ),
			'test'        => 'rappel_connection',
		);
	}
}
