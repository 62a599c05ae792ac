import type { CallRecord } from '../state/records.js';

/** The number of the phone on the page that a call belongs to; at the other end is the application. */
export const phoneOf = ( call: CallRecord ): string =>
	call.direction === 'inbound' ? call.from : call.to;
