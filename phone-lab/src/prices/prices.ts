import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { talkSeconds } from '../calls/call-status.js';
import type { Lab } from '../lab/context.js';
import type { CallRecord, MessageRecord } from '../state/records.js';

/** Amounts of the order of Twilio's for France, not Twilio's: its list changes, and is its own. */
export const dollars = {
	incomingMinute: 0.01,
	landlineMinute: 0.014,
	mobileMinute: 0.04,
	messagePart: 0.08,
};
/** "May not be immediately available", says Twilio: https://www.twilio.com/docs/voice/api/call-resource */
const knownAfterMilliseconds = 30_000;

export const priceUnit = 'USD';

/**
 * What a call cost, by minutes begun, as Twilio writes it: less than zero. Null while it lives, for a while after, and when nobody
 * answered. https://help.twilio.com/articles/223132307
 */
export function callPrice( lab: Lab, call: CallRecord ): string | null {
	return call.answeredAt === null || ! isKnown( lab, call.endedAt )
		? null
		: written( minutesBegun( call ) * minutePrice( call ) );
}

/** By parts; an attempt to deliver is charged. https://help.twilio.com/articles/223181728 */
export function messagePrice(
	lab: Lab,
	message: MessageRecord
): string | null {
	return message.direction === 'inbound' || ! isKnown( lab, message.sentAt )
		? null
		: written( message.segments * dollars.messagePart );
}

function isKnown( lab: Lab, overSince: number | null ): boolean {
	return (
		overSince !== null &&
		lab.clock.now() >= overSince + knownAfterMilliseconds
	);
}

/** One second at least: https://www.twilio.com/en-us/changelog/upcoming-changes-to-programmable-voice-billing-for-outbound-call */
function minutesBegun( call: CallRecord ): number {
	return Math.ceil( Math.max( 1, talkSeconds( call ) ) / 60 );
}

function minutePrice( { direction, to }: CallRecord ): number {
	return direction === 'inbound'
		? dollars.incomingMinute
		: minutePriceTo( to );
}

/** What a begun minute to a number costs, in dollars. */
export function minutePriceTo( to: string ): number {
	const type = parsePhoneNumberFromString( to )?.getType();
	return type === 'MOBILE' ? dollars.mobileMinute : dollars.landlineMinute;
}

function written( amount: number ): string {
	return ( -amount ).toFixed( 5 );
}
