<?php
/**
 * The code that confirms a number.
 *
 * @package Rappel
 */

namespace Rappel\Tests;

use Rappel\Read;

/**
 * Without JavaScript, and what the page's script is told [N06].
 */
final class Code_Step_Test extends Form_Case {

	/**
	 * What the service says in place of taking the next request.
	 *
	 * @param string $code   Its code.
	 * @param int    $status Its HTTP status.
	 * @param string $field  The field at fault.
	 */
	private function say( string $code, int $status = 422, string $field = 'code' ): void {
		$this->service->answers['POST /v1/callback-requests'] = array(
			$status,
			array(
				'code'    => $code,
				'detail'  => "It says $code.",
				'field'   => $field,
				'retryAt' => '2026-12-01T13:01:00.000Z',
			),
		);
	}

	/**
	 * The key in an address.
	 *
	 * @param Redirected $redirected Where the visitor was sent.
	 */
	private static function key( Redirected $redirected ): string {
		parse_str( (string) wp_parse_url( $redirected->location, PHP_URL_QUERY ), $query );
		return Read::text( $query, 'rappel' );
	}

	/**
	 * The code's form, as a browser sends it.
	 *
	 * @param string                $key     The form's.
	 * @param array<string, string> $changes What was typed and pressed.
	 */
	private static function post_code( string $key, array $changes ): Redirected {
		return self::post(
			$changes + array(
				'key'    => $key,
				'number' => '',
				'name'   => '',
			)
		);
	}

	/**
	 * The body of the newest request.
	 *
	 * @return array<string, mixed>
	 */
	private function sent(): array {
		$calls = $this->service->calls_of( 'POST /v1/callback-requests' );
		return end( $calls )['body'] ?? array();
	}

	/**
	 * @testdox a form in place of the first one asks for the code; with it the same request goes out once more, and the page confirms [N06]
	 */
	public function test_confirms(): void {
		$this->say( 'code_needed', 428 );
		$asked = self::post();
		$key   = self::key( $asked );
		$page  = self::page( $asked );

		self::assertStringContainsString( 'data-phase="confirming"', $page );
		self::assertMatchesRegularExpression( '/-code-sentence"[^>]*>It says code_needed\.</', $page );
		self::assertMatchesRegularExpression( '/<input[^>]*autocomplete="one-time-code"/s', $page );
		self::assertStringContainsString( 'name="key" value="' . $key . '"', $page );

		$this->service->answers = array();
		$confirmed              = self::page( self::post_code( $key, array( 'code' => '123 456' ) ) );

		$taken = $this->service->taken[ $key ];
		self::assertSame( '123 456', $taken['code'] );
		self::assertSame( '06 12 34 56 78', $taken['number'] );
		self::assertSame( "O'Neill", $taken['name'] );
		self::assertFalse( $taken['resendCode'] );
		self::assertStringContainsString( 'data-phase="following"', $confirmed );
	}

	/**
	 * @testdox a wrong code is said beside the code, and what was asked before stays [N06]
	 */
	public function test_wrong_code(): void {
		$this->say( 'code_needed', 428 );
		$key = self::key( self::post() );
		$this->say( 'code_wrong' );

		$page = self::page( self::post_code( $key, array( 'code' => '000000' ) ) );

		self::assertStringContainsString( 'data-phase="confirming"', $page );
		self::assertMatchesRegularExpression( '/-code-sentence"[^>]*>It says code_needed\.</', $page );
		self::assertMatchesRegularExpression( '/-code-error"[^>]*>It says code_wrong\.</', $page );
	}

	/**
	 * @testdox another code is asked for by one press [N06]
	 */
	public function test_another_code(): void {
		$this->say( 'code_needed', 428 );
		$key = self::key( self::post() );

		self::post_code( $key, array( 'do' => 'resend' ) );

		self::assertTrue( $this->sent()['resendCode'] );
		self::assertSame( $key, $this->sent()['key'] );
	}

	/**
	 * @testdox back to the number, which is still there; nothing is sent [N06]
	 */
	public function test_back_to_the_number(): void {
		$this->say( 'code_needed', 428 );
		$key = self::key( self::post() );

		$page = self::page( self::post_code( $key, array( 'do' => 'number' ) ) );

		self::assertStringContainsString( 'data-phase="form"', $page );
		self::assertStringContainsString( 'value="06 12 34 56 78"', $page );
		self::assertCount( 1, $this->service->calls_of( 'POST /v1/callback-requests' ) );
	}

	/**
	 * @testdox what is wrong with the rest leads back to the form [N06]
	 */
	public function test_other_refusals(): void {
		$this->say( 'code_needed', 428 );
		$key = self::key( self::post() );
		$this->say( 'number_type_refused', 422, 'number' );

		$page = self::page( self::post_code( $key, array( 'code' => '123456' ) ) );

		self::assertStringContainsString( 'data-phase="form"', $page );
		self::assertMatchesRegularExpression( '/-number-error"[^>]*>It says number_type_refused\.</s', $page );
	}

	/**
	 * @testdox the page’s script is told when another code may be asked for, by our clock [N06]
	 */
	public function test_script(): void {
		$this->say( 'code_needed', 428 );

		$response = $this->submit();

		self::assertSame( 428, $response->get_status() );
		$data = Read::map( self::data( $response ), 'data' );
		self::assertSame( 'code', $data['field'] );
		self::assertSame( '2026-12-01T13:01:00.000Z', $data['retryAt'] );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT.*Z$/', Read::text( $data, 'serverTime' ) );
	}
}
