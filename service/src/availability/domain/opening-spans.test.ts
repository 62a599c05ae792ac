import { describe, expect, it } from '@jest/globals';
import type { OpeningHours } from '@rappel/contract';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { plainOpening } from '../testing/plain-opening.js';
import { someOpeningHours } from '../testing/some-hours.js';
import { openingSpans } from './opening-spans.js';
import type { Span } from './span.js';
import { offsetTable } from './zone.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const none: ReadonlySet< string > = new Set();

const spansOf = (
	given: Partial< OpeningHours >,
	from: string,
	to: string,
	{ zone = 'Europe/Paris', holidays = none } = {}
) => {
	const window = { start: Date.parse( from ), end: Date.parse( to ) };
	return openingSpans(
		someOpeningHours( given ),
		holidays,
		offsetTable( zone, window ),
		window
	).map( ( { start, end } ) =>
		[ start, end ].map( ( at ) =>
			new Date( at ).toISOString().slice( 0, 16 )
		)
	);
};

/** 9–12 and 14–18 from Monday to Friday. */
const office = [ 1, 2, 3, 4, 5 ].flatMap( ( day ) => [
	{ day, from: '09:00', to: '12:00' },
	{ day, from: '14:00', to: '18:00' },
] );

describe( 'openingSpans', () => {
	it( 'are the ranges of the week, by the site’s clock [S07]', () => {
		expect(
			spansOf(
				{ weekly: office },
				'2026-11-27T12:00Z',
				'2026-11-30T12:00Z'
			)
		).toEqual( [
			[ '2026-11-27T13:00', '2026-11-27T17:00' ],
			[ '2026-11-30T08:00', '2026-11-30T11:00' ],
		] );
	} );

	it( 'begin before the window where the range does, and end with it', () => {
		const night = { weekly: [ { day: 4, from: '22:00', to: '06:00' } ] };

		expect(
			spansOf( night, '2026-11-27T02:00Z', '2026-11-27T04:00Z' )
		).toEqual( [ [ '2026-11-26T21:00', '2026-11-27T04:00' ] ] );
	} );

	it( 'follow an exception of the date before a holiday, and a holiday before the week [N05]', () => {
		const holidays = new Set( [ '2026-12-24', '2026-12-25' ] );
		const exceptions = [
			{
				date: '2026-12-24',
				ranges: [ { from: '10:00', to: '11:00' } ],
				note: null,
			},
			{ date: '2026-12-28', ranges: [], note: 'inventaire' },
		];

		expect(
			spansOf(
				{ weekly: office, exceptions },
				'2026-12-24T00:00Z',
				'2026-12-29T12:00Z',
				{ holidays }
			)
		).toEqual( [
			[ '2026-12-24T09:00', '2026-12-24T10:00' ],
			[ '2026-12-29T08:00', '2026-12-29T11:00' ],
		] );
	} );

	it( 'let what goes past midnight into a holiday go on [N05]', () => {
		expect(
			spansOf(
				{ weekly: [ { day: 4, from: '22:00', to: '02:00' } ] },
				'2026-12-24T12:00Z',
				'2026-12-26T12:00Z',
				{ holidays: new Set( [ '2026-12-25' ] ) }
			)
		).toEqual( [ [ '2026-12-24T21:00', '2026-12-25T01:00' ] ] );
	} );

	it( 'stop for a pause, whatever an exception says [S07]', () => {
		expect(
			spansOf(
				{
					weekly: office,
					exceptions: [
						{
							date: '2026-11-28',
							ranges: [ { from: '08:00', to: '20:00' } ],
							note: null,
						},
					],
					pauses: [
						{
							from: '2026-11-27T15:30',
							to: '2026-11-28T10:00',
							note: null,
						},
						{
							from: '2026-11-28T12:00',
							to: '2026-11-28T12:30',
							note: null,
						},
					],
				},
				'2026-11-27T11:30Z',
				'2026-11-29T12:00Z'
			)
		).toEqual( [
			[ '2026-11-27T13:00', '2026-11-27T14:30' ],
			[ '2026-11-28T09:00', '2026-11-28T11:00' ],
			[ '2026-11-28T11:30', '2026-11-28T19:00' ],
		] );
	} );

	it( 'go on after a clock change for as long as a range that the clock went over [N04]', () => {
		// In Cairo the clock goes from midnight to one o’clock.
		for ( const [ from, to, until ] of [
			[ '00:00', '01:00', '23:00' ],
			[ '00:30', '01:00', '22:30' ],
			[ '00:00', '00:59', '22:59' ],
		] as const ) {
			expect(
				spansOf(
					{
						exceptions: [
							{
								date: '2026-04-24',
								ranges: [ { from, to } ],
								note: null,
							},
						],
					},
					'2026-04-23T00:00Z',
					'2026-04-25T12:00Z',
					{ zone: 'Africa/Cairo' }
				)
			).toEqual( [ [ '2026-04-23T22:00', `2026-04-23T${ until }` ] ] );
		}
	} );

	it( 'know no date that a zone skipped, and have a leap day', () => {
		const all = { weekly: [ { day: 5, from: '09:00', to: '10:00' } ] };

		expect(
			spansOf( all, '2011-12-28T00:00Z', '2012-01-03T00:00Z', {
				zone: 'Pacific/Apia',
			} )
		).toEqual( [] );
		expect(
			spansOf(
				{
					exceptions: [
						{
							date: '2028-02-29',
							ranges: [ { from: '23:00', to: '01:00' } ],
							note: null,
						},
					],
				},
				'2028-02-28T00:00Z',
				'2028-03-02T00:00Z'
			)
		).toEqual( [ [ '2028-02-29T22:00', '2028-03-01T00:00' ] ] );
	} );
} );

