<?php
/**
 * What an agent finds on the profile besides the number.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Agents\Alert_Settings;
use Rappel\Agents\Profile_Alerts;
use Rappel\Agents\Profile_Page;
use Rappel\Capabilities;
use Rappel\Personal\Personal_Link;
use Rappel\Read;

/**
 * Alerts, which only the service keeps, and the personal page.
 */
final class Profile_Test extends Site_Case {

	/**
	 * Whose profile; they edit it themselves.
	 *
	 * @var int
	 */
	private int $user_id;

	/**
	 * An agent whom the service knows.
	 */
	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/user.php';
		self::log_in( Capabilities::AGENT_ROLE );
		$this->user_id = get_current_user_id();
		update_user_option( $this->user_id, 'rappel_number', '+33612345678' );
		$this->service->answers['GET /v1/agents'] = array(
			200,
			array(
				'agents' => array(
					array(
						'userId' => $this->user_id,
						'alerts' => array( 'missedCall' => 'text_message' ),
					),
				),
			),
		);
		$this->service->calls                     = array();
	}

	/**
	 * What a part of the profile prints.
	 *
	 * @param callable(\WP_User): void $part Prints it.
	 */
	private function shown( callable $part ): string {
		ob_start();
		$part( new \WP_User( $this->user_id ) );
		return (string) ob_get_clean();
	}

	/**
	 * Sends the profile as WordPress does.
	 *
	 * @param array<string, mixed> $fields Ours.
	 * @return string Errors.
	 */
	private function save( array $fields ): string {
		$user   = new \WP_User( $this->user_id );
		$_POST  = wp_slash(
			$fields + array(
				'email'        => $user->user_email,
				'nickname'     => 'grace',
				'display_name' => $user->display_name,
			)
		);
		$result = edit_user( $this->user_id );
		return is_wp_error( $result ) ? implode( ' ', $result->get_error_messages() ) : '';
	}

	/**
	 * The fields of the alerts as the form shows them, with changes.
	 *
	 * @param array<string, string> $changes To what is shown.
	 * @return array<string, mixed>
	 */
	private function alerts( array $changes ): array {
		$html = $this->shown( array( Profile_Alerts::class, 'show' ) );
		self::assertSame( 1, preg_match( '/name="rappel_alerts_shown" value="([^"]*)"/', $html, $match ) );
		return array(
			'rappel_alerts'       => $changes + array(
				'missedCall'    => 'text_message',
				'failedBooking' => 'email',
				'opening'       => 'none',
				'dailyReport'   => 'none',
			),
			'rappel_alerts_shown' => $match[1] ?? '',
		);
	}

	/**
	 * Whether a way is chosen in a form.
	 *
	 * @param string $html The form.
	 * @param string $name What is to be told.
	 * @param string $way  By which way.
	 */
	private static function is_chosen( string $html, string $name, string $way ): bool {
		return 1 === preg_match( "/name=\"rappel_alerts\\[$name\\]\".*?<\\/select>/s", $html, $select ) && str_contains( $select[0], "value=\"$way\" selected" );
	}

	/**
	 * @testdox what an agent wants to be told is the service's: shown from there, told to it when it changed, and kept nowhere here [R16]
	 */
	public function test_alerts(): void {
		self::assertTrue( self::is_chosen( $this->shown( array( Profile_Alerts::class, 'show' ) ), 'missedCall', 'text_message' ) );

		$unchanged = $this->alerts( array() );
		self::assertSame( '', $this->save( $unchanged ) );
		self::assertSame( array(), $this->service->calls_of( "PUT /v1/agents/$this->user_id/alerts" ) );

		$_POST   = array();
		$changed = $this->alerts( array( 'dailyReport' => 'email' ) );
		self::assertSame( '', $this->save( $changed ) );
		self::assertSame(
			array(
				'missedCall'    => 'text_message',
				'failedBooking' => 'email',
				'opening'       => 'none',
				'dailyReport'   => 'email',
			),
			$this->service->calls_of( "PUT /v1/agents/$this->user_id/alerts" )[0]['body']
		);
		self::assertStringNotContainsString( 'dailyReport', (string) wp_json_encode( get_user_meta( $this->user_id ) ) );
	}

	/**
	 * @testdox while the service is away the form says so and keeps what was chosen; without a change the profile is saved
	 */
	public function test_alerts_while_away(): void {
		$changed             = $this->alerts( array( 'missedCall' => 'email' ) );
		$unchanged           = $this->alerts( array() );
		$this->service->away = true;

		self::assertStringContainsString( 'name="rappel_alerts', $this->failed( $changed ) );
		self::assertSame( '', $this->save( $unchanged ) );
		$_POST = array();
		self::assertStringNotContainsString( '<select', $this->shown( array( Profile_Alerts::class, 'show' ) ) );
	}

	/**
	 * Sends the profile, which is refused; gives the form that is shown then.
	 *
	 * @param array<string, mixed> $fields Ours.
	 */
	private function failed( array $fields ): string {
		self::assertNotSame( '', $this->save( $fields ) );
		$html = $this->shown( array( Profile_Alerts::class, 'show' ) );
		self::assertTrue( self::is_chosen( $html, 'missedCall', 'email' ) );
		return $html;
	}

	/**
	 * @testdox a way that is none is not sent
	 */
	public function test_unknown_ways(): void {
		self::assertSame( 'none', Alert_Settings::allowed( array( 'dailyReport' => 'text_message' ) )['dailyReport'] );
	}

	/**
	 * @testdox the personal page is revoked by the form too, by whoever may edit the user: a phone gets lost [N17]
	 */
	public function test_revoking(): void {
		Personal_Link::make( $this->user_id );
		self::assertStringContainsString( 'name="rappel_revoke_page"', $this->shown( array( Profile_Page::class, 'show' ) ) );
		self::log_in( 'administrator' );
		$html = $this->shown( array( Profile_Page::class, 'show' ) );
		self::assertStringContainsString( 'name="rappel_revoke_page"', $html );
		self::assertStringNotContainsString( 'id="rappel-personal-page"', $html );

		$this->save( array() );
		self::assertNotNull( Personal_Link::created_at( $this->user_id ) );
		$this->save( array( 'rappel_revoke_page' => '1' ) );
		self::assertNull( Personal_Link::created_at( $this->user_id ) );
		self::assertSame( '', $this->shown( array( Profile_Page::class, 'show' ) ) );
	}

	/**
	 * @testdox who takes no callbacks has none of it
	 */
	public function test_everybody_else(): void {
		self::log_in( 'editor' );
		$editor = wp_get_current_user();
		ob_start();
		Profile_Alerts::show( $editor );
		Profile_Page::show( $editor );
		self::assertSame( '', ob_get_clean() );
		self::assertSame( array(), $this->service->calls );
	}

	/**
	 * @testdox a user who is deleted leaves every team: the service is told, and their link opens nothing [S06]
	 */
	public function test_who_is_deleted(): void {
		$id = wp_insert_user(
			array(
				'user_login' => 'leaves-' . wp_generate_password( 8, false ),
				'user_pass'  => 'secret',
				'role'       => Capabilities::AGENT_ROLE,
			)
		);
		self::assertIsInt( $id );
		update_user_option( $id, 'rappel_number', '' );
		parse_str( (string) wp_parse_url( Personal_Link::make( $id ), PHP_URL_QUERY ), $query );
		$token = Read::text( $query, 'rappel_presence' );
		self::assertSame( $id, Personal_Link::owner( $token ) );

		wp_delete_user( $id );

		self::assertCount( 1, $this->service->calls_of( "DELETE /v1/agents/$id" ) );
		self::assertNull( Personal_Link::owner( $token ) );
	}
}
