<?php
/**
 * One row of the outbox.
 *
 * @package Rappel
 */

namespace Rappel\Outbox;

use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * A request that WordPress keeps, or kept and remembers for its visitor.
 */
final class Kept_Request {

	/**
	 * Made from a row.
	 *
	 * @param int    $id         The row.
	 * @param string $key        The visitor's key.
	 * @param string $channel_id The channel.
	 * @param string $state      One of Outbox's states.
	 * @param string $body       Kept: the create as JSON. Cancelled: the reason, '' once the service knows. Refused: ''.
	 * @param string $number     As typed.
	 * @param string $language   The visitor's, one that the service speaks.
	 * @param string $problem    Refused: the sentence for the visitor.
	 * @param int    $kept_at    Seconds since 1970.
	 */
	private function __construct(
		public readonly int $id,
		public readonly string $key,
		public readonly string $channel_id,
		public readonly string $state,
		public readonly string $body,
		public readonly string $number,
		public readonly string $language,
		public readonly string $problem,
		public readonly int $kept_at
	) {}

	/**
	 * From the database.
	 *
	 * @param mixed $row Column by column.
	 */
	public static function from_row( mixed $row ): self {
		return new self(
			Read::integer( $row, 'id' ),
			Read::text( $row, 'request_key' ),
			Read::text( $row, 'channel_id' ),
			Read::text( $row, 'state' ),
			Read::text( $row, 'body' ),
			Read::text( $row, 'number' ),
			Read::text( $row, 'language' ),
			Read::text( $row, 'problem' ),
			(int) strtotime( Read::text( $row, 'kept_at' ) . ' UTC' )
		);
	}

	/**
	 * The name that the visitor typed; '' when there is none or it is gone.
	 */
	public function name(): string {
		return $this->typed( 'name' );
	}

	/**
	 * The note that the visitor wrote for the agent; '' when there is none or it is gone.
	 */
	public function note(): string {
		return $this->typed( 'note' );
	}

	/**
	 * The slot that the visitor chose; '' for a call at once, or when it is gone.
	 */
	public function slot(): string {
		return $this->typed( 'slot' );
	}

	/**
	 * The visitor's time zone; '' when it is not known.
	 */
	public function time_zone(): string {
		return $this->typed( 'timeZone' );
	}

	/**
	 * A text of what the visitor sent.
	 *
	 * @param string $field Which.
	 */
	private function typed( string $field ): string {
		return Outbox::KEPT === $this->state ? Read::text( json_decode( $this->body, true ), $field ) : '';
	}
}
