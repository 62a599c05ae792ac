import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isOffered } from './slots-offered.js';
import { freeByCells } from './slots-occupancy.js';
import type { SlotFacts, SlotRules } from './slots-input.js';
import { freeSlots, freeSlotsBy } from './slots.js';
import { takenSpans } from './slots-taken.js';
import { offsetTable } from './zone.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const zones = Intl.supportedValuesOf( 'timeZone' );

interface Case {
	zone: string;
	rules: SlotRules;
	facts: SlotFacts;
}

describe( 'slots are those of a plain reference on Temporal', () => {
	it( 'in every zone of the world, around its clock changes [N04] [R09]', () => {
		for ( const zone of zones ) {
			fc.assert(
				fc.property( caseIn( zone ), ( one ) => {
					expect( told( freeSlots( one.rules, one.facts ) ) ).toEqual(
						told( slotsByTemporal( one ) )
					);
				} ),
				{ numRuns: 3 }
			);
		}
	} );

	it( 'whether the cells are as long as the rules allow or minutes, and for a single start too [R09]', () => {
		fc.assert(
			fc.property(
				fc.constantFrom( ...zones ).chain( caseIn ),
				( { rules, facts } ) => {
					const found = freeSlots( rules, facts );
					const byMinutes = freeByCells( rules, facts, 1 );
					expect(
						byMinutes && freeSlotsBy( rules, facts, byMinutes )
					).toEqual( found );
					expect(
						everyMinuteOfOpening( facts ).filter(
							( start ) =>
								isOffered( rules, facts, start ).offered
						)
					).toEqual( found );
				}
			),
			{ numRuns: 120 }
		);
	} );

	it( 'takes the whole minutes of a booking that has seconds, so that nobody is booked twice', () => {
		fc.assert(
			fc.property(
				fc.constantFrom( ...zones ).chain( caseIn ),
				( { rules, facts } ) => {
					const shifted = {
						starts: facts.taken.starts.map( ( at ) => at + 1_000 ),
						ends: facts.taken.ends.map( ( at ) => at - 1_000 ),
					};
					expect(
						freeSlots( rules, { ...facts, taken: shifted } )
					).toEqual( freeSlots( rules, facts ) );
				}
			),
			{ numRuns: 60 }
		);
	} );

	it( 'both lengths of cells are tried: long ones where they fit, and only there', () => {
		const found = { long: 0, none: 0 };
		for ( const { rules, facts } of fc.sample(
			fc.constantFrom( ...zones ).chain( caseIn ),
			200
		) ) {
			found[ freeByCells( rules, facts, 5 ) ? 'long' : 'none' ]++;
		}
		expect( found.long ).toBeGreaterThan( 15 );
		expect( found.none ).toBeGreaterThan( 15 );
	} );
} );

/** Slow and plain: each slot, each minute, each booking by itself, and Temporal for every date. */
function slotsByTemporal( { zone, rules, facts }: Case ): number[] {
	const dateOf = ( at: number ) =>
		Temporal.Instant.fromEpochMilliseconds( at )
			.toZonedDateTimeISO( zone )
			.toPlainDate();
	const endOfWindow = dateOf( facts.now ).add( { days: rules.windowDays } );
	const bookedDates = [ ...facts.bookedStarts ].map( dateOf );
	const weekOf = ( date: Temporal.PlainDate ) =>
		`${ date.yearOfWeek }-${ date.weekOfYear }`;
	const slots: number[] = [];
	for ( const { start: opens, end: closes } of facts.opening ) {
		for (
			let start = opens;
			start + rules.lengthMinutes * minuteMs <= closes;
			start += rules.stepMinutes * minuteMs
		) {
			const date = dateOf( start );
			const tooEarly =
				start < facts.now + rules.minimumDelayMinutes * minuteMs;
			const tooLate =
				Temporal.PlainDate.compare( date, endOfWindow ) >= 0;
			const ofDay = bookedDates.filter( ( booked ) =>
				booked.equals( date )
			).length;
			const ofWeek = bookedDates.filter(
				( booked ) => weekOf( booked ) === weekOf( date )
			).length;
			if (
				! tooEarly &&
				! tooLate &&
				( rules.maximumPerDay === 0 || ofDay < rules.maximumPerDay ) &&
				( rules.maximumPerWeek === 0 ||
					ofWeek < rules.maximumPerWeek ) &&
				hasPlace( rules, facts, start )
			) {
				slots.push( start );
			}
		}
	}
	return slots;
}

function hasPlace(
	rules: SlotRules,
	{ capacity, taken }: SlotFacts,
	start: number
): boolean {
	const end = start + rules.lengthMinutes * minuteMs;
	const placesAt = ( at: number ) =>
		capacity.filter( ( { from } ) => from <= at ).at( -1 )?.places ?? 0;
	const takenAt = ( at: number ) =>
		taken.starts.filter(
			( takenFrom, index ) =>
				takenFrom <= at && at < ( taken.ends[ index ] ?? takenFrom )
		).length;
	const places = Math.min( ...minutesOf( start, end ).map( placesAt ) );
	return minutesOf(
		start - rules.bufferBeforeMinutes * minuteMs,
		end + rules.bufferAfterMinutes * minuteMs
	).every( ( minute ) => takenAt( minute ) < places );
}

