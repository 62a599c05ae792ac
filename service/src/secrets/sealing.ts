import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A secret that only who has the key can read. */
export interface Sealing {
	/** @param about What it belongs to: a sealed text opens for nothing else. */
	seal: ( secret: string, about: string ) => string;
	/** @throws {SealError} When the key is another, or what is sealed was changed. */
	open: ( sealed: string, about: string ) => string;
}

/** A sealed secret cannot be read with the key that the service has. */
export class SealError extends Error {
	override readonly name = 'SealError';
}

const cipher = 'aes-256-gcm';
/** NIST SP 800-38D, 8.2.2: 96 random bits, new for each secret. */
const nonceBytes = 12;
const version = 'v1';

/** AES-256-GCM. */
export function createSealing( key: Uint8Array ): Sealing {
	return {
		seal( secret, about ) {
			const nonce = randomBytes( nonceBytes );
			const sealing = createCipheriv( cipher, key, nonce );
			sealing.setAAD( Buffer.from( about, 'utf8' ) );
			const text = Buffer.concat( [
				sealing.update( secret, 'utf8' ),
				sealing.final(),
			] );
			return [
				version,
				...[ nonce, sealing.getAuthTag(), text ].map( ( part ) =>
					part.toString( 'base64url' )
				),
			].join( '.' );
		},
		open( sealed, about ) {
			const [ written, ...parts ] = sealed.split( '.' );
			const [ nonce, tag, text ] = parts.map( ( part ) =>
				Buffer.from( part, 'base64url' )
			);
			if ( written !== version || ! nonce || ! tag || ! text ) {
				throw new SealError( 'This is no sealed secret' );
			}
			try {
				const opening = createDecipheriv( cipher, key, nonce, {
					authTagLength: 16,
				} );
				opening.setAAD( Buffer.from( about, 'utf8' ) );
				opening.setAuthTag( tag );
				return Buffer.concat( [
					opening.update( text ),
					opening.final(),
				] ).toString( 'utf8' );
			} catch {
				throw new SealError(
					'A secret was sealed with another key than SECRETS_KEY'
				);
			}
		},
	};
}
