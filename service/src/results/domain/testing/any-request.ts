import fc from 'fast-check';
import type { CountedRequest, CountedTry } from '../counted-request.js';

export const someRequest = (
	given: Partial< CountedRequest > = {}
): CountedRequest => ( {
	state: 'done',
	channelId: 'c1',
	pageUrl: 'https://boulangerie.example/contact',
	takenBy: null,
	createdAt: new Date( '2026-11-24T10:00:00Z' ),
	requestedAt: new Date( '2026-11-24T10:00:00Z' ),
	bookedFor: null,
	awaitsBooking: false,
	endedAt: new Date( '2026-11-24T10:05:00Z' ),
	surveyScore: null,
	cost: null,
	tries: [],
	...given,
} );

export const someTry = ( given: Partial< CountedTry > = {} ): CountedTry => ( {
	ordinal: 1,
	called: true,
	rangAt: new Date( '2026-11-24T10:00:04Z' ),
	joined: true,
	talkSeconds: 60,
	...given,
} );

const anyInstant = fc
	.integer( {
		min: Date.parse( '2026-10-24T00:00:00Z' ),
		max: Date.parse( '2026-10-27T00:00:00Z' ),
	} )
	.map( ( at ) => new Date( at ) );
const perhaps = < T >( arbitrary: fc.Arbitrary< T > ) =>
	fc.option( arbitrary, { nil: null } );

const anyTry = fc.record( {
	ordinal: fc.constant( 1 ),
	called: fc.boolean(),
	rangAt: perhaps( anyInstant ),
	joined: fc.boolean(),
	talkSeconds: fc.nat( 600 ),
} );

export const anyRequest: fc.Arbitrary< CountedRequest > = fc
	.record( {
		state: fc.constantFrom(
			'scheduled',
			'queued',
			'talking',
			'done',
			'failed',
			'cancelled',
			'expired',
			'overdue'
		),
		channelId: fc.constantFrom( 'c1', 'c2' ),
		pageUrl: fc.constantFrom(
			null,
			'https://site.example/',
			'https://site.example/a?b=c#d',
			'/relative'
		),
		takenBy: perhaps( fc.integer( { min: 1, max: 3 } ) ),
		createdAt: anyInstant,
		requestedAt: anyInstant,
		bookedFor: perhaps( anyInstant ),
		awaitsBooking: fc.boolean(),
		endedAt: perhaps( anyInstant ),
		surveyScore: perhaps( fc.integer( { min: 1, max: 5 } ) ),
		cost: perhaps(
			fc.record( {
				micros: fc.nat( 1_000_000 ),
				currency: fc.constantFrom( 'EUR', 'USD' ),
			} )
		),
		tries: fc.array( anyTry, { maxLength: 3 } ).map( ( tries ) =>
			tries.map( ( one, index ) => ( {
				...one,
				ordinal: index + 1,
			} ) )
		),
	} )
	.map( ( request ) => ( {
		...request,
		// Nothing else waits for its time.
		awaitsBooking: request.awaitsBooking && request.state === 'scheduled',
	} ) );