const time = fc
	.integer( { min: 0, max: 95 } )
	.map( ( quarter ) =>
		[ Math.floor( quarter / 4 ), ( quarter % 4 ) * 15 ]
			.map( ( part ) => String( part ).padStart( 2, '0' ) )
			.join( ':' )
	);
/** Clocks change at night. */
const nightTime = fc
	.integer( { min: 0, max: 36 } )
	.map(
		( tens ) =>
			`0${ Math.floor( tens / 10 ) }:${ ( tens % 10 ) % 6 }${ tens % 2 === 0 ? 0 : 5 }`
	);
const range = fc.record( {
	from: fc.oneof( time, nightTime ),
	to: fc.oneof( time, nightTime, fc.constant( '24:00' ) ),
} );

/** Hours with everything in them, on the dates around one. */
const hoursAround = ( date: Temporal.PlainDate ) => {
	const near = fc
		.integer( { min: -3, max: 3 } )
		.map( ( days ) => date.add( { days } ).toString() );
	const moment = fc
		.tuple( near, fc.oneof( time, nightTime ) )
		.map( ( [ day, at ] ) => `${ day }T${ at }` );
	return fc.record( {
		openingHours: fc.record( {
			always: fc.boolean(),
			weekly: fc.array(
				fc
					.tuple( fc.integer( { min: 1, max: 7 } ), range )
					.map( ( [ day, given ] ) => ( { day, ...given } ) ),
				{ maxLength: 8 }
			),
			exceptions: fc.uniqueArray(
				fc.record( {
					date: near,
					ranges: fc.array( range, { maxLength: 3 } ),
					note: fc.constant( null ),
				} ),
				{ maxLength: 3, selector: ( each ) => each.date }
			),
			holidays: fc.constant( { country: null, region: null } ),
			pauses: fc.array(
				fc.tuple( moment, moment ).map( ( [ a, b ] ) => ( {
					from: a < b ? a : b,
					to: a < b ? b : a,
					note: null,
				} ) ),
				{ maxLength: 2 }
			),
		} ),
		holidays: fc
			.array( near, { maxLength: 2 } )
			.map( ( dates ) => new Set( dates ) ),
	} );
};

/** Clock changes of a zone in some years, and a leap day. */
function momentsOf( zone: string, [ first, last ]: [ number, number ] ) {
	const moments = [ Date.parse( '2028-02-29T12:00Z' ) ];
	let change = Temporal.Instant.from( `${ first }-01-01T00:00Z` )
		.toZonedDateTimeISO( zone )
		.getTimeZoneTransition( 'next' );
	while ( change && change.year <= last ) {
		moments.push( change.epochMilliseconds );
		change = change.getTimeZoneTransition( 'next' );
	}
	return moments;
}

