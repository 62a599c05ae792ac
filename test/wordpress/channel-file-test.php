<?php
/**
 * Channels as a file, over REST and from a terminal.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Capabilities;
use Rappel\Cli\Channel_Commands;
use Rappel\Cli\Status_Report;
use Rappel\Cli\Test_Call;
use Rappel\Connection\Connection;
use Rappel\Read;

/**
 * What one site writes another one reads, with its own people.
 */
final class Channel_File_Test extends Site_Case {

	/**
	 * The agent of these tests.
	 *
	 * @var int
	 */
	private int $agent;

	/**
	 * A channel with a team of one, and an administrator before the screen.
	 */
	protected function setUp(): void {
		parent::setUp();
		self::log_in( Capabilities::AGENT_ROLE );
		$this->agent = get_current_user_id();
		self::log_in( 'administrator' );

		$this->service->settings['team'] = array(
			array(
				'userId'   => $this->agent,
				'priority' => 2,
			),
			array(
				'userId'   => 99999,
				'priority' => 1,
			),
		);
		// An empty map, which must not become a list on its way.
		$this->service->settings['form'] = (object) array();
	}

	/**
	 * @testdox The file has settings, people by their logins, and no id of this site
	 */
	public function test_export(): void {
		$answer = $this->rest( 'GET', '/channels/export' );
		$text   = (string) wp_json_encode( $answer->get_data() );
		$file   = Read::as_map( json_decode( $text, true ) );

		self::assertSame( 'rappel-channels', $file['format'] ?? null );
		self::assertSame( 1, $file['version'] ?? null );
		self::assertSame(
			array(
				array(
					'login'    => 'test-' . Capabilities::AGENT_ROLE,
					'priority' => 2,
				),
			),
			Read::items( Read::items( $file, 'channels' )[0] ?? null, 'team' )
		);
		self::assertStringContainsString( '"form":{}', $text );
		self::assertStringNotContainsString( Fake_Service::CHANNEL, $text );
		self::assertStringNotContainsString( Fake_Service::SECRET, $text );
		self::assertStringNotContainsString( 'userId', $text );
	}

	/**
	 * @testdox Of one channel alone, or of none that is there
	 */
	public function test_export_of_some(): void {
		self::assertSame( 200, $this->rest( 'GET', '/channels/export', null, array( 'ids' => Fake_Service::CHANNEL ) )->get_status() );
		self::assertSame( 404, $this->rest( 'GET', '/channels/export', null, array( 'ids' => Fake_Service::SITE ) )->get_status() );
	}

	/**
	 * @testdox An import has every channel checked, then makes it paused, with the people of this site; who is missing is told
	 */
	public function test_import(): void {
		$file   = self::file(
			array(
				'login'    => 'test-' . Capabilities::AGENT_ROLE,
				'priority' => 3,
			),
			array( 'login' => 'grace' )
		);
		$answer = $this->rest( 'POST', '/channels/import', array( 'file' => $file ) );

		self::assertSame( 201, $answer->get_status() );
		self::assertSame( array( 'grace' ), array_column( Read::items( $answer->get_data(), 'unknownMembers' ), 'login' ) );
		$sent = $this->service->calls_of( 'POST /v1/channels' );
		self::assertCount( 2, $sent );
		self::assertStringEndsWith( '?checkOnly=true', $sent[0]['target'] );
		self::assertStringEndsWith( '/v1/channels', $sent[1]['target'] );
		$settings = Read::map( $sent[1]['body'], 'settings' );
		self::assertSame( 'paused', $settings['state'] ?? null );
		self::assertSame(
			array(
				array(
					'userId'   => $this->agent,
					'priority' => 3,
				),
			),
			$settings['team'] ?? null
		);
		self::assertStringContainsString( '"form":{}', $sent[1]['raw'] );
	}

	/**
	 * @testdox A live channel is live at once only where that is asked for
	 */
	public function test_keeps_the_state(): void {
		$this->rest(
			'POST',
			'/channels/import',
			array(
				'file'      => self::file(),
				'keepState' => true,
			)
		);

		self::assertSame( 'live', Read::text( Read::map( $this->service->calls_of( 'POST /v1/channels' )[1]['body'], 'settings' ), 'state' ) );
	}

	/**
	 * @testdox With a fault nothing is made, and each fault is told with its place in the file
	 */
	public function test_faults(): void {
		$this->service->answers['POST /v1/channels'] = array(
			422,
			array(
				'code'   => 'number_invalid',
				'detail' => 'This number is too short.',
				'field'  => 'settings.calls.destinationNumber',
			),
		);

		$answer = $this->rest( 'POST', '/channels/import', array( 'file' => self::file() ) );

		self::assertSame( 400, $answer->get_status() );
		$faults = Read::items( Read::map( $answer->get_data(), 'data' ), 'errors' );
		self::assertSame( array( 'channels.0.calls.destinationNumber' ), array_column( $faults, 'field' ) );
		self::assertStringContainsString( 'too short', Read::text( $faults[0], 'detail' ) );
		self::assertCount( 1, $this->service->calls_of( 'POST /v1/channels' ) );
	}

