import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualJobs } from '../callbacks/testing/manual-jobs.js';
import { createChannelStore } from '../channels/channel-store.js';
import type { Channel } from '../channels/channel.js';
import { someChannel } from '../channels/testing/some-channel.js';
import { edgeApp } from '../http/testing/edge-app.js';
import { signedAgent } from '../http/testing/signed-agent.js';
import { createJobs } from '../jobs/create-jobs.js';
import type { Jobs } from '../jobs/jobs.js';
import { createLogger } from '../logging.js';
import { MailError, type Mail, type MailErrorKind } from '../mail/mail.js';
import { createSmtpMail } from '../mail/smtp-mail.js';
import {
	startedSmtpServer,
	type SmtpServerUnderTest,
} from '../mail/testing/started-smtp-server.js';
import type { Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { createSiteStore } from '../sites/site-store.js';
import { someSite } from '../sites/testing/some-site.js';
import { createSurveyRoutes } from './survey-routes.js';
import { createSurveyStore } from './survey-store.js';
import { createSurveys, type Surveys } from './surveys.js';

const time = new Date( '2026-11-25T08:00:00.000Z' );
const clock = { now: () => time };

onEachDatabase( 'createSurveys', ( open ) => {
	let smtp: SmtpServerUnderTest;
	let site: Site;
	let channel: Channel;
	let requestId: string;
	let jobs: ManualJobs;

	/** Fails so often with this, then hands over for real. */
	const troubled = ( kind: MailErrorKind, times: number ): Mail => {
		const real = createSmtpMail( {
			smtpUrl: smtp.url,
			from: 'Rappel <rappel@service.example>',
		} );
		let left = times;
		return {
			async send( letter ) {
				if ( left-- > 0 ) {
					throw new MailError( kind, 'The server said no' );
				}
				await real.send( letter );
			},
		};
	};
	const surveysWith = ( mail: Mail | null, realJobs?: Jobs ): Surveys => {
		const database: Database = open();
		jobs = new ManualJobs( database, clock );
		return createSurveys( {
			database,
			jobs: realJobs ?? jobs,
			channels: createChannelStore( database ),
			sites: createSiteStore( database ),
			mail,
			readRequest: async () => ( {
				number: '+33612345678',
				name: 'Jeanne Petit',
				agentName: 'Paul Martin',
				pageTitle: 'Nos gâteaux',
				pageUrl: 'https://boulangerie.example/gateaux',
			} ),
			clock,
			logger: createLogger( 'silent' ),
		} );
	};
	const scored = ( score: number ) => ( {
		siteId: site.id,
		channelId: channel.id,
		requestId,
		userId: 7,
		score,
	} );

	beforeEach( async () => {
		smtp = await startedSmtpServer();
		site = someSite();
		requestId = randomUUID();
		channel = someChannel(
			{
				survey: {
					enabled: true,
					alertAtOrBelow: 2,
					recipients: [
						'martin@boulangerie.example',
						'petit@boulangerie.example',
						'Martin@boulangerie.example',
					],
				},
			},
			{ siteId: site.id }
		);
		await createSiteStore( open() ).create( site );
		await createChannelStore( open() ).create( channel );
	} );
	afterEach( () => smtp.stop() );

	it( 'keeps the score with request, agent and channel [S29]', async () => {
		await surveysWith( null ).scored( scored( 4 ) );

		expect(
			await createSurveyStore( open() ).scoreOf( site.id, requestId )
		).toEqual( {
			siteId: site.id,
			channelId: channel.id,
			requestId,
			userId: 7,
			score: 4,
			answeredAt: time,
		} );
		expect(
			await createSurveyStore( open() ).scoreOf( randomUUID(), requestId )
		).toBeNull();
	} );

	it( 'tells each recipient once of a score at the threshold, whatever is told twice [S30]', async () => {
		const surveys = surveysWith( troubled( 'retryable', 0 ) );

		await surveys.scored( scored( 2 ) );
		await surveys.scored( scored( 1 ) );
		await jobs.run();
		await jobs.run();

		expect( smtp.letters.flatMap( ( { to } ) => to ).sort() ).toEqual( [
			'martin@boulangerie.example',
			'petit@boulangerie.example',
		] );
		for ( const { raw } of smtp.letters ) {
			expect( raw ).toContain( 'Accueil' );
			expect( raw ).toContain( '+33612345678' );
			expect( raw ).toContain( 'Paul Martin' );
		}
		expect(
			await createSurveyStore( open() ).scoreOf( site.id, requestId )
		).toMatchObject( { score: 2 } );
	} );

	it( 'tells nobody of a score above the threshold [S30]', async () => {
		const surveys = surveysWith( troubled( 'retryable', 0 ) );

		await surveys.scored( scored( 3 ) );
		await jobs.run();

		expect( jobs.table.entries ).toEqual( [] );
		expect( smtp.letters ).toEqual( [] );
	} );

	it( 'tries again what the server did not take [S30]', async () => {
		const surveys = surveysWith( troubled( 'retryable', 2 ) );

		await surveys.scored( scored( 1 ) );
		await expect( jobs.run() ).rejects.toThrow( MailError );
		await expect( jobs.run() ).rejects.toThrow( MailError );
		await jobs.run();

		expect( smtp.letters ).toHaveLength( 2 );
	} );

	it( 'tells them within seconds, also when the server was away at first [S30]', async () => {
		const real = createJobs( {
			database: open(),
			logger: createLogger( 'silent' ),
			timings: { firstRetryMilliseconds: 50 },
		} );
		const surveys = surveysWith( troubled( 'retryable', 2 ), real );
		await real.start();
		const began = Date.now();

		await surveys.scored( scored( 2 ) );
		await smtp.arrived( 2 );

		expect( Date.now() - began ).toBeLessThan( 10_000 );
		await real.stop();
	} );

	it.each( [ 'unknown', 'permanent' ] as const )(
		'does not send again what ended %s [S30]',
		async ( kind ) => {
			const surveys = surveysWith( troubled( kind, 1 ) );

			await surveys.scored( scored( 1 ) );
			await jobs.run();
			await jobs.run();

			expect( smtp.letters ).toHaveLength( 1 );
		}
	);

	it( 'takes nothing back when there is no mail server', async () => {
		const surveys = surveysWith( null );

		await surveys.scored( scored( 1 ) );
		await jobs.run();

		expect(
			await createSurveyStore( open() ).scoreOf( site.id, requestId )
		).toMatchObject( { score: 1 } );
	} );

	it( 'keeps no score of a transaction that is undone', async () => {
		const surveys = surveysWith( null );

		await expect(
			open().transaction( async () => {
				await surveys.scored( scored( 1 ) );
				throw new Error( 'undone' );
			} )
		).rejects.toThrow( 'undone' );

		expect(
			await createSurveyStore( open() ).scoreOf( site.id, requestId )
		).toBeNull();
		expect( jobs.table.entries ).toEqual( [] );
	} );

	describe( 'the test of the alerts', () => {
		const send = ( mail: Mail | null, channelId = channel.id ) => {
			const edge = edgeApp( open(), {
				siteRouters: [ createSurveyRoutes( surveysWith( mail ) ) ],
			} );
			return signedAgent( edge.app, site, { clock: edge.clock } ).post(
				`/v1/channels/${ channelId }/survey-alert-test`,
				{ language: 'fr' }
			);
		};

		it( 'reaches each recipient [S30]', async () => {
			await send( troubled( 'retryable', 0 ) ).expect( 204 );

			expect( smtp.letters ).toHaveLength( 2 );
		} );

		it( 'says that there is no mail server', async () => {
			const { body } = await send( null ).expect( 409 );

			expect( body ).toMatchObject( {
				code: 'mail_not_configured',
				detail: expect.stringContaining( 'SMTP_URL' ),
			} );
		} );

		it( 'says what the mail server answered', async () => {
			const { body } = await send( troubled( 'permanent', 1 ) ).expect(
				502
			);

			expect( body ).toMatchObject( {
				code: 'mail_refused',
				detail: expect.stringContaining( 'The server said no' ),
			} );
		} );

		it( 'knows no other site’s channel', async () => {
			await send( null, randomUUID() ).expect( 404 );
		} );
	} );
} );
