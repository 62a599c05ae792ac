import { z } from 'zod';
import { newSid } from '../sids.js';
import type { LabState } from '../state/lab-state.js';
import type { Address, NumberRecord } from '../state/records.js';

/** A number of the account as an option of the lab names it; its addresses are asked by POST. */
export const incomingNumberSchema = z.strictObject( {
	/** E.164. */
	number: z.string().regex( /^\+[1-9]\d{6,14}$/ ),
	voiceUrl: z.url().exactOptional(),
	voiceFallbackUrl: z.url().exactOptional(),
	/** Told of the end of each call. */
	statusCallback: z.url().exactOptional(),
	smsUrl: z.url().exactOptional(),
	smsFallbackUrl: z.url().exactOptional(),
} );
export type IncomingNumber = z.infer< typeof incomingNumberSchema >;

const post = ( url: string ): Address => ( { url, method: 'POST' } );

/** Gives the account its numbers. One it has already, from the data file, takes the addresses that are named. */
export function addNumbers(
	state: LabState,
	wanted: readonly IncomingNumber[],
	now: number
): void {
	for ( const one of wanted ) {
		const number =
			state.numbers.find(
				( { phoneNumber } ) => phoneNumber === one.number
			) ?? newNumber( state, one.number, now );
		number.voice = one.voiceUrl ? post( one.voiceUrl ) : number.voice;
		number.voiceFallback = one.voiceFallbackUrl
			? post( one.voiceFallbackUrl )
			: number.voiceFallback;
		number.statusCallback = one.statusCallback
			? post( one.statusCallback )
			: number.statusCallback;
		number.sms = one.smsUrl ? post( one.smsUrl ) : number.sms;
		number.smsFallback = one.smsFallbackUrl
			? post( one.smsFallbackUrl )
			: number.smsFallback;
	}
}

function newNumber(
	state: LabState,
	phoneNumber: string,
	now: number
): NumberRecord {
	const number: NumberRecord = {
		sid: newSid( 'PN' ),
		phoneNumber,
		friendlyName: phoneNumber,
		voice: null,
		voiceFallback: null,
		statusCallback: null,
		sms: null,
		smsFallback: null,
		createdAt: now,
		updatedAt: now,
	};
	state.numbers.push( number );
	return number;
}
