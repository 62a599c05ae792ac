import { beforeEach, expect, it } from '@jest/globals';
import { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { CallScript } from '../telephony/call-script.js';

/** The clock of these tests stands at 10:00 in UTC, on a Tuesday: 11:00 in Paris. */
const office = { weekly: [ { day: 2, from: '09:00', to: '12:00' } ] };

const heard = ( script: CallScript ) =>
	'message' in script ? script.message.text.replaceAll( /\s/g, ' ' ) : '';

onEachDatabase( 'an agent who calls the site’s number', ( open ) => {
	let service: ServiceUnderTest;
	let from: string;
	const agent = () => service.agents.find( service.site.id, 7 );
	const saveProfile = ( given: object ) =>
		service.agents.save(
			{
				siteId: service.site.id,
				userId: 7,
				name: 'Zoé',
				number: from,
				email: null,
				language: 'fr',
				...given,
			},
			service.now
		);
	const log = () =>
		service.database.bound.select< { source: string; status: string } >(
			'SELECT source, status FROM presence_log WHERE site_id = $1 ORDER BY id',
			[ service.site.id ]
		);
	beforeEach( async () => {
		service = await ServiceUnderTest.start( open(), {
			openingHours: office,
			team: [ { userId: 7 } ],
			language: 'de',
		} );
		from = await service.agent( 7, 'offline' );
		await saveProfile( {} );
	} );

	it( 'hears in their language how they are, and sets their presence by a key [N17] [S15]', async () => {
		const menu = await service.ringIn( { from } );

		expect( menu ).toMatchObject( {
			type: 'ask_presence',
			again: false,
			message: { language: 'fr' },
		} );
		expect( heard( menu ) ).toBe(
			'Bonjour Zoé. Votre statut est : hors ligne. Pour passer en ligne, appuyez sur 1. Pour passer en absent, appuyez sur 2. Pour passer hors ligne, appuyez sur 3.'
		);
		const online = await service.choosePresence( '1', { from } );
		expect( online.type ).toBe( 'say_and_hang_up' );
		expect( heard( online ) ).toBe(
			'Votre statut est : en ligne, jusqu’à 12 h. Au revoir.'
		);
		expect( await agent() ).toMatchObject( {
			status: 'online',
			statusSource: 'phone',
		} );

		expect( heard( await service.ringIn( { from } ) ) ).toContain(
			'en ligne, jusqu’à 12 h.'
		);
		await service.choosePresence( '2', { from } );
		await service.choosePresence( '3', { from } );
		expect( await log() ).toEqual(
			[ 'online', 'away', 'offline' ].map( ( status ) => ( {
				source: 'phone',
				status,
			} ) )
		);
	} );

	it( 'sets it once when the network asks twice [N17]', async () => {
		await service.ringIn( { from } );
		const first = await service.choosePresence( '1', { from } );
		const again = await service.choosePresence( '1', { from } );

		expect( again ).toEqual( first );
		expect( await log() ).toHaveLength( 1 );
	} );

	it( 'is asked once more after a key that is none, and then changes nothing [N17]', async () => {
		await service.ringIn( { from } );

		expect( await service.choosePresence( '7', { from } ) ).toMatchObject( {
			type: 'ask_presence',
			again: true,
		} );
		const end = await service.choosePresence( null, {
			from,
			again: true,
		} );
		expect( end.type ).toBe( 'say_and_hang_up' );
		expect( heard( end ) ).toContain( 'n’a pas changé' );
		expect( await log() ).toEqual( [] );
	} );

	it( 'is warned outside of the hours [S18] [N17]', async () => {
		service.now = new Date( '2026-11-24T14:00:00.000Z' );
		await service.ringIn( { from } );

		expect(
			heard( await service.choosePresence( '1', { from } ) )
		).toContain( 'en dehors des heures d’ouverture' );
	} );

	it( 'is not made away for having no page open [N17] [N10]', async () => {
		await service.saveSettings( {
			openingHours: { always: true },
			presence: { awayAfterMinutes: 2 },
		} );
		await service.ringIn( { from } );
		await service.choosePresence( '1', { from } );
		service.now = new Date( service.now.getTime() + 3_600_000 );
		await service.presenceKeeping.sweep( service.now );

		expect( await agent() ).toMatchObject( { status: 'online' } );
	} );

	it( 'hears the language of their channel where WordPress said none [N17]', async () => {
		await saveProfile( { language: null } );

		expect( await service.ringIn( { from } ) ).toMatchObject( {
			type: 'ask_presence',
			message: { language: 'de' },
		} );
	} );

	it( 'is joined with the company while a request of their own is open, and asked for their presence afterwards [N17] [R20]', async () => {
		from = '+33612345678';
		await saveProfile( { number: '+33155555555' } );
		await service.submit( { number: from } );
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'no_answer' );
		await service.tell( 'company', 'completed' );
		await saveProfile( { number: from } );

		expect( await service.ringIn( { from } ) ).toMatchObject( {
			type: 'wait_in_room',
		} );
		await service.tell( 'client', 'completed' );
		await service.pass( 3 * 3_600 );
		expect( await service.detail() ).toMatchObject( {
			state: expect.stringMatching( /failed|expired|done/ ),
		} );
		expect( await service.ringIn( { from } ) ).toMatchObject( {
			type: 'ask_presence',
		} );
	} );

	it.each( [
		[ 'another number', { to: '+33199999999' } ],
		[ 'a number that is nobody’s', { from: '+33699999999' } ],
	] )( 'is not asked: %s [N17]', async ( _what, given ) => {
		expect( await service.ringIn( { from, ...given } ) ).toEqual( {
			type: 'refuse',
		} );
		expect(
			await service.choosePresence( '1', { from, ...given } )
		).toEqual( { type: 'hang_up' } );
		expect( await log() ).toEqual( [] );
	} );

	it( 'is not asked where two share a number: nobody can say who it is [N17]', async () => {
		await service.agents.save(
			{
				siteId: service.site.id,
				userId: 8,
				name: 'Ali',
				number: from,
				email: null,
			},
			service.now
		);

		expect( await service.ringIn( { from } ) ).toEqual( {
			type: 'refuse',
		} );
	} );

	it( 'is not asked once they were removed [N17]', async () => {
		await service.agents.remove( service.site.id, 7, service.now );

		expect( await service.ringIn( { from } ) ).toEqual( {
			type: 'refuse',
		} );
	} );
} );
