import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestAction } from '@rappel/contract';
import type { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { MailError } from '../mail/mail.js';
import {
	startedSmtpServer,
	type SmtpServerUnderTest,
} from '../mail/testing/started-smtp-server.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { TelephonyError } from '../telephony/telephony.js';
import {
	addresses,
	member,
	plain,
	teamUnderTest,
	toWhom,
} from './testing/team-under-test.js';

const toTeam = {
	team: [ { userId: 1 }, { userId: 2 } ],
	calls: {
		routing: 'team' as const,
		confirmation: 'never' as const,
	},
};

onEachDatabase( 'what the team is told of requests', ( open ) => {
	let smtp: SmtpServerUnderTest;
	let service: ServiceUnderTest;

	beforeEach( async () => {
		smtp = await startedSmtpServer();
	} );
	afterEach( () => smtp.stop() );

	describe( 'a missed call', () => {
		const start = async (
			by: 'email' | 'text_message',
			number?: string
		) => {
			service = await teamUnderTest( open(), smtp.url, toTeam );
			const first = await member( service, 1, {
				...( number && { number } ),
				alerts: { missedCall: by },
			} );
			await member( service, 2 );
			await service.submit( { name: 'Jeanne Petit' } );
			await service.jobs.run();
			return first;
		};
		const missed = async ( first: `+${ string }` ) => {
			await service.tell( first, 'ringing' );
			await service.tell( first, 'no_answer' );
		};

		it( 'is told to the agent who asked for it, with who it was and what comes next [R16]', async () => {
			const first = await start( 'email' );

			await missed( first );
			// The network may say so again.
			await service.tell( first, 'no_answer' );

			expect( smtp.letters.map( ( { to } ) => to ) ).toEqual( [
				[ 'agent1@boulangerie.example' ],
			] );
			expect( smtp.letters[ 0 ]?.raw ).toContain( 'text/html' );
			const [ letter ] = service.letters;
			expect( letter?.subject ).toBe( 'Appel manqué – Accueil' );
			expect( plain( letter?.text ) ).toContain(
				'Votre téléphone a sonné à 11 h pour un appel du canal « Accueil » (Boulangerie Martin)'
			);
			expect( plain( letter?.text ) ).toContain(
				'Numéro : 06 12 34 56 78\nNom : Jeanne Petit\nPage : Contact'
			);
			expect( plain( letter?.text ) ).toContain( 'La suite : ' );
		} );

		it( 'is told by text message to a mobile, in the plain signs that cost least', async () => {
			const first = await start( 'text_message' );

			await missed( first );

			expect( smtp.letters ).toEqual( [] );
			expect( service.telephony.messages ).toMatchObject( [
				{
					to: first,
					from: '+33123456700',
					text: expect.stringContaining(
						'Boulangerie Martin : appel manqué à 11 h (Jeanne Petit, 06 12 34 56 78).'
					),
				},
			] );
		} );

		it( 'is told by e-mail where the number is no mobile’s', async () => {
			const first = await start( 'text_message', '+33140000001' );

			await missed( first );

			expect( service.telephony.messages ).toEqual( [] );
			expect( toWhom( service.letters ) ).toEqual( [
				'agent1@boulangerie.example',
			] );
		} );

		it( 'that was busy is none, nor is it told to who did not ask', async () => {
			const first = await start( 'email' );

			await service.tell( first, 'busy' );
			await service.tell( '+33600000002', 'ringing' );
			await service.tell( '+33600000002', 'no_answer' );

			expect( service.letters ).toEqual( [] );
		} );

		it( 'is tried again while the mail server is away, and not sent once it is no news any more', async () => {
			const first = await start( 'email' );
			const { mail } = service;
			service.mail = {
				send: async () => {
					throw new MailError( 'retryable', 'away' );
				},
			};
			await expect( missed( first ) ).rejects.toThrow( MailError );

			service.mail = mail;
			await service.jobs.run();
			await service.jobs.run();

			expect( smtp.letters ).toHaveLength( 1 );

			await member( service, 2, { alerts: { missedCall: 'email' } } );
			service.mail = {
				send: async () => {
					throw new MailError( 'retryable', 'away' );
				},
			};
			await service.tell( '+33600000002', 'ringing' );
			await expect(
				service.tell( '+33600000002', 'no_answer' )
			).rejects.toThrow( MailError );
			service.mail = mail;
			service.now = new Date( service.now.getTime() + 3_601_000 );
			await service.jobs.run();

			expect( smtp.letters ).toHaveLength( 1 );
		} );

		it.each( [
			[ 'unknown', 0 ],
			[ 'permanent', 0 ],
			[ 'retryable', 1 ],
		] as const )(
			'whose text message ended %s is sent %i times more',
			async ( kind, more ) => {
				const first = await start( 'text_message' );
				await service.tell( first, 'ringing' );
				service.telephony.fail(
					new TelephonyError( kind, '30001', 'The network said no' )
				);

				const told = service.tell( first, 'no_answer' );
				await ( kind === 'retryable'
					? expect( told ).rejects.toThrow( TelephonyError )
					: told );
				await service.jobs.run();

				expect( service.telephony.messages ).toHaveLength( more );
			}
		);
	} );

	describe( 'a booking', () => {
		it( 'that nobody took is told once to those of the team who want to know [R16]', async () => {
			service = await teamUnderTest( open(), smtp.url, {
				...toTeam,
				retries: { company: { attempts: 1 } },
			} );
			const first = await member( service, 1 );
			await member( service, 2, {
				number: '+33140000002',
				alerts: { failedBooking: 'none' },
			} );
			await member( service, 3 );
			await service.submit( {
				name: 'Jeanne Petit',
				slot: '2026-11-24T13:00:00.000Z',
			} );
			service.now = new Date( '2026-11-24T13:00:00.000Z' );
			await service.jobs.run();
			await service.tell( first, 'no_answer' );
			await service.tell( '+33140000002', 'no_answer' );
			await service.pass( 60 );

			expect( await service.detail() ).toMatchObject( {
				state: 'failed',
			} );
			expect( toWhom( service.letters ) ).toEqual( [
				'agent1@boulangerie.example',
			] );
			expect( plain( service.letters[ 0 ]?.text ) ).toContain(
				'Le rappel prévu mardi 24 novembre à 14 h (canal « Accueil », Boulangerie Martin) n’a pas eu lieu.\n\nPersonne de l’entreprise n’a pris l’appel.'
			);
		} );

		it( 'that its client cancelled is told to nobody', async () => {
			service = await teamUnderTest( open(), smtp.url, toTeam );
			await member( service, 1 );
			const { status } = await service.submit( {
				slot: '2026-11-24T13:00:00.000Z',
			} );
			await service.callbacks.cancelRequest(
				{
					siteId: service.site.id,
					key: status.key,
					language: 'fr',
				},
				'changed_mind'
			);
			await service.jobs.run();

			expect( service.letters ).toEqual( [] );
		} );
	} );

	describe( 'the return timer', () => {
		const start = async ( settings: object = {} ) => {
			service = await teamUnderTest( open(), smtp.url, {
				...toTeam,
				calls: {
					...toTeam.calls,
					checkAvailability: true,
					ownerWaitMinutes: 60,
				},
				returnTimer: { minutes: 10 },
				...settings,
			} );
			await member( service, 1, { status: 'away' } );
			await member( service, 2, { status: 'online' } );
			await service.submit( { ownerUserId: 1 } );
			await service.jobs.run();
		};
		/** At once so much later: what is due by then is done. */
		const later = async ( seconds: number ) => {
			service.now = new Date( service.now.getTime() + seconds * 1_000 );
			await service.jobs.run();
			await service.callbacks.sweep();
			await service.jobs.run();
		};
		const types = async () =>
			( await service.detail() ).timeline.map( ( { type } ) => type );

		it( 'gives what waits for its owner to the team, though the process died meanwhile [N09]', async () => {
			await start();
			await later( 590 );
			expect( service.called() ).toEqual( [] );
			service.restart();

			await later( 15 );

			expect( service.called() ).toEqual( [ '+33600000002' ] );
			expect( await types() ).toContain( 'returned' );
		} );

		it( 'tells owner and supervisors once when nobody has handled it then either [N09]', async () => {
			await start();
			await service.presence( 2, 'away' );
			await later( 605 );
			expect( service.letters ).toEqual( [] );

			await later( 600 );
			await later( 600 );

			expect( toWhom( service.letters ) ).toEqual( [
				addresses.ownerEmail,
				'petit@boulangerie.example',
			] );
			expect( plain( service.letters[ 0 ]?.text ) ).toContain(
				'Un client attend un appel depuis mardi 24 novembre à 11 h'
			);
			expect(
				( await types() ).filter( ( type ) =>
					[ 'returned', 'supervisor_told' ].includes( type )
				)
			).toEqual( [ 'returned', 'supervisor_told' ] );
		} );

		it( 'is silent where its number was asked for anew, and where they have talked', async () => {
			await start( { queue: { expiresAfterMinutes: 5 } } );
			await service.presence( 2, 'away' );
			await later( 320 );
			expect( await service.detail() ).toMatchObject( {
				state: 'expired',
			} );
			await service.presence( 2, 'online' );
			await service.submit();
			await service.jobs.run();
			await service.talk( 60, '+33600000002' );

			await later( 700 );
			await later( 700 );

			expect( service.letters ).toEqual( [] );
		} );

		describe( 'of one that was given up', () => {
			const act = async ( action: RequestAction ) => {
				await service.callbacks.actOnRequests( service.site, {
					requestIds: [ await service.requestId() ],
					action,
					by: { userId: 1, supervises: true },
				} );
				await service.jobs.run();
			};

			it.each< RequestAction >( [
				{ action: 'handled', outcome: 'solved', note: null },
				{ action: 'block_number' },
			] )( 'is silent after $action', async ( action ) => {
				await start( { queue: { expiresAfterMinutes: 5 } } );
				await service.presence( 2, 'away' );
				await later( 310 );
				await act( action );

				await later( 1_000 );

				expect( service.letters ).toEqual( [] );
				expect( await types() ).not.toContain( 'supervisor_told' );
			} );
		} );

		it( 'counts anew from the time that somebody of the company gives it [N09]', async () => {
			await start();
			await service.callbacks.actOnRequests( service.site, {
				requestIds: [ await service.requestId() ],
				action: {
					action: 'reschedule',
					dueAt: new Date(
						service.now.getTime() + 3_600_000
					).toISOString(),
				},
				by: { userId: 1, supervises: true },
			} );

			await later( 700 );
			expect( await types() ).not.toContain( 'returned' );
			await service.presence( 2, 'away' );
			await later( 2_900 );
			await later( 601 );

			expect( await types() ).toContain( 'returned' );
		} );

		it( 'tells of one that was given up and is not handled [N09]', async () => {
			await start( { queue: { expiresAfterMinutes: 5 } } );
			await service.presence( 2, 'away' );

			await later( 310 );
			await later( 300 );
			await later( 600 );

			expect( toWhom( service.letters ) ).toHaveLength( 2 );
			expect( plain( service.letters[ 0 ]?.text ) ).toContain(
				'rappelez le client depuis Rappel → Tableau de bord en direct'
			);
		} );
	} );
} );
