import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createAlerts } from '../alerts/alerts.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { TelephonyError } from '../telephony/telephony.js';
import { ServiceUnderTest } from './testing/service-under-test.js';

/** Nobody is called twice, so that the first failure is the last. */
const onceOnly = {
	retries: { company: { attempts: 1 }, client: { attempts: 1 } },
};

onEachDatabase( 'callbacks', ( open ) => {
	let service: ServiceUnderTest;
	beforeEach( async () => {
		service = await ServiceUnderTest.start( open() );
	} );

	describe( 'a visitor asks', () => {
		it( 'is told the confirmation, the number as typed and who will call [S03] [R19] [R21]', async () => {
			const { created, status } = await service.submit();
			expect( created ).toBe( true );
			expect( status ).toMatchObject( {
				state: 'waiting',
				message: expect.stringContaining( 'Merci' ),
				numberShown: '06 12 34 56 78',
				callerIdShown: '01 23 45 67 00',
				place: 1,
				canCancel: true,
				final: false,
				pollAfterMilliseconds: 1_000,
			} );
		} );

		it( 'makes one request of two clicks, also at the same time', async () => {
			const key = randomUUID();
			const answers = await Promise.all( [
				service.submit( { key } ),
				service.submit( { key } ),
			] );
			await service.jobs.run();
			expect( answers.map( ( one ) => one.created ).toSorted() ).toEqual(
				[ false, true ]
			);
			expect( service.telephony.calls ).toHaveLength( 1 );
		} );

		it( 'makes one request of a page without JavaScript that is sent twice', async () => {
			await service.submit( { withoutScript: true } );
			service.now = new Date( service.now.getTime() + 59_000 );
			const again = await service.submit( { withoutScript: true } );
			expect( again.created ).toBe( false );
		} );

		it( 'makes one request of a page without JavaScript that is sent twice at the same time', async () => {
			const answers = await Promise.all( [
				service.submit( { withoutScript: true } ),
				service.submit( { withoutScript: true } ),
			] );
			expect(
				new Set( answers.map( ( { status } ) => status.key ) ).size
			).toBe( 1 );
		} );

		it( 'refuses a second request of a number that is in flight, whoever asks [R18]', async () => {
			await service.submit();
			await expect(
				service.submit( { visitorAddress: '192.0.2.2' } )
			).rejects.toMatchObject( { code: 'request_already_open' } );
		} );

		it( 'takes the number again once the first request is over', async () => {
			const { status } = await service.submit();
			await service.callbacks.cancelRequest(
				{ siteId: service.site.id, key: status.key, language: 'fr' },
				'changed_mind'
			);
			expect( ( await service.submit() ).created ).toBe( true );
		} );

		it.each( [
			[ '0899 12 34 56', 'number_type_refused' ],
			[ '06 12', 'number_invalid' ],
			[ '+1 212 555 0123', 'number_country_refused' ],
			[ '01 23 45 67 89', 'number_type_refused' ],
		] )(
			'refuses %s and keeps nothing [S01] [R18]',
			async ( number, code ) => {
				await expect(
					service.submit( { number } )
				).rejects.toMatchObject( {
					code,
					field: 'number',
				} );
				expect( await service.requestId() ).toBe( '' );
			}
		);

		it( 'counts an accepted request only [R18]', async () => {
			service = await ServiceUnderTest.start( open(), {
				guards: { requestsPerNumberPerDay: 1 },
			} );
			await expect(
				service.submit( { number: '06' } )
			).rejects.toThrow();
			const { status } = await service.submit();
			await expect( service.submit() ).rejects.toThrow();
			await service.callbacks.cancelRequest(
				{ siteId: service.site.id, key: status.key, language: null },
				'wrong_number'
			);
			await expect( service.submit() ).rejects.toMatchObject( {
				code: 'too_many_for_number',
			} );
		} );

		it( 'wants the consent that the channel asks for, and keeps its words [N15]', async () => {
			service = await ServiceUnderTest.start( open(), {
				form: { consentRequired: true },
			} );
			await expect( service.submit() ).rejects.toMatchObject( {
				code: 'consent_missing',
			} );
			await service.submit( {
				consent: true,
				consentText: 'J’accepte.',
			} );
			expect( await service.detail() ).toMatchObject( {
				consentText: 'J’accepte.',
				consentAt: service.now.toISOString(),
			} );
		} );

		it( 'refuses outside of the opening hours, but keeps what WordPress had kept [S07] [N16]', async () => {
			service = await ServiceUnderTest.start( open(), {
				openingHours: { always: false, weekly: [] },
			} );
			await expect( service.submit() ).rejects.toMatchObject( {
				code: 'channel_closed',
			} );
			const { status } = await service.submit( {
				requestedAt: new Date(
					service.now.getTime() - 60_000
				).toISOString(),
			} );
			await service.pass( 30 );
			expect( status.state ).toBe( 'overdue' );
			expect( service.telephony.sent ).toBe( 0 );
		} );

		it( 'shows a request that came too late as overdue and calls nobody [N16]', async () => {
			const { status } = await service.submit( {
				requestedAt: new Date(
					service.now.getTime() - 11 * 60_000
				).toISOString(),
			} );
			await service.pass( 30 );
			expect( status ).toMatchObject( { state: 'overdue', final: true } );
			expect( service.telephony.sent ).toBe( 0 );
		} );
	} );

	it( 'calls the company, lets it wait, calls the client and joins them [S05] [S11] [S20]', async () => {
		const { status } = await service.submit();
		await service.jobs.run();
		expect( service.callTo( 'company' ).order ).toMatchObject( {
			to: '+33123456789',
			from: '+33123456700',
			ringSeconds: 25,
		} );
		await service.tell( 'company', 'ringing' );
		expect( await service.answer( 'company' ) ).toMatchObject( {
			type: 'wait_in_room',
			musicUrl: null,
			message: { language: 'fr', voice: 'woman' },
		} );
		await service.room( 'company', 'entered' );
		await service.tell( 'client', 'ringing' );
		const rings = await service.callbacks.readStatus( {
			siteId: service.site.id,
			key: status.key,
			language: 'en',
		} );
		expect( rings ).toMatchObject( {
			state: 'calling_client',
			canCancel: false,
			message:
				'Your phone is ringing now, from 01 23 45 67 00. Please answer.',
		} );
		expect( await service.answer( 'client' ) ).toMatchObject( {
			type: 'join_room',
		} );
		await service.room( 'client', 'entered' );
		service.now = new Date( service.now.getTime() + 42_000 );
		await service.room( 'client', 'hung_up' );
		await service.tell( 'client', 'completed' );
		await service.tell( 'company', 'completed' );
		const detail = await service.detail();
		expect( detail ).toMatchObject( { state: 'done', talkSeconds: 42 } );
		expect( detail.attemptsMade[ 0 ]?.legs ).toMatchObject( [
			{ party: 'company', endReason: 'completed', hungUpFirst: false },
			{ party: 'client', endReason: 'completed', hungUpFirst: true },
		] );
		expect( detail.timeline.map( ( entry ) => entry.type ) ).toEqual( [
			'requested',
			'dialing',
			'ringing',
			'answered',
			'waiting_message',
			'dialing',
			'ringing',
			'answered',
			'joined',
			'hung_up',
			'done',
			'hung_up',
		] );
		expect( service.telephony.calls ).toHaveLength( 2 );
	} );

	it( 'apologizes to the company when the client is busy', async () => {
		service = await ServiceUnderTest.start( open(), onceOnly );
		await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'busy' );
		expect( service.callTo( 'company' ).redirects ).toMatchObject( [
			{
				type: 'say_and_hang_up',
				message: { text: expect.stringContaining( 'occupée' ) },
			},
		] );
		expect( await service.detail() ).toMatchObject( {
			state: 'failed',
			failureReason: 'client_busy',
		} );
	} );

	it( 'tells a client who answers after the company left, and hangs up', async () => {
		await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'company', 'completed' );
		expect( service.callTo( 'client' ).status ).toBe( 'cancelled' );
		expect( await service.answer( 'client' ) ).toMatchObject( {
			type: 'say_and_hang_up',
		} );
	} );

	it( 'ends the company’s call when the visitor cancels, and refuses once the client is dialled [R21]', async () => {
		const { status } = await service.submit();
		const question = {
			siteId: service.site.id,
			key: status.key,
			language: 'fr',
		} as const;
		await service.jobs.run();
		const cancelled = await service.callbacks.cancelRequest(
			question,
			'wrong_number'
		);
		await service.jobs.run();
		expect( cancelled ).toMatchObject( {
			state: 'cancelled',
			final: true,
		} );
		expect( service.callTo( 'company' ).status ).toBe( 'cancelled' );

		const second = await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await expect(
			service.callbacks.cancelRequest(
				{ ...question, key: second.status.key },
				'changed_mind'
			)
		).rejects.toMatchObject( { code: 'request_not_cancellable' } );
	} );

	it( 'takes each message of the network once, in whatever order they come', async () => {
		await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'company', 'ringing', 1 );
		await service.tell( 'company', 'in_progress', 2 );
		await service.tell( 'company', 'in_progress', 2 );
		expect( service.telephony.calls ).toHaveLength( 2 );
		expect( ( await service.detail() ).state ).toBe( 'calling_client' );
	} );

	it( 'hangs up on a call that names a leg and is not its own [N01]', async () => {
		await service.submit();
		await service.jobs.run();
		const { order } = service.callTo( 'company' );
		const script = await service.callbacks.callEvents.answered( {
			legId: order.legId,
			callSid: 'CAffffffffffffffffffffffffffffffff',
			status: 'in_progress',
			occurredAt: null,
			code: null,
		} );
		expect( script ).toEqual( { type: 'hang_up' } );
	} );

	describe( 'the network makes trouble', () => {
		it( 'sends a 429 again, and the request goes on [N01]', async () => {
			service.telephony.fail(
				new TelephonyError( 'retryable', '20429', 'Too many' )
			);
			await service.submit();
			await service.jobs.run();
			await service.pass( 5 );
			expect( service.telephony.calls ).toHaveLength( 1 );
			expect( service.telephony.sent ).toBe( 2 );
		} );

		it( 'keeps the request while a setting is wrong, tells the owner, and calls once it is mended', async () => {
			const alerts = createAlerts( open() );
			service.telephony.fail(
				new TelephonyError( 'settings', '20003', 'Authenticate' )
			);
			const { status } = await service.submit();
			await service.jobs.run();
			expect( await alerts.list( service.site.id ) ).toMatchObject( [
				{ code: 'telephony_credentials', detail: '20003' },
			] );
			const waits = await service.callbacks.readStatus( {
				siteId: service.site.id,
				key: status.key,
				language: null,
			} );
			expect( waits ).toMatchObject( {
				state: 'waiting',
				pollAfterMilliseconds: 5_000,
			} );
			await service.pass( 20 );
			expect( service.telephony.calls ).toHaveLength( 1 );
			expect( await alerts.list( service.site.id ) ).toEqual( [] );
		} );

		it( 'recognises a call whose answer was lost, and never places it again [N01]', async () => {
			service.telephony.fail(
				new TelephonyError( 'unknown', 'timeout', 'Lost' ),
				true
			);
			await service.submit();
			await service.jobs.run();
			expect(
				( await service.detail() ).attemptsMade[ 0 ]?.legs[ 0 ]
			).toMatchObject( {
				state: 'dialing',
			} );
			expect( await service.answer( 'company' ) ).toMatchObject( {
				type: 'wait_in_room',
			} );
			expect( service.telephony.calls ).toHaveLength( 2 );
		} );

		it( 'gives an order up that never arrived, without a second one [N01]', async () => {
			service.telephony.fail(
				new TelephonyError( 'unknown', 'http-503', 'Unavailable' )
			);
			await service.submit();
			await service.jobs.run();
			await service.pass( 140 );
			expect( service.telephony.sent ).toBe( 1 );
			expect( await service.detail() ).toMatchObject( {
				state: 'failed',
				failureReason: 'not_confirmed',
			} );
		} );

		it( 'learns by asking what no message told', async () => {
			service = await ServiceUnderTest.start( open(), onceOnly );
			await service.submit();
			await service.jobs.run();
			await service.tell( 'company', 'ringing' );
			service.telephony.set(
				service.callTo( 'company' ).callSid,
				'no_answer'
			);
			await service.pass( 60 );
			const detail = await service.detail();
			expect( detail.failureReason ).toBe( 'company_no_answer' );
			expect( detail.timeline.map( ( one ) => one.type ) ).toContain(
				'reconciled'
			);
		} );
	} );

	it( 'lists requests of its own site only, newest first, page by page', async () => {
		for ( const number of [ '0612345671', '0612345672', '0612345673' ] ) {
			await service.submit( { number } );
			service.now = new Date( service.now.getTime() + 1_000 );
		}
		const first = await service.callbacks.listRequests( service.site.id, {
			limit: 2,
		} );
		expect( first.requests.map( ( one ) => one.number ) ).toEqual( [
			'+33612345673',
			'+33612345672',
		] );
		const second = await service.callbacks.listRequests( service.site.id, {
			limit: 2,
			cursor: first.nextCursor ?? '',
		} );
		expect( second ).toMatchObject( {
			requests: [ { number: '+33612345671', channelName: 'Accueil' } ],
			nextCursor: null,
		} );
		const other = await service.callbacks.listRequests( randomUUID(), {
			limit: 2,
		} );
		expect( other.requests ).toEqual( [] );
		await expect(
			service.callbacks.readRequest(
				randomUUID(),
				first.requests[ 0 ]?.id ?? ''
			)
		).rejects.toMatchObject( { code: 'request_not_found' } );
	} );
} );
