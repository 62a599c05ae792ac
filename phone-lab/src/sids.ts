import { randomBytes } from 'node:crypto';

/** A new Twilio id: two letters and 32 hexadecimal digits. CA = call, CF = conference, RE = recording, SM = message, PN = number. */
export const newSid = ( prefix: 'CA' | 'CF' | 'RE' | 'SM' | 'PN' ): string =>
	prefix + randomBytes( 16 ).toString( 'hex' );

export const newId = (): string => randomBytes( 8 ).toString( 'hex' );