function expectTheSame(
	openingHours: OpeningHours,
	holidays: ReadonlySet< string >,
	zone: string,
	window: Span
): void {
	const spans = openingSpans(
		openingHours,
		holidays,
		offsetTable( zone, window ),
		window
	);
	const plain = plainOpening( openingHours, holidays, zone, window );
	const ours = spans.flatMap( ( { start, end } ) => [ start, end ] );

	expect( ours ).toEqual( [ ...new Set( ours ) ].sort( ( a, b ) => a - b ) );
	// Both change at these instants only: what is so there, and just before, is so everywhere.
	for ( const edge of [ window.start, ...plain.edges, ...ours ] ) {
		for ( const at of [ edge - 1, edge ] ) {
			if ( at >= window.start && at < window.end ) {
				expect( {
					at: new Date( at ).toISOString(),
					open: spans.some(
						( { start, end } ) => start <= at && at < end
					),
				} ).toEqual( {
					at: new Date( at ).toISOString(),
					open: plain.isOpen( at ),
				} );
			}
		}
	}
}

describe( 'openingSpans and Temporal agree', () => {
	const zones = [
		...Intl.supportedValuesOf( 'timeZone' ),
		'+05:45',
		'-03:30',
	];
	const aroundAMoment = ( zone: string, years: [ number, number ] ) =>
		fc.constantFrom( ...momentsOf( zone, years ) ).chain( ( moment ) =>
			fc.record( {
				window: fc
					.tuple(
						fc.integer( { min: -72, max: 24 } ),
						fc.integer( { min: 1, max: 96 } )
					)
					.map( ( [ hours, length ] ) => ( {
						start: moment + hours * hourMs,
						end: moment + ( hours + length ) * hourMs,
					} ) ),
				given: hoursAround(
					Temporal.Instant.fromEpochMilliseconds( moment )
						.toZonedDateTimeISO( zone )
						.toPlainDate()
				),
			} )
		);

	it( 'in every zone around a clock change [N04] [S07]', () => {
		for ( const zone of zones ) {
			fc.assert(
				fc.property(
					aroundAMoment( zone, [ 2026, 2027 ] ),
					( { window, given } ) =>
						expectTheSame(
							given.openingHours,
							given.holidays,
							zone,
							window
						)
				),
				{ numRuns: 2 }
			);
		}
	}, 180_000 );

	it.each( [
		'Europe/Paris',
		'Australia/Lord_Howe',
		'Pacific/Apia',
		'Africa/Casablanca',
		'America/Sao_Paulo',
		'Africa/Cairo',
		'Asia/Gaza',
		'Atlantic/Azores',
		'Antarctica/Troll',
	] )(
		'in %s, at length',
		( zone ) => {
			fc.assert(
				fc.property(
					aroundAMoment( zone, [ 2000, 2037 ] ),
					( { window, given } ) =>
						expectTheSame(
							given.openingHours,
							given.holidays,
							zone,
							window
						)
				),
				{ numRuns: 40 }
			);
		},
		30_000
	);

	it( 'and never lose a range to a clock change', () => {
		fc.assert(
			fc.property(
				fc
					.constantFrom( ...zones )
					.chain( ( zone ) =>
						fc.tuple(
							fc.constant( zone ),
							fc.constantFrom(
								...momentsOf( zone, [ 2026, 2028 ] )
							),
							range
						)
					),
				( [ zone, moment, given ] ) => {
					const date = Temporal.Instant.fromEpochMilliseconds(
						moment
					)
						.toZonedDateTimeISO( zone )
						.toPlainDate()
						.toString();
					const window = {
						start: moment - 2 * dayMs,
						end: moment + 3 * dayMs,
					};

					expect(
						openingSpans(
							someOpeningHours( {
								exceptions: [
									{ date, ranges: [ given ], note: null },
								],
							} ),
							none,
							offsetTable( zone, window ),
							window
						)
					).toHaveLength( 1 );
				}
			),
			{ numRuns: 200 }
		);
	}, 30_000 );
} );
