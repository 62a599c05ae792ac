import { createHash, randomInt } from 'node:crypto';

/** Crockford's base32: no I, L, O or U, so nothing is read as something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** A fresh code of 60 random bits, "RPL-7H2K-9MXA-4TBC". */
export function makePairingCode(): string {
	const characters = Array.from(
		{ length },
		() => alphabet[ randomInt( alphabet.length ) ] ?? '0'
	).join( '' );
	return [ 'RPL', ...( characters.match( /.{4}/g ) ?? [] ) ].join( '-' );
}

/** What is kept of a code: hex SHA-256. However it was typed (case, spaces, O for 0, I or L for 1), it is the same. */
export function hashPairingCode( typed: string ): string {
	const plain = typed
		.toUpperCase()
		.replace( /[^0-9A-Z]/g, '' )
		.replace( /^RPL(?=.{12}$)/, '' )
		.replaceAll( 'O', '0' )
		.replace( /[IL]/g, '1' );
	return createHash( 'sha256' ).update( plain ).digest( 'hex' );
}
