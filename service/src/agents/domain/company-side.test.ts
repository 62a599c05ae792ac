import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someHours } from '../../availability/testing/some-hours.js';
import { someAgent } from '../testing/some-agent.js';
import {
	companySide,
	someoneEligible,
	type CompanySide,
} from './company-side.js';
import { isEligible } from './presence.js';

const now = new Date( '2026-11-25T09:00:00.000Z' );
const open = someHours( { always: true } );
const closed = someHours();

/** Three agents on the team, all online, and one who is not on it. */
const ask = (
	given: Partial< Omit< CompanySide, 'plan' > > & {
		plan?: Partial< CompanySide[ 'plan' ] >;
	} = {}
) => {
	const { plan, ...rest } = given;
	return companySide( {
		team: [ 1, 2, 3 ].map( ( userId ) => ( { userId, priority: 1 } ) ),
		agents: [ 1, 2, 3, 9 ].map( ( userId ) => someAgent( { userId } ) ),
		hours: open,
		checkAvailability: false,
		ownerUserId: null,
		rung: { userIds: new Set(), destination: false },
		isMobile: ( number ) => number.startsWith( '+336' ),
		now,
		...rest,
		plan: {
			routing: 'team',
			destination: '+33123456789',
			distribution: 'in_order',
			confirmation: 'mobiles',
			owner: null,
			calledFrom: null,
			...plan,
		},
	} );
};
const called = ( given: Parameters< typeof ask >[ 0 ] = {} ) =>
	ask( given ).candidates.map( ( { userId, number } ) => userId ?? number );
const withStatus = ( ...statuses: Array< 'online' | 'away' | 'offline' > ) =>
	statuses.map( ( status, index ) =>
		someAgent( { userId: index + 1, status } )
	);
const check = { checkAvailability: true };
const toDestination = { routing: 'destination' as const };

describe( 'companySide: single number', () => {
	it( 'calls the destination, whoever is there [S11]', () => {
		expect( called( { plan: toDestination, agents: [] } ) ).toEqual( [
			'+33123456789',
		] );
	} );

	it( 'calls it once in an attempt', () => {
		expect(
			ask( {
				plan: toDestination,
				rung: { userIds: new Set(), destination: true },
			} )
		).toEqual( { candidates: [], worthWaiting: null } );
	} );

	it.each( [
		[ 'a member is online', [ 'offline', 'online', 'away' ], true ],
		[ 'nobody of the team is', [ 'offline', 'away', 'away' ], false ],
	] as const )(
		'with the check, when %s: %s [S13]',
		( _title, statuses, allowed ) => {
			expect(
				called( {
					...check,
					plan: toDestination,
					agents: [
						...withStatus( ...statuses ),
						someAgent( { userId: 9 } ),
					],
				} )
			).toEqual( allowed ? [ '+33123456789' ] : [] );
		}
	);

	it( 'with the check and no team, when anybody who may take callbacks is online [S13]', () => {
		const noTeam = { ...check, plan: toDestination, team: [] };

		expect(
			called( { ...noTeam, agents: [ someAgent( { userId: 9 } ) ] } )
		).toEqual( [ '+33123456789' ] );
		expect(
			called( {
				...noTeam,
				agents: [ someAgent( { userId: 9, status: 'away' } ) ],
			} )
		).toEqual( [] );
	} );

	it( 'with the check, when somebody without a number of their own is online: they sit at the destination [S13]', () => {
		expect(
			called( {
				...check,
				plan: toDestination,
				agents: [ someAgent( { userId: 1, number: null } ) ],
			} )
		).toEqual( [ '+33123456789' ] );
	} );

	it( 'not with the check outside the hours [S13] [S18]', () => {
		expect(
			called( { ...check, plan: toDestination, hours: closed } )
		).toEqual( [] );
	} );
} );

