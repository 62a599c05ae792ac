<?php
/**
 * The code that a service is deployed with.
 *
 * @package Rappel
 */

namespace Rappel\Connection;

use Rappel\Instant;
use Rappel\Read;

defined( 'ABSPATH' ) || exit;

/**
 * Made here for a service that does not run yet: it is started with the code in its environment (`PAIRING_CODE`), and takes it once. WordPress
 * keeps it in clear, since it has to send it, for a day at most, and forgets it once the site is connected.
 */
final class Offered_Code {

	public const OPTION = 'rappel_offered_code';

	/** Crockford's base32: no I, L, O or U, so nothing is read as something else. */
	private const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

	/**
	 * The one that holds, made where there is none: the same code until its day is over, so that what was copied stays right.
	 *
	 * @return array{code: string, expiresAt: string}
	 */
	public static function offer(): array {
		$current = self::current();
		if ( null !== $current ) {
			return $current;
		}
		$made = array(
			'code'      => self::make(),
			'expiresAt' => Instant::write( Instant::local()->modify( '+1 day' ) ),
		);
		update_option( self::OPTION, $made, false );
		return $made;
	}

	/**
	 * The one that holds; null where there is none.
	 *
	 * @return array{code: string, expiresAt: string}|null
	 */
	public static function current(): ?array {
		$stored     = get_option( self::OPTION );
		$code       = Read::text( $stored, 'code' );
		$expires_at = Read::text( $stored, 'expiresAt' );
		return '' === $code || Instant::seconds( $expires_at ) <= time() ? null : array(
			'code'      => $code,
			'expiresAt' => $expires_at,
		);
	}

	/**
	 * The site is connected.
	 */
	public static function forget(): void {
		delete_option( self::OPTION );
	}

	/**
	 * 60 random bits, as the service writes its own: "RPL-7H2K-9MXA-4TBC".
	 */
	private static function make(): string {
		$code = 'RPL';
		for ( $place = 0; $place < 12; $place++ ) {
			$code .= ( 0 === $place % 4 ? '-' : '' ) . self::ALPHABET[ random_int( 0, 31 ) ];
		}
		return $code;
	}
}
