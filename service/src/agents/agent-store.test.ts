import { randomUUID } from 'node:crypto';
import { alertSettingsSchema } from '@rappel/contract';
import { beforeEach, expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createAgentStore, type AgentStore } from './agent-store.js';

const at = ( minutes: number ) =>
	new Date( Date.parse( '2026-11-25T08:00:00.123Z' ) + minutes * 60_000 );

onEachDatabase( 'agent store', ( open ) => {
	let agents: AgentStore;
	const siteId = randomUUID();
	const save = ( userId: number, given: object = {}, minutes = 0 ) =>
		agents.save(
			{
				siteId,
				userId,
				name: `Agent ${ userId }`,
				number: '+33612345678',
				email: null,
				...given,
			},
			at( minutes )
		);

	beforeEach( () => {
		agents = createAgentStore( open() );
	} );

	it( 'begins offline, and keeps status and turn through a new profile', async () => {
		await save( 7 );
		expect( await agents.find( siteId, 7 ) ).toEqual( {
			siteId,
			userId: 7,
			name: 'Agent 7',
			number: '+33612345678',
			email: null,
			status: 'offline',
			statusSince: at( 0 ),
			statusSource: 'page',
			seenAt: null,
			missedCallAt: null,
			language: null,
			hours: { weekly: null, leave: [] },
			alerts: alertSettingsSchema.parse( {} ),
			lastOfferedAt: null,
			lastEndedAt: null,
		} );

		await agents.saveStatus(
			{ siteId, userId: 7, status: 'online' },
			at( 1 )
		);
		await agents.noteOffered( siteId, [ 7, 8 ], at( 2 ) );
		await agents.noteEnded( siteId, 7, at( 3 ) );
		await save( 7, { name: 'Zoé', email: 'zoe@boulangerie.example' }, 4 );

		expect( await agents.find( siteId, 7 ) ).toMatchObject( {
			name: 'Zoé',
			email: 'zoe@boulangerie.example',
			status: 'online',
			statusSince: at( 1 ),
			lastOfferedAt: at( 2 ),
			lastEndedAt: at( 3 ),
		} );
	} );

	it( 'keeps the name of somebody who was removed, and has them offline when they come back', async () => {
		await save( 7 );
		await agents.saveStatus(
			{ siteId, userId: 7, status: 'online' },
			at( 1 )
		);

		expect( await agents.remove( siteId, 7, at( 2 ) ) ).toBe( true );
		expect( await agents.remove( siteId, 7, at( 2 ) ) ).toBe( false );
		expect(
			await agents.saveStatus(
				{ siteId, userId: 7, status: 'online' },
				at( 3 )
			)
		).toBe( false );
		expect( await agents.list( siteId ) ).toEqual( [] );
		expect( await agents.numbers( siteId ) ).toEqual( new Map() );
		expect( await agents.names( siteId ) ).toEqual(
			new Map( [ [ 7, 'Agent 7' ] ] )
		);

		await save( 7, {}, 4 );
		expect( await agents.find( siteId, 7 ) ).toMatchObject( {
			status: 'offline',
		} );
	} );

	it( 'lists by name, and the numbers of those who have one', async () => {
		await save( 1, { name: 'Zoé' } );
		await save( 2, { name: 'Émile', number: null } );
		await save( 3, { name: 'Fanny', number: '+33155555503' } );

		expect(
			( await agents.list( siteId ) ).map( ( { name } ) => name )
		).toEqual( [ 'Émile', 'Fanny', 'Zoé' ] );
		expect( await agents.numbers( siteId ) ).toEqual(
			new Map( [
				[ 1, '+33612345678' ],
				[ 3, '+33155555503' ],
			] )
		);
	} );

	it( 'shows a site nothing of another’s, and changes nothing there [N14]', async () => {
		await save( 7 );
		const other = randomUUID();

		expect( await agents.list( other ) ).toEqual( [] );
		expect( await agents.find( other, 7 ) ).toBeNull();
		expect( await agents.remove( other, 7, at( 1 ) ) ).toBe( false );
		expect(
			await agents.saveStatus(
				{ siteId: other, userId: 7, status: 'online' },
				at( 1 )
			)
		).toBe( false );
		await agents.noteOffered( other, [ 7 ], at( 1 ) );
		expect( await agents.find( siteId, 7 ) ).toMatchObject( {
			status: 'offline',
			lastOfferedAt: null,
		} );
	} );
} );
