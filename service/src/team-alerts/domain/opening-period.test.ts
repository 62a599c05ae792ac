import { describe, expect, it } from '@jest/globals';
import { alertSettingsSchema } from '@rappel/contract';
import { someAgent } from '../../agents/testing/some-agent.js';
import { someHours } from '../../availability/testing/some-hours.js';
import { periodBegunSince, toPrompt, toTell } from './opening-period.js';

/** A Wednesday in Paris, an hour ahead of UTC. */
const at = ( time: string ) => new Date( `2026-11-25T${ time }:00.000Z` );
const hours = someHours( {
	weekly: [
		{ day: 3, from: '09:00', to: '12:00' },
		{ day: 3, from: '14:00', to: '18:00' },
	],
} );
const morning = { startsAt: at( '08:00' ), endsAt: at( '11:00' ) };
const afternoon = { startsAt: at( '13:00' ), endsAt: at( '17:00' ) };

describe( 'the opening period under way', () => {
	it( 'is found from its first instant to its last, and each of a day by itself [N18]', () => {
		const of = ( time: string ) =>
			periodBegunSince( hours, at( '06:00' ), at( time ) );

		expect( of( '07:59' ) ).toBeNull();
		expect( of( '08:00' ) ).toEqual( morning );
		expect( of( '10:59' ) ).toEqual( morning );
		expect( of( '11:00' ) ).toBeNull();
		expect( of( '13:00' ) ).toEqual( afternoon );
	} );

	it( 'is not told of when it began before, or never closes', () => {
		expect(
			periodBegunSince( hours, at( '08:01' ), at( '08:10' ) )
		).toBeNull();
		expect(
			periodBegunSince(
				someHours( { always: true } ),
				at( '08:00' ),
				at( '09:00' )
			)
		).toBeNull();
		expect(
			periodBegunSince( someHours(), at( '08:00' ), at( '09:00' ) )
		).toBeNull();
	} );

	it( 'begins when the wall’s clock says so, on the day on which it changes', () => {
		const sunday = someHours( {
			weekly: [ { day: 7, from: '02:30', to: '12:00' } ],
		} );

		expect(
			periodBegunSince(
				sunday,
				new Date( '2026-03-29T00:00:00Z' ),
				new Date( '2026-03-29T01:10:00Z' )
			)?.startsAt
		).toEqual( new Date( '2026-03-29T01:00:00Z' ) );
	} );
} );

describe( 'what is told of it [N18]', () => {
	it.each( [
		[ '07:59', false, false ],
		[ '08:00', true, false ],
		[ '08:04', true, false ],
		[ '08:05', true, true ],
		[ '08:10', true, true ],
		[ '08:11', false, true ],
		[ '08:15', false, true ],
		[ '08:16', false, false ],
	] )( 'at %s: prompt %s, nobody there %s', ( time, prompt, nobody ) => {
		expect( toTell( hours, at( time ) ) ).toEqual( {
			prompt: prompt ? morning : null,
			nobodyThere: nobody ? morning : null,
		} );
	} );
} );

describe( 'who is prompted [N18]', () => {
	const opening = alertSettingsSchema.parse( { opening: 'email' } );
	const prompted = (
		given: Parameters< typeof someAgent >[ 0 ],
		team = [ { userId: 7, priority: 1 } ]
	) =>
		toPrompt(
			{
				team,
				agents: [ someAgent( { alerts: opening, ...given } ) ],
				hours,
			},
			at( '08:00' )
		).length === 1;
	const offline = { status: 'offline' } as const;

	it( 'is who asked for it and is not online', () => {
		expect( prompted( offline ) ).toBe( true );
		expect( prompted( { status: 'away' } ) ).toBe( true );
		expect(
			prompted( {
				...offline,
				alerts: alertSettingsSchema.parse( {} ),
			} )
		).toBe( false );
	} );

	it( 'is not who set themselves online before it opened', () => {
		expect(
			prompted( { status: 'online', statusSince: at( '07:30' ) } )
		).toBe( false );
		// Of the day before: that period is over.
		expect(
			prompted( {
				status: 'online',
				statusSince: new Date( '2026-11-18T09:00:00Z' ),
			} )
		).toBe( true );
	} );

	it( 'is nobody of another team; without a team everybody', () => {
		expect( prompted( { ...offline, userId: 8 } ) ).toBe( false );
		expect( prompted( { ...offline, userId: 8 }, [] ) ).toBe( true );
	} );

	it( 'is nobody on leave, or outside of their own hours', () => {
		expect(
			prompted( {
				...offline,
				hours: {
					weekly: null,
					leave: [
						{
							from: '2026-11-25T00:00',
							to: '2026-11-26T00:00',
							note: '',
						},
					],
				},
			} )
		).toBe( false );
		expect(
			prompted( {
				...offline,
				hours: {
					weekly: [ { day: 3, from: '14:00', to: '18:00' } ],
					leave: [],
				},
			} )
		).toBe( false );
		expect(
			prompted( {
				...offline,
				hours: {
					weekly: [ { day: 3, from: '09:00', to: '12:00' } ],
					leave: [],
				},
			} )
		).toBe( true );
	} );
} );
