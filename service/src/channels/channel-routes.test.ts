import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '@rappel/contract';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import { missingOf, type MissingInput } from './missing.js';
import { someChannel } from './testing/some-channel.js';

const settings = ( given: object = {} ) => ( {
	name: 'Accueil',
	calls: { destinationNumber: '01 23 45 67 89' },
	...given,
} );

onEachDatabase( 'channel routes', ( open ) => {
	let edge: EdgeApp;
	let site: Site;
	const agent = ( as: Site = site ) =>
		signedAgent( edge.app, as, { clock: edge.clock } );
	const create = async ( given: object = {} ) =>
		(
			await agent()
				.post( '/v1/channels', { settings: settings( given ) } )
				.expect( 201 )
		).body;

	beforeEach( async () => {
		edge = edgeApp( open() );
		site = someSite();
		await edge.pairing.sites.create( site );
	} );

	it( 'keeps the company’s numbers in E.164, whatever was typed [S11] [R19]', async () => {
		const channel = await create( {
			calls: {
				destinationNumber: '01.23.45.67.89',
				callerId: '09 12 34 56 78',
			},
		} );

		expect( channel ).toMatchObject( {
			version: 1,
			settings: {
				name: 'Accueil',
				calls: {
					destinationNumber: '+33123456789',
					callerId: '+33912345678',
					voice: 'woman',
					waitingMessage: {},
				},
			},
			missing: [],
			createdAt: '2026-11-25T08:00:00.000Z',
		} );
		expect(
			(
				await agent()
					.get( `/v1/channels/${ channel.id }` )
					.expect( 200 )
			).body
		).toEqual( channel );
	} );

	it( 'reads a number in the channel’s own country', async () => {
		const channel = await create( {
			calls: { destinationNumber: '020 7946 0000' },
			guards: { defaultCountry: 'GB', allowedCountries: [ 'GB' ] },
		} );

		expect( channel.settings.calls.destinationNumber ).toBe(
			'+442079460000'
		);
	} );

	it( 'keeps the fallback number in E.164, checked as the destination is [S14]', async () => {
		const fallback = ( number: string ) => ( {
			fallback: { type: 'call_number', number },
		} );

		expect(
			( await create( fallback( '06 12 34 56 78' ) ) ).settings.fallback
		).toMatchObject( { number: '+33612345678' } );
		expect(
			(
				await agent()
					.post( '/v1/channels', {
						settings: settings( fallback( '08 99 12 34 56' ) ),
					} )
					.expect( 422 )
			).body
		).toMatchObject( {
			code: 'number_type_refused',
			field: 'settings.fallback.number',
		} );
	} );

	it( 'keeps members of the team whom it does not know yet, each once, and says that nobody has a number [S12]', async () => {
		const channel = await create( {
			calls: { routing: 'team' },
			team: [ { userId: 8, priority: 2 }, { userId: 7 }, { userId: 8 } ],
		} );

		expect( channel.settings.team ).toEqual( [
			{ userId: 8, priority: 2 },
			{ userId: 7, priority: 1 },
		] );
		expect( channel.missing ).toEqual( [ 'team_numbers_missing' ] );

		await agent()
			.put( '/v1/agents/7', { name: 'Zoé', number: '06 12 34 56 78' } )
			.expect( 200 );
		expect(
			( await agent().get( `/v1/channels/${ channel.id }` ) ).body.missing
		).toEqual( [] );
	} );

	it.each( [
		[
			'destinationNumber',
			'08 99 12 34 56',
			'number_type_refused',
			/surtaxé/,
		],
		[
			'destinationNumber',
			'08 10 12 34 56',
			'number_type_refused',
			/facturé plus cher/,
		],
		[
			'destinationNumber',
			'3949',
			'number_type_refused',
			/numéros courts/,
		],
		[ 'destinationNumber', '112', 'number_type_refused', /urgence/ ],
		[
			'destinationNumber',
			'+870 773 123 456',
			'number_type_refused',
			/satellite/,
		],
		[ 'destinationNumber', '01 23', 'number_invalid', /trop court/ ],
		[ 'callerId', '06 12 34 56 78', 'number_type_refused', /06 ou 07/ ],
		[ 'callerId', '+33 7 67 12 34 56', 'number_type_refused', /06 ou 07/ ],
		[
			'callerId',
			'08 00 12 34 56',
			'number_type_refused',
			/fixe, mobile ou internet/,
		],
	] )(
		'refuses a %s of %s with a sentence [R18] [R19]',
		async ( field, typed, code, sentence ) => {
			const { body } = await agent()
				.post( '/v1/channels', {
					language: 'fr',
					settings: settings( { calls: { [ field ]: typed } } ),
				} )
				.expect( 422 );

			expect( body ).toMatchObject( {
				code,
				field: `settings.calls.${ field }`,
				detail: expect.stringMatching( sentence ),
			} );
			expect( ( await agent().get( '/v1/channels' ) ).body ).toEqual( {
				channels: [],
			} );
		}
	);

	it( 'saves the version that it was given, and refuses an older one [S31]', async () => {
		const { id } = await create();
		const save = ( version: number | undefined, name: string ) =>
			agent().put( `/v1/channels/${ id }`, {
				version,
				settings: settings( { name } ),
			} );

		expect(
			( await save( 1, 'Ventes' ).expect( 200 ) ).body
		).toMatchObject( { version: 2, settings: { name: 'Ventes' } } );
		expect( ( await save( 1, 'Support' ).expect( 409 ) ).body.code ).toBe(
			'channel_version_conflict'
		);
		expect(
			( await save( undefined, 'Support' ).expect( 400 ) ).body
		).toMatchObject( { code: 'invalid_request', field: 'version' } );
		expect(
			( await agent().get( `/v1/channels/${ id }` ) ).body.settings.name
		).toBe( 'Ventes' );
	} );

	it( 'lets one of two savers win', async () => {
		const { id } = await create();

		const statuses = await Promise.all(
			[ 'Un', 'Deux', 'Trois' ].map(
				async ( name ) =>
					(
						await agent().put( `/v1/channels/${ id }`, {
							version: 1,
							settings: settings( { name } ),
						} )
					).status
			)
		);

		expect( statuses.sort() ).toEqual( [ 200, 409, 409 ] );
	} );

	it( 'assigns nothing but settings [R18]', async () => {
		const id = '00000000-0000-4000-8000-000000000001';
		const { body } = await agent()
			.post( '/v1/channels', {
				id,
				siteId: id,
				version: 40,
				createdAt: '2000-01-01T00:00:00Z',
				settings: settings( {
					siteId: id,
					price: 0,
					calls: { state: 'x' },
				} ),
			} )
			.expect( 201 );

		expect( body ).toMatchObject( {
			version: 1,
			createdAt: '2026-11-25T08:00:00.000Z',
		} );
		expect( body.id ).not.toBe( id );
		expect( body.settings ).not.toHaveProperty( 'price' );
		expect( await edge.channels.find( id, body.id ) ).toBeNull();
		expect(
			await edge.channels.find( site.id, body.id )
		).not.toHaveProperty( 'settings.siteId' );
	} );

	it( 'shows a site nothing of another’s, and lets it change nothing there [N14]', async () => {
		const other = someSite();
		await edge.pairing.sites.create( other );
		const { id } = await create();

		expect( ( await agent( other ).get( '/v1/channels' ) ).body ).toEqual( {
			channels: [],
		} );
		await agent( other ).get( `/v1/channels/${ id }` ).expect( 404 );
		await agent( other )
			.put( `/v1/channels/${ id }`, { version: 1, settings: settings() } )
			.expect( 404 );
		await agent( other ).delete( `/v1/channels/${ id }` ).expect( 404 );
		await agent( other )
			.get( `/v1/channels/${ id }/availability` )
			.expect( 404 );
		expect(
			( await agent().get( `/v1/channels/${ id }` ).expect( 200 ) ).body
				.version
		).toBe( 1 );
	} );

	it( 'does not delete a channel with requests under way, and keeps the name of a deleted one', async () => {
		const { id } = await create();
		edge.busyChannels.add( id );
		expect(
			( await agent().delete( `/v1/channels/${ id }` ).expect( 409 ) )
				.body.code
		).toBe( 'channel_in_use' );
		edge.busyChannels.delete( id );

		await agent().delete( `/v1/channels/${ id }` ).expect( 204 );

		await agent().get( `/v1/channels/${ id }` ).expect( 404 );
		await agent().delete( `/v1/channels/${ id }` ).expect( 404 );
		expect( ( await agent().get( '/v1/channels' ) ).body.channels ).toEqual(
			[]
		);
		expect(
			( await edge.channels.findEvenRemoved( site.id, id ) )?.settings
				.name
		).toBe( 'Accueil' );
	} );

	it( 'shows the button while somebody could take the call, where availability is checked [S08] [S13] [S14]', async () => {
		const { id } = await create( {
			openingHours: { always: true },
			calls: {
				destinationNumber: '01 23 45 67 89',
				checkAvailability: true,
			},
			team: [ { userId: 7 } ],
		} );
		const reason = async () =>
			(
				await agent()
					.get( `/v1/channels/${ id }/availability` )
					.expect( 200 )
			).body.reason;
		const say = ( status: string ) =>
			agent().put( '/v1/agents/7/presence', { status } ).expect( 200 );

		expect( await reason() ).toBe( 'nobody_available' );
		await agent().put( '/v1/agents/7', { name: 'Zoé' } ).expect( 200 );
		await say( 'online' );
		expect( await reason() ).toBeNull();
		edge.fullChannels.add( id );
		expect( await reason() ).toBe( 'queue_full' );
		await say( 'away' );
		expect( await reason() ).toBe( 'nobody_available' );
	} );

	it( 'shows the button, nobody there, where something comes in place of a call', async () => {
		const { id } = await create( {
			openingHours: { always: true },
			calls: {
				destinationNumber: '01 23 45 67 89',
				checkAvailability: true,
			},
			fallback: { type: 'voicemail' },
		} );

		expect(
			( await agent().get( `/v1/channels/${ id }/availability` ) ).body
				.immediate
		).toBe( true );
	} );

	it( 'lists by name', async () => {
		await create( { name: 'Ventes' } );
		await create( { name: 'accueil' } );

		expect(
			( await agent().get( '/v1/channels' ) ).body.channels.map(
				( channel: { settings: { name: string } } ) =>
					channel.settings.name
			)
		).toEqual( [ 'accueil', 'Ventes' ] );
	} );

	it( 'answers whether the button is shown, and names the next opening in the visitor’s language [S08] [S10]', async () => {
		const { id } = await create( {
			openingHours: {
				weekly: [ { day: 3, from: '14:30', to: '18:00' } ],
			},
		} );
		const availability = async ( language: string ) =>
			(
				await agent()
					.get(
						`/v1/channels/${ id }/availability?language=${ language }`
					)
					.expect( 200 )
			).body;

		expect( await availability( 'fr' ) ).toEqual( {
			immediate: false,
			reason: 'closed',
			changesAt: '2026-11-25T13:30:00.000Z',
			nextOpening: {
				at: '2026-11-25T13:30:00.000Z',
				label: 'aujourd’hui à 14\u00a0h\u00a030',
			},
			deferred: true,
			unavailableSentence:
				'Nous ne pouvons pas vous rappeler tout de suite. Nous serons de nouveau là\u202f: aujourd’hui à 14\u00a0h\u00a030. Vous pouvez choisir un créneau.',
			serverTime: '2026-11-25T08:00:00.000Z',
		} );
		expect( ( await availability( 'en' ) ).nextOpening.label ).toBe(
			'today at 2:30\u00a0pm'
		);
		edge.clock.time = new Date( '2026-11-25T13:30:00Z' );
		expect( await availability( 'fr' ) ).toMatchObject( {
			immediate: true,
			reason: null,
			changesAt: '2026-11-25T17:00:00.000Z',
			nextOpening: null,
			deferred: true,
			unavailableSentence: null,
		} );
	} );

	it( 'keeps hours with exceptions, holidays and pauses [S07] [N05]', async () => {
		const openingHours = {
			always: false,
			weekly: [
				{ day: 5, from: '22:00', to: '02:00' },
				{ day: 6, from: '02:00', to: '04:00' },
			],
			exceptions: [
				{ date: '2026-12-24', ranges: [], note: 'inventaire' },
			],
			holidays: { country: 'FR', region: '57' },
			pauses: [
				{
					from: '2026-12-27T12:00',
					to: '2027-01-03T00:00',
					note: null,
				},
			],
		};

		expect(
			( await create( { openingHours } ) ).settings.openingHours
		).toEqual( openingHours );
	} );

	it( 'says of every hour that cannot be where it is and why, and saves nothing [S07] [S31]', async () => {
		const { body } = await agent()
			.post( '/v1/channels?language=fr', {
				settings: settings( {
					openingHours: {
						weekly: [
							{ day: 7, from: '22:00', to: '02:00' },
							{ day: 1, from: '01:00', to: '03:00' },
							{ day: 1, from: '03:00', to: '04:00' },
						],
						exceptions: [
							{ date: '2026-12-24', ranges: [] },
							{
								date: '2026-12-24',
								ranges: [
									{ from: '09:00', to: '12:00' },
									{ from: '11:00', to: '12:30' },
								],
							},
						],
						holidays: { country: 'FR', region: 'BY' },
						pauses: [
							{
								from: '2027-02-30T00:00',
								to: '2027-03-01T00:00',
							},
							{
								from: '2027-03-02T00:00',
								to: '2027-03-02T00:00',
							},
						],
					},
				} ),
			} )
			.expect( 400 );

		expect(
			body.errors.map( ( { field, code }: Problem ) => [ field, code ] )
		).toEqual( [
			[ 'settings.openingHours.weekly.1.from', 'ranges_overlap' ],
			[ 'settings.openingHours.exceptions.1.date', 'date_twice' ],
			[
				'settings.openingHours.exceptions.1.ranges.1.from',
				'ranges_overlap',
			],
			[ 'settings.openingHours.holidays.region', 'region_unknown' ],
			[ 'settings.openingHours.pauses.0.from', 'date_unknown' ],
			[ 'settings.openingHours.pauses.1.to', 'ends_before_start' ],
		] );
		expect( body.errors[ 3 ].detail ).toBe(
			'Cette région n’est pas connue. Choisissez-en une dans la liste, ou le pays entier.'
		);
		expect(
			( await agent().get( '/v1/channels' ).expect( 200 ) ).body.channels
		).toEqual( [] );
	} );

	it( 'answers by call types, and in the owner’s own words [S09] [S10]', async () => {
		const availability = async ( given: object ) => {
			const { id } = await create( given );
			return (
				await agent()
					.get( `/v1/channels/${ id }/availability?language=en` )
					.expect( 200 )
			).body;
		};
		const openingHours = {
			weekly: [ { day: 3, from: '14:30', to: '18:00' } ],
		};
		const bookingTexts = {
			unavailable: {
				en: 'Closed! Back {opening}.',
				fr: 'Fermé ! Retour {opening}.',
			},
		};

		expect(
			await availability( { openingHours, bookingTexts } )
		).toMatchObject( {
			deferred: true,
			unavailableSentence: 'Closed! Back today at 2:30\u00a0pm.',
		} );
		expect(
			await availability( {
				callTypes: 'deferred',
				openingHours: { always: true },
			} )
		).toMatchObject( {
			immediate: false,
			reason: 'deferred_only',
			deferred: true,
		} );
		expect(
			await availability( { callTypes: 'immediate', openingHours } )
		).toMatchObject( {
			immediate: false,
			deferred: false,
			unavailableSentence:
				'We are closed at the moment. Please try again during our opening hours. We are here again: today at 2:30\u00a0pm.',
		} );
		expect( await availability( { state: 'paused' } ) ).toMatchObject( {
			immediate: false,
			reason: 'paused',
			deferred: false,
			unavailableSentence: expect.stringMatching( /\w/ ),
		} );
	} );
} );

