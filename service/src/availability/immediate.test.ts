import { describe, expect, it } from '@jest/globals';
import type { ChannelSettingsInput } from '@rappel/contract';
import { someChannel } from '../channels/testing/some-channel.js';
import { someSite } from '../sites/testing/some-site.js';
import { immediateAvailability } from './immediate.js';

const site = someSite( { dailyRequestCap: 10 } );
const wednesday = new Date( '2026-11-25T08:30:00Z' );
const office = { weekly: [ { day: 3, from: '09:00', to: '12:00' } ] };
const ask = (
	settings: Partial< ChannelSettingsInput >,
	given: Partial< Parameters< typeof immediateAvailability >[ 0 ] > = {}
) =>
	immediateAvailability( {
		channel: someChannel( settings ),
		site,
		requestsToday: 0,
		isSpent: false,
		complete: true,
		nobodyAvailable: false,
		queueFull: false,
		now: wednesday,
		...given,
	} );

describe( 'immediateAvailability', () => {
	it( 'follows the opening hours [S08] [S10]', () => {
		expect( ask( { openingHours: office } ) ).toEqual( {
			immediate: true,
			reason: null,
			changesAt: new Date( '2026-11-25T11:00:00Z' ),
			nextOpeningAt: null,
		} );
		expect(
			ask(
				{ openingHours: office },
				{ now: new Date( '2026-11-25T11:00:00Z' ) }
			)
		).toEqual( {
			immediate: false,
			reason: 'closed',
			changesAt: new Date( '2026-12-02T08:00:00Z' ),
			nextOpeningAt: new Date( '2026-12-02T08:00:00Z' ),
		} );
	} );

	it( 'is open round the clock without an end [S07]', () => {
		expect( ask( {} ) ).toEqual( {
			immediate: true,
			reason: null,
			changesAt: null,
			nextOpeningAt: null,
		} );
	} );

	it.each( [
		[ 'paused', { state: 'paused' as const }, {} ],
		[ 'incomplete', {}, { complete: false } ],
		[ 'deferred_only', { callTypes: 'deferred' as const }, {} ],
		[ 'daily_cap_reached', {}, { requestsToday: 10 } ],
		[ 'spending_limit_reached', {}, { isSpent: true } ],
		[ 'nobody_available', {}, { nobodyAvailable: true } ],
		[ 'queue_full', {}, { queueFull: true } ],
	] )(
		'is refused when %s, whatever the hours say',
		( reason, settings, given ) => {
			expect( ask( settings, given ) ).toEqual( {
				immediate: false,
				reason,
				changesAt: null,
				nextOpeningAt: null,
			} );
		}
	);

	it( 'is refused in the last minutes before closing, and says when it opens next [R07]', () => {
		const settings = {
			openingHours: office,
			queue: { minutesBeforeClosing: 30 },
		};

		expect( ask( settings ) ).toMatchObject( {
			immediate: true,
			changesAt: new Date( '2026-11-25T10:30:00Z' ),
		} );
		expect(
			ask( settings, { now: new Date( '2026-11-25T10:30:00Z' ) } )
		).toEqual( {
			immediate: false,
			reason: 'closing_soon',
			changesAt: new Date( '2026-12-02T08:00:00Z' ),
			nextOpeningAt: new Date( '2026-12-02T08:00:00Z' ),
		} );
	} );

	it( 'says closed before nobody available, and that before a full queue', () => {
		const both = { nobodyAvailable: true, queueFull: true };

		expect( ask( {}, both ).reason ).toBe( 'nobody_available' );
		expect( ask( { openingHours: { weekly: [] } }, both ).reason ).toBe(
			'closed'
		);
	} );

	it( 'is closed during a pause, on a holiday and by an exception, and says when it opens next [S07] [N05]', () => {
		const week = [ 1, 2, 3, 4, 5 ].map( ( day ) => ( {
			day,
			from: '09:00',
			to: '12:00',
		} ) );
		const pause = { from: '2026-11-25T09:15', to: '2026-12-24T00:00' };

		expect(
			ask( {
				openingHours: {
					weekly: week,
					pauses: [ pause ],
					holidays: { country: 'FR' },
				},
			} )
		).toMatchObject( {
			reason: 'closed',
			nextOpeningAt: new Date( '2026-12-24T08:00:00Z' ),
		} );
		expect(
			ask(
				{ openingHours: { weekly: week, holidays: { country: 'FR' } } },
				{ now: new Date( '2026-12-25T08:30:00Z' ) }
			)
		).toMatchObject( {
			reason: 'closed',
			nextOpeningAt: new Date( '2026-12-28T08:00:00Z' ),
		} );
		expect(
			ask( {
				openingHours: {
					weekly: week,
					exceptions: [ { date: '2026-11-25', ranges: [] } ],
				},
			} )
		).toMatchObject( {
			reason: 'closed',
			nextOpeningAt: new Date( '2026-11-26T08:00:00Z' ),
		} );
	} );

	it( 'says paused before closed, and closed before the day’s cap', () => {
		const closed = { openingHours: { weekly: [] } };

		expect( ask( { ...closed, state: 'paused' } ).reason ).toBe( 'paused' );
		expect( ask( closed, { requestsToday: 10 } ).reason ).toBe( 'closed' );
	} );
} );
