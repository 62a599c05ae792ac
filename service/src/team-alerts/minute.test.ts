import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { MailError } from '../mail/mail.js';
import {
	startedSmtpServer,
	type SmtpServerUnderTest,
} from '../mail/testing/started-smtp-server.js';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { noFigures } from './testing/some-figures.js';
import {
	addresses,
	member,
	plain,
	teamUnderTest,
	toWhom,
} from './testing/team-under-test.js';

/** A Tuesday in Paris, an hour ahead of UTC: open from 9 to 12. */
const at = ( time: string ) => new Date( `2026-11-24T${ time }:00.000Z` );
const office = {
	openingHours: { weekly: [ { day: 2, from: '09:00', to: '12:00' } ] },
	team: [ { userId: 1 }, { userId: 2 } ],
	calls: { routing: 'team' as const, checkAvailability: true },
};
const opening = { opening: 'email' as const };

onEachDatabase( 'what the minute brings', ( open, place ) => {
	let smtp: SmtpServerUnderTest;
	let service: ServiceUnderTest;
	let others: Database[] = [];

	const start = async ( settings: object = {} ) => {
		service = await teamUnderTest( open(), smtp.url, {
			...office,
			...settings,
		} );
		service.now = at( '07:00' );
	};
	/** One minute's look on an instance, and the letters that come of it. */
	const look = async ( time: Date, instance = service ) => {
		instance.now = time;
		await instance.teamAlerts.everyMinute();
		await instance.jobs.run();
	};
	const instance = async () => {
		// Of SQLite's file there is one process only.
		if ( open().dialect === 'sqlite' ) {
			return service.onInstance( open() );
		}
		const database = await openDatabase( { url: place().url } );
		others.push( database );
		return service.onInstance( database );
	};
	const subjects = () =>
		service.letters.map( ( { subject } ) => plain( subject ) ).sort();

	beforeEach( async () => {
		smtp = await startedSmtpServer();
	} );
	afterEach( async () => {
		await smtp.stop();
		await Promise.all( others.map( ( database ) => database.close() ) );
		others = [];
	} );

	describe( 'an opening period that begins', () => {
		it( 'prompts who asked for it and is not online, once [N18]', async () => {
			await start();
			await member( service, 1, { alerts: opening } );
			await member( service, 2, { alerts: opening, status: 'online' } );
			await member( service, 3, { alerts: opening } );

			await look( at( '07:59' ) );
			expect( service.letters ).toEqual( [] );
			await look( at( '08:00' ) );
			await look( at( '08:01' ) );

			expect( toWhom( service.letters ) ).toEqual( [
				'agent1@boulangerie.example',
			] );
			expect( plain( service.letters[ 0 ]?.text ) ).toContain(
				'Le canal « Accueil » (Boulangerie Martin) a ouvert à 9 h, et vous n’êtes pas en ligne.'
			);
		} );

		it( 'prompts by text message who chose so', async () => {
			await start();
			const number = await member( service, 1, {
				alerts: { opening: 'text_message' },
			} );

			await look( at( '08:00' ) );

			expect( service.telephony.messages ).toMatchObject( [
				{ to: number },
			] );
		} );

		it( 'does not prompt who has gone offline since', async () => {
			await start();
			await member( service, 1, { alerts: opening, status: 'online' } );
			await look( at( '08:00' ) );
			await service.presence( 1, 'offline' );

			await look( at( '08:01' ) );

			expect( service.letters ).toEqual( [] );
		} );

		it( 'is made up for ten minutes after nothing ran, and not later [N18]', async () => {
			await start();
			await member( service, 1, { alerts: opening } );
			await member( service, 2, { status: 'online' } );

			await look( at( '08:09' ) );
			expect( service.letters ).toHaveLength( 1 );

			await look( new Date( '2026-12-01T08:11:00.000Z' ) );
			expect(
				service.letters.filter( ( { to } ) =>
					to.startsWith( 'agent1' )
				)
			).toHaveLength( 1 );
		} );

		it( 'is told once by two instances that look at the same time [N14]', async () => {
			await start();
			await member( service, 1, { alerts: opening } );
			const other = await instance();
			other.mail = service.mail;

			await Promise.all( [
				look( at( '08:00' ), service ),
				look( at( '08:00' ), other ),
			] );

			expect( service.letters ).toHaveLength( 1 );
		} );

		it( 'is told by whoever comes after a process that died before it could', async () => {
			await start();
			await member( service, 1, { alerts: opening } );
			service.now = at( '08:00' );
			await service.teamAlerts.everyMinute();
			service.restart();

			await look( at( '08:01' ) );

			expect( service.letters ).toHaveLength( 1 );
		} );

		it( 'is not told any more to who came online while the mail server was away', async () => {
			await start();
			await member( service, 1, { alerts: opening } );
			const { mail } = service;
			service.mail = {
				send: async () => {
					throw new MailError( 'retryable', 'away' );
				},
			};
			await expect( look( at( '08:00' ) ) ).rejects.toThrow( MailError );
			service.mail = mail;
			await service.presence( 1, 'online' );

			await look( at( '08:02' ) );

			expect( service.letters ).toEqual( [] );
		} );

		it( 'of a paused channel is nobody’s concern', async () => {
			await start( { state: 'paused' } );
			await member( service, 1, { alerts: opening } );

			await look( at( '08:05' ) );

			expect( service.letters ).toEqual( [] );
		} );
	} );

	describe( 'nobody there five minutes later', () => {
		it( 'is told to owner and supervisors, each address once, once a period [N18]', async () => {
			await start();
			await member( service, 1, { status: 'away' } );
			await look( at( '08:04' ) );
			expect( service.letters ).toEqual( [] );

			await look( at( '08:05' ) );
			await look( at( '08:06' ) );

			expect( toWhom( service.letters ) ).toEqual( [
				addresses.ownerEmail,
				'petit@boulangerie.example',
			] );
			expect( plain( service.letters[ 0 ]?.text ) ).toContain(
				'Le canal « Accueil » (Boulangerie Martin) a ouvert à 9 h, et personne qui puisse prendre ses appels n’est en ligne.'
			);
			await look( new Date( '2026-12-01T08:05:00.000Z' ) );
			expect( service.letters ).toHaveLength( 4 );
		} );

		it( 'is not told while somebody is, or where presence does not count', async () => {
			await start();
			await member( service, 1, { status: 'online' } );
			await look( at( '08:05' ) );
			expect( service.letters ).toEqual( [] );

			await service.presence( 1, 'offline' );
			await service.saveSettings( {
				calls: {
					destinationNumber: '+33123456789',
					routing: 'destination',
					checkAvailability: false,
				},
			} );
			await look( new Date( '2026-12-01T08:05:00.000Z' ) );

			expect( service.letters ).toEqual( [] );
		} );

		it( 'counts, where the team is called, those only who have a number', async () => {
			await start();
			await service.agents.save(
				{
					siteId: service.site.id,
					userId: 1,
					name: 'Zoé',
					number: null,
					email: null,
				},
				service.now
			);
			await service.presence( 1, 'online' );

			await look( at( '08:05' ) );

			expect( service.letters ).toHaveLength( 2 );
		} );

		it( 'is made up until a quarter past, and not later', async () => {
			await start();
			await look( at( '08:16' ) );
			expect( service.letters ).toEqual( [] );

			await look( new Date( '2026-12-01T08:15:00.000Z' ) );
			expect( service.letters ).toHaveLength( 2 );
		} );
	} );

	describe( 'the daily report', () => {
		const report = { dailyReport: 'email' as const };
		const figures = {
			...noFigures,
			requests: 12,
			joined: 9,
			joinedAtFirstTry: 8,
			missed: 2,
			cancelled: 1,
			medianSecondsToRing: 3.4,
			talkSeconds: 1_925,
			scores: [ 0, 0, 1, 2, 1 ],
			costMilli: 1_234,
			currency: 'EUR',
		};

		it( 'has yesterday’s figures at eight by the site’s clock, once [R16]', async () => {
			await start();
			service.figures = figures;
			await member( service, 1, { alerts: report } );
			await member( service, 2 );

			await look( at( '06:59' ) );
			expect( service.letters ).toEqual( [] );
			await look( at( '07:00' ) );
			await look( at( '07:01' ) );

			expect( subjects() ).toEqual( [
				'Lundi 23 novembre en chiffres – Boulangerie Martin',
			] );
			expect( toWhom( service.letters ) ).toEqual( [
				'agent1@boulangerie.example',
			] );
			const text = plain( service.letters[ 0 ]?.text );
			for ( const line of [
				'Demandes : 12',
				'Appels aboutis : 9 sur 12',
				'Manquées : 2',
				'Secondes avant la première sonnerie (médiane) : 3',
				'Minutes de conversation : 33',
				'Note moyenne (sur 5) : 4',
				'Coût des appels et des SMS : 1,23 €',
			] ) {
				expect( text ).toContain( line );
			}
			expect( service.letters[ 0 ]?.html ).toContain( '<td>12</td>' );
		} );

		it( 'of a day on which nothing happened is not sent, however often it is looked at', async () => {
			await start();
			await member( service, 1, { alerts: report } );
			await look( at( '07:00' ) );
			service.figures = figures;

			await look( at( '07:01' ) );

			expect( service.letters ).toEqual( [] );
		} );

		it( 'is sent once by two instances, and each day anew [N14]', async () => {
			await start();
			service.figures = figures;
			await member( service, 1, { alerts: report } );
			const other = await instance();
			other.mail = service.mail;
			other.figures = figures;

			await Promise.all( [
				look( at( '07:00' ), service ),
				look( at( '07:00' ), other ),
			] );
			expect( service.letters ).toHaveLength( 1 );

			await look( new Date( '2026-11-25T07:00:00.000Z' ) );
			expect( subjects() ).toContain(
				'Mardi 24 novembre en chiffres – Boulangerie Martin'
			);
		} );

		it( 'is still sent until noon when nothing ran at eight', async () => {
			await start();
			service.figures = figures;
			await member( service, 1, { alerts: report } );

			await look( at( '11:00' ) );
			expect( service.letters.map( ( { to } ) => to ) ).not.toContain(
				'agent1@boulangerie.example'
			);

			await look( new Date( '2026-11-25T10:59:00.000Z' ) );
			expect( toWhom( service.letters ) ).toEqual( [
				'agent1@boulangerie.example',
			] );
		} );
	} );

	it( 'forgets what it told long ago', async () => {
		await start();
		await look( at( '08:05' ) );

		await service.teamAlerts.sweep(
			new Date( '2027-03-01T00:00:00.000Z' )
		);

		const rows = await open().bound.select(
			'SELECT id FROM team_alerts WHERE site_id = $1',
			[ service.site.id ]
		);
		expect( rows ).toEqual( [] );
	} );
} );
