import { randomBytes } from 'node:crypto';

/** A new Twilio id: two letters and 32 hexadecimal digits. CA = call, CF = conference. */
export const newSid = ( prefix: 'CA' | 'CF' ): string =>
	prefix + randomBytes( 16 ).toString( 'hex' );

export const newId = (): string => randomBytes( 8 ).toString( 'hex' );
