<?php
/**
 * How far the set-up is.
 *
 * @package Rappel
 */

namespace Rappel\Set_Up;

use Rappel\Channels\Channel_Copy;
use Rappel\Connection\Connection;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * What the owner said of the steps (contract/src/wordpress.ts: setUpSchema). What is really done is read from the service; here is only what
 * nobody else knows.
 *
 * @phpstan-type State array{skipped: list<string>, channelId: string|null, testCallAnswered: bool, dismissed: bool}
 */
final class Set_Up {

	public const OPTION = 'rappel_set_up';

	/**
	 * What is known.
	 *
	 * @return State
	 */
	public static function state(): array {
		$stored = get_option( self::OPTION );
		return array(
			'skipped'          => array_values( array_filter( Read::items( $stored, 'skipped' ), 'is_string' ) ),
			'channelId'        => Read::text_or_null( $stored, 'channelId' ),
			'testCallAnswered' => Read::truth( $stored, 'testCallAnswered' ),
			'dismissed'        => Read::truth( $stored, 'dismissed' ),
		);
	}

	/**
	 * Keeps it; autoloaded, since each page of wp-admin asks for it.
	 *
	 * @param State $state All of it.
	 */
	public static function save( array $state ): void {
		update_option( self::OPTION, $state, true );
	}

	/**
	 * No notice any more.
	 */
	public static function dismiss(): void {
		self::save( array_merge( self::state(), array( 'dismissed' => true ) ) );
	}

	/**
	 * Whether there is nothing left to offer: a test call was answered or is not wanted, the owner has dismissed it, or the site was
	 * configured without it.
	 */
	public static function is_over(): bool {
		$state = self::state();
		if ( $state['dismissed'] || $state['testCallAnswered'] || in_array( 'test_call', $state['skipped'], true ) ) {
			return true;
		}
		return false === get_option( self::OPTION ) && null !== Connection::current() && array() !== Channel_Copy::all();
	}
}
