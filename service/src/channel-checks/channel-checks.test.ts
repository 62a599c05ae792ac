import { beforeEach, expect, it } from '@jest/globals';
import {
	channelTestCallSchema,
	costEstimateSchema,
	readinessSchema,
	type ChannelSettingsInput,
	type Readiness,
} from '@rappel/contract';
import { someChannel } from '../channels/testing/some-channel.js';
import type { Channel } from '../channels/channel.js';
import { edgeApp, type EdgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { someSite } from '../sites/testing/some-site.js';
import type { CallStatus } from '../telephony/telephony.js';
import { TelephonyError } from '../telephony/telephony.js';

onEachDatabase( 'the checks of a channel', ( open ) => {
	let edge: EdgeApp;
	let site: Site;
	let channel: Channel;
	const wordpress = () =>
		signedAgent( edge.app, site, { clock: edge.clock } );
	const start = async (
		settings: Partial< ChannelSettingsInput > = {},
		given: Partial< Site > = {}
	) => {
		edge = edgeApp( open() );
		site = someSite( given );
		await edge.pairing.sites.create( site );
		channel = someChannel( settings, { siteId: site.id } );
		await edge.channels.create( channel );
	};
	const pass = ( seconds: number ) => {
		edge.clock.time = new Date(
			edge.clock.time.getTime() + seconds * 1_000
		);
	};

	const readiness = async ( language = 'en' ): Promise< Readiness > => {
		const { body } = await wordpress()
			.get(
				`/v1/channels/${ channel.id }/readiness?language=${ language }`
			)
			.expect( 200 );
		return readinessSchema.parse( body );
	};
	const states = async () =>
		Object.fromEntries(
			( await readiness() ).checks.map( ( { code, state } ) => [
				code,
				state,
			] )
		);
	const call = ( number = '06 12 34 56 78' ) =>
		wordpress().post( `/v1/channels/${ channel.id }/test-calls`, {
			number,
			language: 'en',
		} );
	const read = async ( id: string ) =>
		channelTestCallSchema.parse(
			(
				await wordpress()
					.get(
						`/v1/channels/${ channel.id }/test-calls/${ id }?language=en`
					)
					.expect( 200 )
			).body
		);

	beforeEach( () => start() );

	it( 'find nothing missing on a channel that can go live, and say what is so', async () => {
		await start( {}, { monthlyLimitMilli: 50_000 } );
		expect( await states() ).toEqual( {
			number: 'good',
			opening_hours: 'good',
			caller_id: 'good',
			countries: 'good',
			service_reachable: 'good',
			telephony_account: 'good',
			text_messages: 'good',
			spending_limit: 'good',
		} );
		const { checks } = await readiness( 'fr' );
		expect(
			checks.map( ( { detail } ) => detail.replaceAll( /\s/g, ' ' ) )
		).toMatchObject( [
			'Côté entreprise, c’est le 01 23 45 67 89 qui est appelé.',
			'Le canal a des heures d’ouverture.',
			'Les deux téléphones affichent le 01 23 45 67 00.',
			'Pays appelés : France.',
			'Le réseau téléphonique joint le service à l’adresse https://callback.example.',
			expect.stringMatching(
				/^Le compte de téléphonie répond\. Solde : 20,00/
			),
			'Les SMS partent de 01 23 45 67 00.',
			'Dépensé ce mois-ci : 0,00. Plafond : 50,00.',
		] );
	} );

	it( 'name the agents without a number [S12]', async () => {
		await start( {
			team: [ { userId: 7 }, { userId: 8 } ],
			calls: { routing: 'team', destinationNumber: null },
		} );
		expect( await states() ).toMatchObject( { number: 'missing' } );
		await wordpress().put( '/v1/agents/7', {
			name: 'Zoé',
			number: '06 12 34 56 78',
		} );
		await wordpress().put( '/v1/agents/8', {
			name: 'Karim',
			number: null,
		} );
		const { checks } = await readiness();
		expect( checks ).toEqual(
			expect.arrayContaining( [
				expect.objectContaining( { code: 'number', state: 'good' } ),
				{
					code: 'agent_numbers',
					state: 'warning',
					userIds: [ 8 ],
					detail: expect.stringContaining( 'Karim' ),
				},
			] )
		);
	} );

	it.each( [
		[ 'number', 'missing', { calls: { destinationNumber: null } }, {} ],
		[
			'number',
			'missing',
			{ fallback: { type: 'call_number' as const } },
			{},
		],
		[ 'opening_hours', 'missing', { openingHours: { weekly: [] } }, {} ],
		[ 'caller_id', 'missing', {}, { callerId: null } ],
		[ 'countries', 'missing', { guards: { allowedCountries: [] } }, {} ],
		[ 'text_messages', 'warning', {}, { callerId: null } ],
		[ 'spending_limit', 'warning', {}, {} ],
		[ 'survey_recipients', 'warning', { survey: { enabled: true } }, {} ],
		[
			'survey_recipients',
			'good',
			{
				survey: {
					enabled: true,
					recipients: [ 'claire@boulangerie.example' ],
				},
			},
			{},
		],
	] )( 'say of %s that it is %s', async ( code, state, settings, given ) => {
		await start( settings, given );
		expect( await states() ).toMatchObject( { [ code ]: state } );
	} );

	it.each( [
		[ 'simulated', 'good' ],
		[ 'not_public', 'missing' ],
		[ 'silent', 'warning' ],
	] as const )(
		'say whether the network reaches the service: %s is %s',
		async ( reach, state ) => {
			edge.reach.is = reach;
			expect( await states() ).toMatchObject( {
				service_reachable: state,
				telephony_account: reach === 'simulated' ? 'warning' : 'good',
			} );
		}
	);

	it.each( [
		[ 'settings', '20003', 'missing' ],
		[ 'unknown', 'timeout', 'warning' ],
	] as const )(
		'ask for the account: %s is %s',
		async ( kind, code, state ) => {
			edge.telephony.fail( new TelephonyError( kind, code, '' ) );
			expect( await states() ).toMatchObject( {
				telephony_account: state,
			} );
		}
	);

	it( 'show what the network refused, until it is mended', async () => {
		await edge.alerts.raise( site.id, 'telephony_caller_id', '21210' );
		expect( await states() ).toMatchObject( { caller_id: 'missing' } );
	} );

	it( 'say that the month’s money is spent [N20]', async () => {
		await start( {}, { monthlyLimitMilli: 1_000 } );
		await edge.spending.add(
			site,
			{ micros: 1_000_000, currency: 'EUR' },
			edge.clock.time
		);
		const { checks } = await readiness();
		expect(
			checks.find( ( { code } ) => code === 'spending_limit' )
		).toMatchObject( {
			state: 'missing',
			detail: expect.stringContaining( '€1.00 of €1.00' ),
		} );
		expect( ( await call().expect( 429 ) ).body.code ).toBe(
			'spending_limit_reached'
		);
		const { body } = await wordpress().get(
			`/v1/channels/${ channel.id }/availability?language=en`
		);
		expect( body ).toMatchObject( {
			immediate: false,
			deferred: false,
			reason: 'spending_limit_reached',
		} );
	} );

	it( 'call a number once, and say how it goes', async () => {
		const { body } = await call().expect( 201 );
		expect( channelTestCallSchema.parse( body ) ).toMatchObject( {
			state: 'calling',
			numberShown: '06 12 34 56 78',
		} );
		const [ placed ] = edge.telephony.calls;
		expect( placed?.order ).toMatchObject( {
			to: '+33612345678',
			from: site.callerId,
		} );
		expect( edge.telephony.announced[ 0 ] ).toMatch(
			/^Bonjour\. .*Accueil/
		);
		for ( const [ status, state ] of [
			[ 'ringing', 'ringing' ],
			[ 'in_progress', 'answered' ],
			[ 'completed', 'done' ],
		] as const ) {
			await edge.testCalls.changed( {
				testCallId: body.id,
				callSid: placed?.callSid ?? '',
				status,
				occurredAt: null,
				code: null,
			} );
			expect( await read( body.id ) ).toMatchObject( { state } );
		}
		expect( edge.telephony.calls ).toHaveLength( 1 );
	} );

	it.each( [
		[ 'busy', 'busy' ],
		[ 'no_answer', 'Nobody answered' ],
		[ 'refused', 'declined' ],
	] as Array< [ CallStatus, string ] > )(
		'ask the network when it cannot tell them: %s',
		async ( status, sentence ) => {
			const { body } = await call().expect( 201 );
			edge.telephony.set(
				edge.telephony.calls[ 0 ]?.callSid ?? '',
				status
			);
			expect( await read( body.id ) ).toMatchObject( {
				state: 'calling',
			} );
			pass( 4 );
			expect( await read( body.id ) ).toMatchObject( {
				state: 'failed',
				detail: expect.stringContaining( sentence ),
			} );
		}
	);

	it( 'never call twice when the answer was lost, and give up when nothing is heard [N01]', async () => {
		edge.telephony.fail(
			new TelephonyError( 'unknown', 'timeout', 'lost' ),
			true
		);
		const { body } = await call().expect( 201 );
		expect( body ).toMatchObject( {
			state: 'calling',
			detail: expect.stringContaining( 'may still ring' ),
		} );
		pass( 121 );
		expect( await read( body.id ) ).toMatchObject( { state: 'failed' } );
		expect( edge.telephony.calls ).toHaveLength( 1 );
	} );

	it.each( [
		[ '21219', 'trial' ],
		[ '21608', 'trial' ],
		[ '21215', 'Geographic permissions' ],
		[ '21210', 'number' ],
		[ '21211', '21211' ],
	] )( 'say what the network refused: %s', async ( code, sentence ) => {
		edge.telephony.fail( new TelephonyError( 'settings', code, '' ) );
		expect( ( await call().expect( 201 ) ).body ).toMatchObject( {
			state: 'failed',
			detail: expect.stringContaining( sentence ),
		} );
	} );

	it( 'call no number that a visitor could not be called at, and none more than five times an hour [R18]', async () => {
		expect(
			( await call( '0899 12 34 56' ).expect( 422 ) ).body
		).toMatchObject( {
			code: 'number_type_refused',
			field: 'number',
		} );
		expect(
			( await call( '+49 1512 3456789' ).expect( 422 ) ).body.code
		).toBe( 'number_country_refused' );
		for ( let made = 0; made < 5; made++ ) {
			await call().expect( 201 );
		}
		await call().expect( 429 );
		await call( '06 12 34 56 79' ).expect( 201 );
	} );

	it( 'are of the channel and of the site alone', async () => {
		const { body } = await call().expect( 201 );
		const other = someChannel( {}, { siteId: site.id } );
		await edge.channels.create( other );
		await wordpress()
			.get( `/v1/channels/${ other.id }/test-calls/${ body.id }` )
			.expect( 404 );
		const unknown = someChannel().id;
		for ( const path of [ 'readiness', 'estimate' ] ) {
			await wordpress()
				.get( `/v1/channels/${ unknown }/${ path }` )
				.expect( 404 );
		}
	} );

	it( 'forget numbers within a day [N15]', async () => {
		await call().expect( 201 );
		await edge.testCalls.sweep(
			new Date( edge.clock.time.getTime() + 86_400_001 )
		);
		expect(
			await open().bound.select( 'SELECT id FROM channel_test_calls', [] )
		).toEqual( [] );
	} );

	it( 'estimate by the network’s list what a callback costs, and say when nothing is known [N20]', async () => {
		const estimate = async () =>
			costEstimateSchema.parse(
				(
					await wordpress()
						.get( `/v1/channels/${ channel.id }/estimate` )
						.expect( 200 )
				).body
			);
		await start( { callTypes: 'immediate' } );
		expect( await estimate() ).toEqual( {
			milli: 280,
			currency: 'USD',
			basis: 'prices',
			talkMinutes: 3,
			callbacks: 0,
		} );
		await start( { callTypes: 'both' } );
		expect( ( await estimate() ).milli ).toBeGreaterThan(
			280 + 2 * 80 - 1
		);
		await start();
		edge.telephony.listed = null;
		expect( await estimate() ).toMatchObject( {
			milli: null,
			currency: null,
			basis: 'none',
		} );
	} );
} );
