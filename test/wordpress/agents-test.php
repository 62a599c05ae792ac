<?php
/**
 * Agents: the number on the profile, and what the service is told of it.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Admin\Privacy;
use Rappel\Agents\Agent_Number;
use Rappel\Agents\Agent_Sync;
use Rappel\Agents\Profile_Field;
use Rappel\Capabilities;
use Rappel\Language;
use Rappel\Connection\Pairing;

/**
 * WordPress's own profile form, with the field in it.
 */
final class Agents_Test extends Site_Case {

	/**
	 * Whose profile.
	 *
	 * @var int
	 */
	private int $user_id;

	/**
	 * Somebody who takes no callbacks yet, edited by an administrator.
	 */
	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/user.php';
		delete_option( Agent_Sync::PENDING );
		$id = wp_insert_user(
			array(
				'user_login'   => 'agent-' . wp_generate_password( 8, false ),
				'user_pass'    => 'secret',
				'user_email'   => wp_generate_password( 8, false ) . '@example.org',
				'display_name' => 'Grace Hopper',
				'role'         => 'author',
			)
		);
		self::assertIsInt( $id );
		$this->user_id = $id;
		self::log_in( 'administrator' );
		$this->service->calls = array();
	}

	/**
	 * Nobody stays.
	 */
	protected function tearDown(): void {
		$this->service->away = false;
		wp_delete_user( $this->user_id );
		parent::tearDown();
	}

	/**
	 * @testdox an administrator's number for a user is told at once, kept as the service reads it, and lets them take callbacks
	 */
	public function test_a_number(): void {
		self::assertSame( '', $this->save( '06 12 34 56 78' ) );

		$told = $this->service->calls_of( "PUT /v1/agents/$this->user_id" )[0]['body'];
		self::assertSame( 'Grace Hopper', $told['name'] );
		self::assertSame( '06 12 34 56 78', $told['number'] );
		self::assertSame( 'FR', $told['country'] );
		self::assertSame( Language::nearest( get_user_locale( $this->user_id ) ), $told['language'] );
		self::assertSame( '+33612345678', Agent_Number::of( $this->user_id ) );
		self::assertTrue( user_can( $this->user_id, Capabilities::TAKE_CALLBACKS ) );
	}

	/**
	 * @testdox a number that cannot be called is refused with the service's sentence, and nothing of it is saved
	 */
	public function test_a_number_that_is_refused(): void {
		$this->service->answers[ "PUT /v1/agents/$this->user_id" ] = array(
			422,
			array(
				'code'   => 'number_invalid',
				'detail' => 'This number is too short.',
				'field'  => 'number',
			),
		);

		self::assertSame( 'This number is too short.', $this->save( '06 12' ) );
		self::assertFalse( Agent_Number::is_known( $this->user_id ) );
		self::assertStringContainsString( 'value="06 12"', $this->field() );
	}

	/**
	 * @testdox while the service is away a number is kept and told later
	 */
	public function test_a_number_while_away(): void {
		$this->service->away = true;
		self::assertSame( '', $this->save( '06 12 34 56 78' ) );
		$this->service->away  = false;
		$this->service->calls = array();

		Agent_Sync::tell_pending();
		Agent_Sync::tell_pending();

		self::assertSame( array( '06 12 34 56 78' ), array_map( static fn( array $call ): mixed => $call['body']['number'] ?? null, $this->service->calls_of( "PUT /v1/agents/$this->user_id" ) ) );
	}

	/**
	 * @testdox an emptied number leaves an agent whom nobody calls
	 */
	public function test_no_number(): void {
		$this->save( '06 12 34 56 78' );

		self::assertSame( '', $this->save( '' ) );
		self::assertNull( $this->service->calls_of( "PUT /v1/agents/$this->user_id" )[2]['body']['number'] );
		self::assertSame( '', Agent_Number::of( $this->user_id ) );
	}

	/**
	 * @testdox a deleted user, and one who may no longer take callbacks, is forgotten by the service
	 */
	public function test_who_leaves(): void {
		$this->save( '06 12 34 56 78' );
		( new \WP_User( $this->user_id ) )->remove_cap( Capabilities::TAKE_CALLBACKS );
		( new \WP_User( $this->user_id ) )->set_role( 'subscriber' );
		self::assertCount( 1, $this->service->calls_of( "DELETE /v1/agents/$this->user_id" ) );

		wp_delete_user( $this->user_id );
		self::assertCount( 2, $this->service->calls_of( "DELETE /v1/agents/$this->user_id" ) );
	}

	/**
	 * @testdox users set their own number only where they may take callbacks, and see no field elsewhere
	 */
	public function test_who_has_the_field(): void {
		wp_set_current_user( $this->user_id );
		self::assertSame( '', $this->field() );
		$this->save( '06 12 34 56 78' );
		self::assertSame( array(), $this->service->calls );

		( new \WP_User( $this->user_id ) )->add_cap( Capabilities::TAKE_CALLBACKS );
		wp_set_current_user( 0 );
		wp_set_current_user( $this->user_id );
		self::assertStringContainsString( 'type="tel"', $this->field() );
		$this->save( '06 12 34 56 78' );
		self::assertCount( 2, $this->service->calls );
	}

	/**
	 * @testdox agents set their own presence and nobody else's
	 */
	public function test_presence(): void {
		( new \WP_User( $this->user_id ) )->add_cap( Capabilities::TAKE_CALLBACKS );
		wp_set_current_user( $this->user_id );

		self::assertSame( 200, $this->rest( 'PUT', "/agents/$this->user_id/presence", array( 'status' => 'online' ) )->get_status() );
		self::assertSame( 403, $this->rest( 'PUT', '/agents/1/presence', array( 'status' => 'online' ) )->get_status() );
		self::assertSame(
			array(
				'byUserId' => $this->user_id,
				'from'     => 'page',
				'status'   => 'online',
			),
			$this->service->calls_of( "PUT /v1/agents/$this->user_id/presence" )[0]['body']
		);
	}

	/**
	 * @testdox a service that is newly connected hears of every agent
	 */
	public function test_pairing(): void {
		$this->save( '06 12 34 56 78' );
		$this->service->calls = array();

		Pairing::pair( Fake_Service::URL, 'pairing-code-1' );
		Agent_Sync::tell_pending();

		self::assertCount( 1, $this->service->calls_of( "PUT /v1/agents/$this->user_id" ) );
	}

	/**
	 * @testdox the privacy tools give an agent's number out and erase it
	 */
	public function test_privacy(): void {
		$this->save( '06 12 34 56 78' );
		$email = get_userdata( $this->user_id )->user_email ?? '';

		self::assertStringContainsString( '+33612345678', (string) wp_json_encode( Privacy::export( $email ) ) );
		self::assertSame( 1, Privacy::erase( $email )['items_removed'] );
		self::assertFalse( Agent_Number::is_known( $this->user_id ) );
		self::assertCount( 1, $this->service->calls_of( "DELETE /v1/agents/$this->user_id" ) );
	}

	/**
	 * Sends the profile form as WordPress does.
	 *
	 * @param string $number As typed.
	 * @return string Errors.
	 */
	private function save( string $number ): string {
		$user   = new \WP_User( $this->user_id );
		$_POST  = wp_slash(
			array(
				'email'         => $user->user_email,
				'nickname'      => 'grace',
				'display_name'  => $user->display_name,
				'rappel_number' => $number,
			)
		);
		$result = edit_user( $this->user_id );
		return is_wp_error( $result ) ? implode( ' ', $result->get_error_messages() ) : '';
	}

	/**
	 * The field as the profile shows it; '' where there is none.
	 */
	private function field(): string {
		ob_start();
		Profile_Field::show( new \WP_User( $this->user_id ) );
		return (string) ob_get_clean();
	}
}
