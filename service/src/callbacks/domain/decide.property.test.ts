import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOver } from './callback-request.js';
import type { Command } from './commands.js';
import { nextCheckAt } from './deadlines.js';
import { rankOf } from './leg.js';
import { atSeconds, Scenario, start } from './testing/scenario.js';

const legIds = [ 'company', 'client' ] as const;

const leg = fc.constantFrom( ...legIds );

/** Anything that may be said about a request, in any order, in whatever state it is. */
const anything: fc.Arbitrary< Command > = fc.oneof(
	leg.map( ( legId ): Command => ( { type: 'dial_leg', legId } ) ),
	leg.map( ( legId ): Command => ( {
		type: 'call_placed',
		legId,
		callSid: `CA-${ legId }`,
	} ) ),
	fc
		.record( {
			legId: leg,
			kind: fc.constantFrom(
				'permanent',
				'settings',
				'retryable',
				'unknown'
			),
		} )
		.map( ( told ): Command => ( {
			type: 'call_not_placed',
			code: '1',
			numberInvalid: false,
			...told,
		} ) ),
	fc
		.record( {
			legId: leg,
			status: fc.constantFrom(
				'queued',
				'ringing',
				'in_progress',
				'completed',
				'busy',
				'no_answer',
				'refused',
				'failed',
				'cancelled'
			),
			source: fc.constantFrom( 'told', 'asked' ),
			occurredAt: fc.integer( { min: 0, max: 100 } ).map( atSeconds ),
		} )
		.map( ( told ): Command => ( {
			type: 'call_reported',
			callSid: `CA-${ told.legId }`,
			code: null,
			...told,
		} ) ),
	fc
		.record( {
			legId: leg,
			what: fc.constantFrom( 'entered', 'hung_up', 'removed' ),
			occurredAt: fc.integer( { min: 0, max: 100 } ).map( atSeconds ),
		} )
		.map( ( told ): Command => ( {
			type: 'room_reported',
			callSid: `CA-${ told.legId }`,
			...told,
		} ) ),
	fc.constant< Command >( { type: 'room_started', occurredAt: start } ),
	fc.constant< Command >( { type: 'cancel', reason: 'changed_mind' } ),
	fc.constant< Command >( { type: 'look_again' } ),
	fc.constant< Command >( { type: 'check_deadline' } )
);

const story = fc.array(
	fc.record( {
		command: anything,
		pauseSeconds: fc.integer( { min: 0, max: 40 } ),
	} ),
	{ maxLength: 40 }
);

/** An order for a leg leaves once for each `leg_dialing`; only one that was refused for certain may be followed by another. */
function sendings( events: { type: string; legId?: string }[], legId: string ) {
	let inFlight = 0;
	for ( const event of events ) {
		if ( event.legId === legId ) {
			inFlight += event.type === 'leg_dialing' ? 1 : 0;
			inFlight -= event.type === 'leg_put_back' ? 1 : 0;
		}
		expect( inFlight ).toBeLessThanOrEqual( 1 );
	}
}

describe( 'whatever is said, in whatever order, how often and how late [N01]', () => {
	it( 'never dials a leg twice, never leaves a terminal state, and only raises a leg’s rank', () => {
		fc.assert(
			fc.property( story, ( steps ) => {
				const scenario = new Scenario();
				const events: { type: string; legId?: string }[] = [];
				let seconds = 0;
				for ( const { command, pauseSeconds } of steps ) {
					const before = scenario.request;
					scenario.when( command, ( seconds += pauseSeconds ) );
					events.push( ...scenario.last.events );
					if ( isOver( before ) ) {
						expect( scenario.request.state ).toBe( before.state );
						expect( scenario.happened ).not.toContain(
							'leg_dialing'
						);
					}
					if ( ! scenario.happened.includes( 'leg_put_back' ) ) {
						before.attempt.legs.forEach( ( old, index ) => {
							const now = scenario.request.attempt.legs[ index ];
							expect(
								now && rankOf( now )
							).toBeGreaterThanOrEqual( rankOf( old ) );
						} );
					}
				}
				legIds.forEach( ( legId ) => sendings( events, legId ) );
			} ),
			{ numRuns: 2_000 }
		);
	} );

	it( 'has nothing to do when the same thing is told again', () => {
		fc.assert(
			fc.property( story, anything, ( steps, command ) => {
				const scenario = new Scenario();
				let seconds = 0;
				for ( const step of steps ) {
					scenario.when(
						step.command,
						( seconds += step.pauseSeconds )
					);
				}
				// Asking is repeated on purpose, until the network's answer is an end.
				fc.pre(
					! (
						command.type === 'call_reported' &&
						command.source === 'asked'
					) && command.type !== 'call_not_placed'
				);
				scenario.when( command ).when( command );
				expect( scenario.happened ).toEqual( [] );
				expect(
					scenario.toDo.filter(
						( one ) => ! one.startsWith( 'dial_leg' )
					)
				).toEqual( [] );
			} ),
			{ numRuns: 2_000 }
		);
	} );

	it( 'ends by its deadlines when nothing more is ever heard', () => {
		fc.assert(
			fc.property( story, ( steps ) => {
				const scenario = new Scenario();
				let seconds = 0;
				for ( const { command, pauseSeconds } of steps ) {
					scenario.when( command, ( seconds += pauseSeconds ) );
				}
				for ( let checks = 0; checks < 1_000; checks++ ) {
					const at = nextCheckAt( scenario.request );
					if ( ! at ) {
						break;
					}
					scenario.when(
						{ type: 'check_deadline' },
						Math.max(
							seconds + 10,
							( at.getTime() - start.getTime() ) / 1_000
						)
					);
					seconds =
						( scenario.now.getTime() - start.getTime() ) / 1_000;
				}
				expect( isOver( scenario.request ) ).toBe( true );
				expect( nextCheckAt( scenario.request ) ).toBeNull();
				expect( seconds ).toBeLessThan( 3 * 3_600 );
			} ),
			{ numRuns: 1_000 }
		);
	} );
} );