describe( 'companySide: consultants', () => {
	it( 'calls the team in its order, presence ignored, without the check [S12] [S14]', () => {
		expect(
			called( { agents: withStatus( 'offline', 'away', 'online' ) } )
		).toEqual( [ 1, 2, 3 ] );
	} );

	it( 'calls eligible agents only, with the check [S14]', () => {
		expect(
			called( {
				...check,
				agents: withStatus( 'offline', 'online', 'online' ),
			} )
		).toEqual( [ 2, 3 ] );
	} );

	it( 'calls nobody, with the check, when nobody is eligible [S14] [S16]', () => {
		expect(
			ask( { ...check, agents: withStatus( 'offline', 'away', 'away' ) } )
		).toEqual( { candidates: [], worthWaiting: null } );
		expect( called( { ...check, hours: closed } ) ).toEqual( [] );
	} );

	it( 'calls whom a request was assigned to, though not of the team, and nobody else [R05] [R11]', () => {
		const assigned = {
			ownerUserId: 9,
			plan: { owner: { userId: 9, waitSeconds: null } },
		};
		expect( called( assigned ) ).toEqual( [ 9 ] );
		expect( ask( { ...check, ...assigned, agents: [] } ) ).toEqual(
			ask( { ...check, agents: [] } )
		);
	} );

	it( 'calls at a time that the company chose who is online, outside the hours too [R11]', () => {
		const chosen = { plan: { calledFrom: now } };
		expect( called( { ...check, ...chosen, hours: closed } ) ).toEqual(
			called( { ...check, ...chosen } )
		);
		expect(
			called( {
				...check,
				...chosen,
				hours: closed,
				agents: withStatus( 'offline', 'offline', 'offline' ),
			} )
		).toEqual( [] );
	} );

	it( 'falls to the destination with an empty team [S12]', () => {
		expect( called( { team: [] } ) ).toEqual( [ '+33123456789' ] );
		expect( called( { team: [], plan: { destination: null } } ) ).toEqual(
			[]
		);
	} );

	it( 'never falls to the destination with a team', () => {
		expect( called( { agents: [] } ) ).toEqual( [] );
	} );

	it( 'asks by priority first [S14] [R03]', () => {
		const team = [
			{ userId: 1, priority: 2 },
			{ userId: 2, priority: 1 },
			{ userId: 3, priority: 2 },
		];
		const busy = new Date( '2026-11-25T08:59:00Z' );
		const agents = [
			someAgent( { userId: 1, lastOfferedAt: busy } ),
			someAgent( { userId: 2, lastOfferedAt: busy } ),
			someAgent( { userId: 3 } ),
		];

		expect( called( { team } ) ).toEqual( [ 2, 1, 3 ] );
		expect(
			called( { team, agents, plan: { distribution: 'round_robin' } } )
		).toEqual( [ 2, 3, 1 ] );
	} );

	it( 'tells who is rung together [R03]', () => {
		expect(
			ask( {
				team: [
					{ userId: 1, priority: 2 },
					{ userId: 2, priority: 1 },
					{ userId: 3, priority: 1 },
				],
				plan: { distribution: 'all_at_once' },
			} ).candidates.map( ( { userId, priority } ) => [
				userId,
				priority,
			] )
		).toEqual( [
			[ 2, 1 ],
			[ 3, 1 ],
			[ 1, 2 ],
		] );
	} );

	it( 'counts somebody idle from when they came online, if that was later than their last call [R03]', () => {
		const agents = [
			someAgent( {
				userId: 1,
				statusSince: new Date( '2026-11-25T08:50:00Z' ),
				lastEndedAt: new Date( '2026-11-25T07:00:00Z' ),
			} ),
			someAgent( {
				userId: 2,
				lastEndedAt: new Date( '2026-11-25T08:40:00Z' ),
			} ),
		];

		expect(
			called( {
				...check,
				agents,
				plan: { distribution: 'longest_idle' },
			} )
		).toEqual( [ 2, 1 ] );
	} );

	it( 'does not call whom this attempt has called, nor members without a number or unknown to the service', () => {
		expect(
			called( {
				agents: [
					someAgent( { userId: 1 } ),
					someAgent( { userId: 2, number: null } ),
				],
				rung: { userIds: new Set( [ 1 ] ), destination: false },
			} )
		).toEqual( [] );
	} );

	it.each( [
		[ 'mobiles', '+33612345678', true ],
		[ 'mobiles', '+33123456789', false ],
		[ 'always', '+33123456789', true ],
		[ 'never', '+33612345678', false ],
	] as const )(
		'asks for a key %s: of %s %s [R01]',
		( confirmation, number, expected ) => {
			const agents = [ someAgent( { userId: 1, number } ) ];

			expect(
				ask( { agents, plan: { confirmation } } ).candidates
			).toMatchObject( [ { number, mustConfirm: expected } ] );
			expect(
				ask( {
					plan: {
						...toDestination,
						destination: number,
						confirmation,
					},
				} ).candidates
			).toMatchObject( [ { number, mustConfirm: expected } ] );
		}
	);

	it( 'never chooses anybody who is not eligible, while availability is checked [S14] [S16] [S18]', () => {
		const date = fc
			.integer( { min: -2_880, max: 0 } )
			.map( ( minutes ) => new Date( now.getTime() + minutes * 60_000 ) );
		const agent = fc.record( {
			userId: fc.integer( { min: 1, max: 12 } ),
			status: fc.constantFrom( 'online', 'away', 'offline' ),
			statusSince: date,
			number: fc.option( fc.constant( '+33155550000' ) ),
			lastOfferedAt: fc.option( date ),
			lastEndedAt: fc.option( date ),
		} );
		const weekly = [
			{ day: 2, from: '14:00', to: '18:00' },
			{ day: 3, from: '09:00', to: '12:00' },
		];
		fc.assert(
			fc.property(
				fc.uniqueArray( agent, { selector: ( { userId } ) => userId } ),
				fc.uniqueArray( fc.integer( { min: 1, max: 12 } ) ),
				fc.constantFrom(
					'in_order' as const,
					'round_robin' as const,
					'longest_idle' as const,
					'all_at_once' as const
				),
				fc.option( fc.integer( { min: 1, max: 12 } ) ),
				( given, members, distribution, ownerUserId ) => {
					const hours = someHours( { weekly } );
					const agents = given.map( ( one ) => someAgent( one ) );
					const { candidates } = ask( {
						...check,
						agents,
						hours,
						team: members.map( ( userId ) => ( {
							userId,
							priority: 1 + ( userId % 3 ),
						} ) ),
						ownerUserId,
						plan: { destination: null, distribution },
					} );

					for ( const { userId, number } of candidates ) {
						const chosen = agents.find(
							( one ) => one.userId === userId
						);
						expect( members ).toContain( userId );
						expect( number ).toBe( chosen?.number );
						expect(
							chosen && isEligible( chosen, hours, now )
						).toBe( true );
					}
				}
			)
		);
	} );
} );