function minutesOf( start: number, end: number ): number[] {
	return Array.from(
		{ length: ( end - start ) / minuteMs },
		( _minute, index ) => start + index * minuteMs
	);
}

function everyMinuteOfOpening( { opening }: SlotFacts ): number[] {
	return opening.flatMap( ( { start, end } ) => minutesOf( start, end ) );
}

/** So that a difference can be read. */
function told( starts: number[] ): string[] {
	return starts.map( ( start ) => new Date( start ).toISOString() );
}

/** Some days of a channel, half the time with the zone's clock change among them; half the time on the grid of five minutes. */
function caseIn( zone: string ): fc.Arbitrary< Case > {
	return fc
		.record( {
			now: nowIn( zone ),
			unit: fc.constantFrom( 1, 5, 5, 15 ),
			rules: arbitraryRules,
		} )
		.chain( ( { now, unit, rules } ) => {
			const origin =
				Math.floor( now / ( 15 * minuteMs ) ) * 15 * minuteMs -
				2 * dayMs;
			const moment = fc
				.integer( { min: 0, max: ( 9 * 24 * 60 ) / unit } )
				.map( ( units ) => origin + units * unit * minuteMs );
			const lasting = ( longest: number ) =>
				fc
					.record( {
						start: moment,
						units: fc.integer( {
							min: 1,
							max: Math.ceil( longest / unit ),
						} ),
					} )
					.map( ( { start, units } ) => ( {
						start,
						end: start + units * unit * minuteMs,
					} ) );
			return fc.record( {
				zone: fc.constant( zone ),
				rules: fc.constant( rules ),
				facts: fc.record( {
					opening: fc
						.array( lasting( 400 ), { maxLength: 10 } )
						.map( disjoint ),
					capacity: fc
						.array(
							fc.record( {
								from: moment,
								places: fc.integer( { min: 0, max: 3 } ),
							} ),
							{ minLength: 1, maxLength: 6 }
						)
						.map( ( steps ) =>
							steps.sort( ( a, b ) => a.from - b.from )
						),
					taken: fc
						.array( lasting( 90 ), { maxLength: 60 } )
						.map( takenSpans ),
					bookedStarts: fc
						.array( moment, { maxLength: 12 } )
						.map( ( starts ) =>
							Float64Array.from( starts ).sort()
						),
					zone: fc.constant(
						offsetTable( zone, {
							start: now - 20 * dayMs,
							end: now + 40 * dayMs,
						} )
					),
					now: fc.constant( now ),
				} ),
			} );
		} );
}

const durations = ( minimum: number, maximum: number ) =>
	fc
		.integer( { min: minimum / 5, max: maximum / 5 } )
		.map( ( steps ) => steps * 5 );

const arbitraryRules: fc.Arbitrary< SlotRules > = fc.record( {
	lengthMinutes: durations( 5, 60 ),
	stepMinutes: durations( 5, 60 ),
	bufferBeforeMinutes: fc.oneof( fc.constant( 0 ), durations( 0, 30 ) ),
	bufferAfterMinutes: fc.oneof( fc.constant( 0 ), durations( 0, 30 ) ),
	maximumPerDay: fc.constantFrom( 0, 0, 1, 2 ),
	maximumPerWeek: fc.constantFrom( 0, 0, 3, 6 ),
	minimumDelayMinutes: fc.integer( { min: 0, max: 600 } ),
	windowDays: fc.integer( { min: 1, max: 7 } ),
} );

/** On a whole minute: any, or within three days before the clock changes. */
function nowIn( zone: string ): fc.Arbitrary< number > {
	return fc
		.record( {
			any: fc.integer( {
				min: Date.UTC( 1990, 0 ) / minuteMs,
				max: Date.UTC( 2037, 0 ) / minuteMs,
			} ),
			before: fc.option(
				fc.integer( { min: 0, max: ( 3 * dayMs ) / minuteMs } )
			),
		} )
		.map( ( { any, before } ) => {
			const change =
				before === null
					? null
					: Temporal.Instant.fromEpochMilliseconds( any * minuteMs )
							.toZonedDateTimeISO( zone )
							.getTimeZoneTransition( 'next' );
			return (
				( change
					? Math.floor( change.epochMilliseconds / minuteMs ) -
						( before ?? 0 )
					: any ) * minuteMs
			);
		} );
}

function disjoint( spans: Array< { start: number; end: number } > ) {
	const result: Array< { start: number; end: number } > = [];
	for ( const span of spans.sort( ( a, b ) => a.start - b.start ) ) {
		if ( span.start > ( result.at( -1 )?.end ?? -Infinity ) ) {
			result.push( span );
		}
	}
	return result;
}