	/**
	 * Files that are none.
	 *
	 * @return array<string, array{string}>
	 */
	public static function strange_files(): array {
		return array(
			'no JSON'       => array( 'channels' ),
			'another file'  => array( '{"format":"something"}' ),
			'a newer one'   => array( '{"format":"rappel-channels","version":2,"channels":[{"name":"Sales"}]}' ),
			'an empty one'  => array( '{"format":"rappel-channels","version":1,"channels":[]}' ),
			'a broken list' => array( '{"format":"rappel-channels","version":1,"channels":"all"}' ),
		);
	}

	/**
	 * @dataProvider strange_files
	 * @testdox $_dataName is refused with a sentence, and the service is not asked
	 *
	 * @param string $file The file.
	 */
	public function test_strange_files( string $file ): void {
		$answer = $this->rest( 'POST', '/channels/import', array( 'file' => $file ) );

		self::assertSame( 400, $answer->get_status() );
		self::assertNotSame( '', Read::text( $answer->get_data(), 'message' ) );
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * @testdox Only who manages channels exports and imports
	 */
	public function test_who_may(): void {
		self::log_in( Capabilities::AGENT_ROLE );
		self::assertSame( 403, $this->rest( 'GET', '/channels/export' )->get_status() );
		self::assertSame( 403, $this->rest( 'POST', '/channels/import', array( 'file' => self::file() ) )->get_status() );
	}

	/**
	 * @testdox What is open is ended with a channel where that is asked for
	 */
	public function test_delete_with_what_is_open(): void {
		$this->service->answers[ 'DELETE /v1/channels/' . Fake_Service::CHANNEL ] = array( 204, '' );

		$this->rest( 'DELETE', '/channels/' . Fake_Service::CHANNEL, null, array( 'cancelOpen' => 'true' ) );

		self::assertStringEndsWith( '?cancelOpen=true', $this->service->calls_of( 'DELETE /v1/channels/' . Fake_Service::CHANNEL )[0]['target'] );
	}

	/**
	 * @testdox `wp rappel import` reads a file of this machine, and says that there is none
	 */
	public function test_import_from_a_terminal(): void {
		$path = (string) tempnam( sys_get_temp_dir(), 'rappel' );
		file_put_contents( $path, self::file( array( 'login' => 'grace' ) ) );

		$made = Channel_Commands::import_file( $path, false );

		self::assertIsArray( $made );
		self::assertSame( array( 'Showroom' ), $made['made'] );
		self::assertCount( 1, $made['warnings'] );
		unlink( $path );
		self::assertTrue( is_wp_error( Channel_Commands::import_file( $path, false ) ) );
	}

	/**
	 * @testdox `wp rappel status` says how the connection and each channel are
	 */
	public function test_status(): void {
		$lines = Status_Report::lines();

		self::assertIsArray( $lines );
		$text = implode( "\n", $lines );
		self::assertStringContainsString( Fake_Service::URL, $text );
		self::assertStringContainsString( 'Showroom', $text );
		Connection::forget();
		self::assertTrue( is_wp_error( Status_Report::lines() ) );
	}

	/**
	 * @testdox `wp rappel test-call` finds a channel by its name, and follows the call to its end
	 */
	public function test_test_call(): void {
		$path                                   = '/v1/channels/' . Fake_Service::CHANNEL . '/test-calls';
		$call                                   = static fn( string $state ): array => array(
			'id'          => Fake_Service::SITE,
			'state'       => $state,
			'numberShown' => '06 12 34 56 78',
			'detail'      => "It is $state.",
		);
		$this->service->answers[ "POST $path" ] = array( 201, $call( 'calling' ) );
		$this->service->answers[ "GET $path/" . Fake_Service::SITE ] = array( 200, $call( 'done' ) );
		$connection = Connection::current();
		self::assertNotNull( $connection );

		$started = Test_Call::start( $connection, 'Showroom', '06 12 34 56 78' );

		self::assertInstanceOf( Test_Call::class, $started );
		self::assertFalse( $started->is_over() );
		$ended = $started->follow();
		self::assertInstanceOf( Test_Call::class, $ended );
		self::assertTrue( $ended->is_over() );
		self::assertSame( 'It is done.', $ended->detail );
		self::assertTrue( is_wp_error( Test_Call::start( $connection, 'Nobody', '1' ) ) );
	}

	/**
	 * A file with one channel.
	 *
	 * @param array{login: string, priority?: int} ...$team Its team.
	 */
	private static function file( array ...$team ): string {
		return (string) wp_json_encode(
			array(
				'format'   => 'rappel-channels',
				'version'  => 1,
				'channels' => array(
					array(
						'name'  => 'Showroom',
						'state' => 'live',
						'form'  => (object) array(),
						'team'  => $team,
					),
				),
			)
		);
	}
}