describe( 'companySide: the owner of a request', () => {
	it( 'is called alone, and waited for while they are in a call [R05]', () => {
		const answer = ask( { ownerUserId: 3 } );

		expect( answer.candidates.map( ( { userId } ) => userId ) ).toEqual( [
			3,
		] );
		expect( answer.worthWaiting ).toBe( 'owner_away' );
	} );

	it( 'is waited for while they are not there [R05]', () => {
		expect(
			ask( {
				...check,
				ownerUserId: 3,
				agents: withStatus( 'online', 'online', 'away' ),
			} )
		).toEqual( { candidates: [], worthWaiting: 'owner_away' } );
	} );

	it.each( [
		[ 'not on the team', 9, undefined ],
		[ 'unknown', 5, undefined ],
		[ 'without a number', 3, null ],
	] )(
		'is nobody when they are %s [R05]',
		( _title, ownerUserId, number ) => {
			const answer = ask( {
				ownerUserId,
				agents: [ 1, 2, 3, 9 ].map( ( userId ) =>
					someAgent( {
						userId,
						...( userId === 3 && number === null && { number } ),
					} )
				),
			} );

			expect( answer.worthWaiting ).toBeNull();
			expect( answer.candidates.length ).toBeGreaterThan( 1 );
		}
	);
} );

describe( 'someoneEligible', () => {
	it( 'looks at the team, or at everybody without one', () => {
		const agents = [ someAgent( { userId: 9 } ) ];
		const team = [ { userId: 1, priority: 1 } ];

		expect( someoneEligible( { team, agents, hours: open }, now ) ).toBe(
			false
		);
		expect(
			someoneEligible( { team: [], agents, hours: open }, now )
		).toBe( true );
	} );
} );
