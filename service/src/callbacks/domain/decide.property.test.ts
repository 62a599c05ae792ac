import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOver, type CallbackRequest } from './callback-request.js';
import type { Command } from './commands.js';
import { nextCheckAt } from './deadlines.js';
import type { RequestEvent } from './events.js';
import { isLive, rankOf } from './leg.js';
import { legScript } from './leg-script.js';
import { Scenario, start } from './testing/scenario.js';
import { anyStep, anyStory, type Step } from './testing/stories.js';

interface Told {
	command: Command;
	before: CallbackRequest;
	events: readonly RequestEvent[];
}

function tell(
	scenario: Scenario,
	steps: readonly Step[],
	look: ( told: Told ) => void = () => undefined
): number {
	let seconds = ( scenario.now.getTime() - start.getTime() ) / 1_000;
	for ( const { command: make, pauseSeconds } of steps ) {
		const command = make( scenario );
		if ( command ) {
			const before = scenario.request;
			scenario.when( command, ( seconds += pauseSeconds ) );
			look( { command, before, events: scenario.last.events } );
		}
	}
	return seconds;
}

const scenarioOf = ( { plan, first }: { plan: object; first: object } ) =>
	new Scenario( { plan, ...first } );

/** An order for a leg leaves once for each `leg_dialing`; only one that was refused for certain may be followed by another. */
function expectOneOrderALeg( events: readonly RequestEvent[] ) {
	const inFlight = new Map< string, number >();
	for ( const event of events ) {
		if ( event.type === 'leg_dialing' || event.type === 'leg_put_back' ) {
			const orders =
				( inFlight.get( event.legId ) ?? 0 ) +
				( event.type === 'leg_dialing' ? 1 : -1 );
			inFlight.set( event.legId, orders );
			expect( orders ).toBeLessThanOrEqual( 1 );
		}
	}
}

/** Lets nobody say anything but the clock, until nothing is to be checked any more. */
function driveClock(
	scenario: Scenario,
	answer: ( scenario: Scenario ) => void
) {
	for ( let checks = 0; checks < 5_000; checks++ ) {
		const at = nextCheckAt( scenario.request );
		if ( ! at ) {
			return;
		}
		scenario.when(
			{ type: 'check_deadline' },
			Math.max( scenario.now.getTime() + 5_000, at.getTime() ) / 1_000 -
				start.getTime() / 1_000
		);
		answer( scenario );
	}
}

describe( 'whatever is said, in whatever order, how often and how late [N01]', () => {
	it( 'never dials a leg twice, never leaves a terminal state, and only raises a leg’s rank', () => {
		fc.assert(
			fc.property( anyStory, ( story ) => {
				const scenario = scenarioOf( story );
				const events = [ ...scenario.last.events ];
				tell( scenario, story.steps, ( { before, events: now } ) => {
					events.push( ...now );
					if ( isOver( before ) ) {
						expect( scenario.request.state ).toBe( before.state );
						expect( scenario.happened ).not.toContain(
							'leg_dialing'
						);
					}
					if ( ! scenario.happened.includes( 'leg_put_back' ) ) {
						for ( const old of before.attempt.legs ) {
							const now1 = scenario.request.attempt.legs.find(
								( { id } ) => id === old.id
							);
							if ( now1 ) {
								expect( rankOf( now1 ) ).toBeGreaterThanOrEqual(
									rankOf( old )
								);
							}
						}
					}
				} );
				expectOneOrderALeg( events );
			} ),
			{ numRuns: 500 }
		);
	} );

	it( 'never begins an attempt while a call of the last one may live', () => {
		fc.assert(
			fc.property( anyStory, ( story ) => {
				const scenario = scenarioOf( story );
				tell( scenario, story.steps, ( { before, events } ) => {
					if (
						events.some(
							( { type } ) => type === 'attempt_started'
						)
					) {
						expect( before.attempt.legs.filter( isLive ) ).toEqual(
							[]
						);
					}
				} );
			} ),
			{ numRuns: 500 }
		);
	} );

	it( 'never rings the client by two calls, and joins one of each side at most', () => {
		fc.assert(
			fc.property( anyStory, ( story ) => {
				const scenario = scenarioOf( story );
				tell( scenario, story.steps, () => {
					const { request } = scenario;
					const { legs } = request.attempt;
					expect(
						legs.filter(
							( leg ) => leg.party === 'client' && isLive( leg )
						).length
					).toBeLessThanOrEqual( 1 );
					expect(
						legs.filter(
							( leg ) =>
								legScript( request, leg.id ).type === 'join'
						).length
					).toBeLessThanOrEqual( 1 );
					if ( request.state === 'talking' ) {
						expect(
							legs.filter(
								( leg ) =>
									leg.party === 'company' &&
									leg.state === 'answered'
							).length
						).toBeLessThanOrEqual( 1 );
					}
				} );
			} ),
			{ numRuns: 500 }
		);
	} );

	it( 'asks for one score at most, and never after one was given [S29]', () => {
		fc.assert(
			fc.property( anyStory, ( story ) => {
				const scenario = scenarioOf( story );
				let scores = 0;
				tell( scenario, story.steps, ( { events } ) => {
					for ( const { type } of events ) {
						scores += type === 'survey_answered' ? 1 : 0;
						expect( scores > 0 && type === 'survey_started' ).toBe(
							false
						);
					}
				} );
				expect( scores ).toBeLessThanOrEqual( 1 );
			} ),
			{ numRuns: 500 }
		);
	} );

	it( 'has nothing to do when the same thing is told again', () => {
		const repeatable: Command[ 'type' ][] = [
			'call_placed',
			'call_reported',
			'call_missing',
			'human_judged',
			'room_reported',
			'room_started',
			'room_left',
			'agent_left',
			'voicemail_left',
			'cancel',
			'move_booking',
			'assign',
			'reschedule',
			'handle',
		];
		fc.assert(
			fc.property( anyStory, anyStep, ( story, step ) => {
				const scenario = scenarioOf( story );
				tell( scenario, story.steps );
				const command = step.command( scenario );
				fc.pre(
					command !== null &&
						repeatable.includes( command.type ) &&
						// Asking is repeated on purpose, until the network's answer is an end.
						! (
							command.type === 'call_reported' &&
							command.source === 'asked'
						)
				);
				if ( command ) {
					scenario.when( command ).when( command );
					expect( scenario.happened ).toEqual( [] );
					expect( scenario.toDo ).toEqual( [] );
				}
			} ),
			{ numRuns: 500 }
		);
	} );

	it.each( [
		[ 'nothing more is ever heard', () => undefined ],
		[
			'the network says for ever that each call lives',
			( scenario: Scenario ) => {
				for ( const leg of scenario.request.attempt.legs ) {
					const callSid = 'callSid' in leg ? leg.callSid : null;
					if ( leg.state === 'answered' && callSid && leg.askedAt ) {
						scenario.when( {
							type: 'call_reported',
							legId: leg.id,
							callSid,
							status: 'in_progress',
							occurredAt: scenario.now,
							source: 'asked',
							code: null,
						} );
					}
				}
			},
		],
	] )( 'is not in any state for ever when %s', ( _, answer ) => {
		fc.assert(
			fc.property( anyStory, ( story ) => {
				const scenario = scenarioOf( story );
				tell( scenario, story.steps );
				driveClock( scenario, answer );
				expect( isOver( scenario.request ) ).toBe( true );
				expect( nextCheckAt( scenario.request ) ).toBeNull();
			} ),
			{ numRuns: 500 }
		);
	} );
} );