describe( 'missingOf', () => {
	const { settings: complete } = someChannel( {
		calls: { destinationNumber: '+33123456789', callerId: '+33123456700' },
	} );

	const missing = (
		given: typeof complete,
		others: Partial< MissingInput > = {}
	) =>
		missingOf( {
			settings: given,
			fallbackCallerId: null,
			agentNumbers: new Map(),
			...others,
		} );

	it( 'finds nothing missing in a channel that can call', () => {
		expect( missing( complete ) ).toEqual( [] );
	} );

	it( 'names all that is missing [R19]', () => {
		const { settings: empty } = someChannel( {
			guards: { allowedCountries: [] },
		} );
		empty.calls.destinationNumber = null;

		expect( missing( empty ) ).toEqual( [
			'destination_missing',
			'caller_id_missing',
			'countries_missing',
		] );
		expect(
			missing( empty, { fallbackCallerId: '+33123456700' } )
		).not.toContain( 'caller_id_missing' );
	} );

	it( 'needs an agent with a number, and no destination, where the team is called [S12]', () => {
		const { settings: team } = someChannel( {
			calls: {
				routing: 'team',
				destinationNumber: null,
				callerId: '+33123456700',
			},
			team: [ { userId: 7 }, { userId: 8 } ],
		} );

		expect(
			missing( team, {
				agentNumbers: new Map( [ [ 8, '+33155555508' ] ] ),
			} )
		).toEqual( [] );
		expect(
			missing( team, {
				agentNumbers: new Map( [ [ 9, '+33155555509' ] ] ),
			} )
		).toEqual( [ 'team_numbers_missing' ] );
		expect( missing( { ...team, team: [] } ) ).toEqual( [
			'destination_missing',
		] );
	} );

	it( 'needs a number to fall back on where one is called', () => {
		const calling = {
			...complete,
			fallback: { ...complete.fallback, type: 'call_number' as const },
		};

		expect( missing( calling ) ).toEqual( [ 'fallback_number_missing' ] );
		expect(
			missing( {
				...calling,
				fallback: { ...calling.fallback, number: '+33155555510' },
			} )
		).toEqual( [] );
	} );
} );
