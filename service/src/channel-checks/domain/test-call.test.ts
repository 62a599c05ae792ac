import { describe, expect, it } from '@jest/globals';
import type { CallStatus } from '../../telephony/telephony.js';
import { afterStatus, whenSilent, type ChannelTestCall } from './test-call.js';

const at = ( second: number ) =>
	new Date( Date.UTC( 2026, 10, 24, 10, 0, second ) );
const call: ChannelTestCall = {
	id: '0192aaaa-0000-7000-8000-000000000001',
	siteId: '0192aaaa-0000-7000-8000-000000000002',
	channelId: '0192aaaa-0000-7000-8000-000000000003',
	number: '+33612345678',
	state: 'calling',
	callSid: null,
	code: null,
	createdAt: at( 0 ),
	heardAt: at( 0 ),
};
const after = ( ...statuses: CallStatus[] ) =>
	statuses.reduce(
		( one, status ) =>
			afterStatus( one, { callSid: 'CA1', status }, at( 5 ) ),
		call
	);

describe( 'a test call', () => {
	it.each( [
		[ [ 'queued', 'ringing' ], 'ringing', null ],
		[ [ 'ringing', 'in_progress', 'completed' ], 'done', null ],
		[ [ 'completed' ], 'done', null ],
		[ [ 'ringing', 'no_answer' ], 'failed', 'no_answer' ],
		[ [ 'in_progress', 'ringing' ], 'answered', null ],
		[ [ 'completed', 'failed' ], 'done', null ],
	] as const )( 'after %j is %s', ( statuses, state, code ) => {
		expect( after( ...statuses ) ).toMatchObject( {
			state,
			code,
			callSid: 'CA1',
			heardAt: at( 5 ),
		} );
	} );

	it( 'is asked about when the network is silent, and given up when nobody knows its call', () => {
		const known = after( 'ringing' );
		expect( whenSilent( known, at( 8 ) ) ).toBe( 'wait' );
		expect( whenSilent( known, at( 9 ) ) ).toBe( 'ask' );
		expect( whenSilent( after( 'completed' ), at( 59 ) ) ).toBe( 'wait' );
		expect( whenSilent( call, at( 120 ) ) ).toBe( 'wait' );
		expect( whenSilent( call, at( 121 ) ) ).toBe( 'give_up' );
	} );
} );
