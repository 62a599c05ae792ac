import { TelephonyError } from '../telephony.js';
import { callIsOver, fieldsOf, notFound, telephonyErrorOf } from './errors.js';

/** A request to Twilio whose failure is told in the port's words. */
export async function translated< T >( ask: () => Promise< T > ): Promise< T > {
	try {
		return await ask();
	} catch ( error ) {
		throw error instanceof TelephonyError
			? error
			: telephonyErrorOf( error );
	}
}

/** False when the call is over already: then there is nothing to change. */
export async function unlessOver(
	update: () => Promise< unknown >
): Promise< boolean > {
	try {
		await update();
		return true;
	} catch ( error ) {
		if ( isCode( error, callIsOver ) || isCode( error, notFound ) ) {
			return false;
		}
		throw error;
	}
}

/** Null where Twilio has no such thing. */
export async function ifFound< T >(
	ask: () => Promise< T >
): Promise< T | null > {
	try {
		return await ask();
	} catch ( error ) {
		if ( isCode( error, notFound ) ) {
			return null;
		}
		throw error;
	}
}

/** What was accepted has an id; without one nobody can say what became of it. */
export function sidOf( { sid }: { sid: string } ): string {
	if ( ! sid ) {
		throw new TelephonyError(
			'unknown',
			'no_sid',
			'Accepted without an id'
		);
	}
	return sid;
}

function isCode( error: unknown, code: number ): boolean {
	return Number( fieldsOf( error ).code ) === code;
}
