<?php
/**
 * Abilities and WP-CLI.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Abilities\Abilities;
use Rappel\Capabilities;
use Rappel\Cli\Presence_Command;

/**
 * The same as the routes do, by other ways.
 */
final class Abilities_Test extends Site_Case {

	/**
	 * Does one.
	 *
	 * @param string               $name  Which.
	 * @param array<string, mixed> $input What is typed.
	 */
	private static function call( string $name, array $input ): mixed {
		$ability = Abilities::all()[ $name ]['execute_callback'] ?? null;
		self::assertIsCallable( $ability );
		return $ability( $input );
	}

	/**
	 * @testdox an agent asks and sets what is theirs, and is refused the rest
	 */
	public function test_what_an_agent_may(): void {
		self::log_in( Capabilities::AGENT_ROLE );
		$own = get_current_user_id();

		self::assertIsArray( self::call( 'rappel/list-requests', array( 'only' => 'missed' ) ) );
		self::assertIsArray( self::call( 'rappel/check-availability', array( 'channelId' => Fake_Service::CHANNEL ) ) );
		self::assertIsArray( self::call( 'rappel/set-presence', array( 'status' => 'away' ) ) );
		$refused = self::call(
			'rappel/set-presence',
			array(
				'status' => 'away',
				'userId' => 1,
			)
		);

		self::assertTrue( is_wp_error( $refused ) );
		self::assertStringContainsString( "visibleTo=$own&only=missed", $this->service->calls_of( 'GET /v1/callback-requests' )[0]['target'] );
		self::assertSame( 'away', $this->service->calls_of( "PUT /v1/agents/$own/presence" )[0]['body']['status'] );
		self::assertSame( array(), $this->service->calls_of( 'PUT /v1/agents/1/presence' ) );
	}

	/**
	 * @testdox each says what it does to things, and is closed to the outside and to visitors
	 */
	public function test_annotations(): void {
		foreach ( Abilities::all() as $name => $ability ) {
			$may = $ability['permission_callback'] ?? null;
			self::assertIsCallable( $may );
			self::assertFalse( $may(), $name );
			self::assertSame(
				array(
					'annotations'  => array(
						'readonly'    => 'rappel/set-presence' !== $name,
						'destructive' => false,
						'idempotent'  => true,
					),
					'show_in_rest' => false,
				),
				$ability['meta'] ?? null
			);
		}
	}

	/**
	 * @testdox the command says and sets how an agent is, by login, address or id
	 */
	public function test_command(): void {
		self::log_in( Capabilities::AGENT_ROLE );
		$own   = get_current_user_id();
		$agent = array(
			'presence' => array(
				'status' => 'online',
				'until'  => '2099-01-01T12:00:00.000Z',
			),
		);
		$this->service->answers[ "POST /v1/agents/$own/sightings" ] = array( 200, $agent );
		$this->service->answers[ "PUT /v1/agents/$own/presence" ]   = array( 200, $agent );

		foreach ( array( 'test-rappel_agent', 'test-rappel_agent@example.org', (string) $own ) as $name ) {
			self::assertSame( 'online until 2099-01-01T12:00:00.000Z', Presence_Command::run( $name, null ) );
		}
		self::assertSame( 'online until 2099-01-01T12:00:00.000Z', Presence_Command::run( (string) $own, 'online' ) );
		self::assertTrue( is_wp_error( Presence_Command::run( (string) $own, 'busy' ) ) );
		self::assertTrue( is_wp_error( Presence_Command::run( 'nobody', 'online' ) ) );
		self::assertCount( 1, $this->service->calls_of( "PUT /v1/agents/$own/presence" ) );
	}
}
