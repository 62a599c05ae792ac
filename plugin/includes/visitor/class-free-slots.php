<?php
/**
 * The times that a visitor may choose from.
 *
 * @package Rappel
 */

namespace Rappel\Visitor;

use Rappel\Connection\Pairing;
use Rappel\Outbox\Delivery;
use Rappel\Problems;
use Rappel\Service\Service_Client;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Asked anew each time: WordPress keeps no copy of what is free.
 */
final class Free_Slots {

	/**
	 * Dates that have a free slot, and their slots.
	 *
	 * @param string                $channel_id The channel.
	 * @param array<string, string> $query      contract/src/booking.ts: slotsQuerySchema, without the language.
	 * @param string                $language   One that the service speaks.
	 * @return array<string, mixed>|WP_Error contract/src/booking.ts: slotsSchema.
	 */
	public static function of( string $channel_id, array $query, string $language ): array|WP_Error {
		$connection = Pairing::ensure();
		if ( null === $connection ) {
			return Problems::own( 'not_connected' );
		}
		$answer = Service_Client::call( $connection, 'GET', "/v1/channels/$channel_id/slots", null, $query + array( 'language' => $language ), $language );
		if ( ! is_wp_error( $answer ) ) {
			Delivery::after_answer();
		}
		return $answer;
	}
}
