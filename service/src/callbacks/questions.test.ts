import { expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { ServiceUnderTest } from './testing/service-under-test.js';

onEachDatabase( 'who is on the line', ( open ) => {
	const start = async ( settings = {}, submission = {} ) => {
		const service = await ServiceUnderTest.start( open(), settings );
		await service.submit( submission );
		await service.jobs.run();
		return service;
	};

	it( 'takes the call by a key, having heard who waits [R01]', async () => {
		const service = await start( { calls: { confirmation: 'always' } } );
		expect( await service.answer( 'company' ) ).toMatchObject( {
			type: 'ask',
			question: 'confirm',
			before: { language: 'fr' },
			keySeconds: 8,
		} );
		expect( service.telephony.calls ).toHaveLength( 1 );
		expect(
			await service.press( 'company', 'confirm', '1' )
		).toMatchObject( { type: 'wait_in_room' } );
		expect( service.telephony.calls ).toHaveLength( 2 );
	} );

	it( 'hears what the client noted before it takes the call [N23] [R01]', async () => {
		const service = await ServiceUnderTest.start( open(), {
			calls: { confirmation: 'always' },
		} );
		await service.submit( {
			note: 'J’utilise un relais téléphonique.\nParlez lentement.',
		} );
		await service.jobs.run();

		expect( await service.answer( 'company' ) ).toMatchObject( {
			type: 'ask',
			before: {
				text: expect.stringContaining(
					'Message\u202f: J’utilise un relais téléphonique. Parlez lentement.'
				),
			},
		} );
		expect( ( await service.detail() ).note ).toBe(
			'J’utilise un relais téléphonique.\nParlez lentement.'
		);
	} );

	it( 'hears no half sentence about a note that nobody wrote [N23] [R01]', async () => {
		const service = await start( { calls: { confirmation: 'always' } } );

		expect( await service.answer( 'company' ) ).toMatchObject( {
			before: { text: expect.not.stringContaining( 'Message' ) },
		} );
		expect( ( await service.detail() ).note ).toBeNull();
	} );

	it( 'is waited for as long as the channel gives them to find a key [N23]', async () => {
		const service = await start( {
			calls: { confirmation: 'always', keySeconds: 20 },
		} );
		expect( await service.answer( 'company' ) ).toMatchObject( {
			type: 'ask',
			keySeconds: 20,
		} );
	} );

	it( 'is not taken for somebody by a machine’s silence [R01] [S22]', async () => {
		const service = await start( {
			calls: { confirmation: 'always' },
			retries: { company: { attempts: 1 } },
		} );
		await service.answer( 'company' );
		await service.press( 'company', 'confirm', null );
		await service.press( 'company', 'confirm', null );
		await service.pass( 60 );
		expect( service.called() ).toEqual( [ '+33123456789' ] );
	} );

	it.each( [
		[ 'machine', 1 ],
		[ 'fax', 1 ],
		[ 'human', 2 ],
		[ 'unknown', 2 ],
	] as const )(
		'is judged %s: the other party is called or not [S22] [N11]',
		async ( verdict, calls ) => {
			const service = await start( {
				calls: { endOnMachine: { company: true } },
				retries: { company: { attempts: 1 } },
			} );
			await service.answer( 'company' );
			await service.judge( 'company', verdict );
			expect( service.telephony.calls ).toHaveLength( calls );
		}
	);

	it( 'asks to be called later by key, and is, though later than a request is waited for otherwise [R02]', async () => {
		const service = await start( {
			queue: { expiresAfterMinutes: 5 },
			calls: { dialOrder: 'client_first', clientKeys: true },
		} );
		expect( await service.answer( 'client' ) ).toMatchObject( {
			type: 'ask',
			question: 'keys',
		} );
		expect( await service.press( 'client', 'keys', '2' ) ).toMatchObject( {
			type: 'ask',
			question: 'later',
		} );
		expect( await service.press( 'client', 'later', '1' ) ).toMatchObject( {
			type: 'say_and_hang_up',
		} );
		await service.tell( 'client', 'completed' );
		expect( await service.detail() ).toMatchObject( {
			state: 'scheduled',
			dueAt: new Date( service.now.getTime() + 600_000 ).toISOString(),
		} );
		await service.pass( 605 );
		expect( service.called() ).toEqual( [
			'+33612345678',
			'+33612345678',
		] );
	} );

	it( 'is recorded once they have agreed, and what is recorded is kept once [R13]', async () => {
		const service = await start( { recording: { enabled: true } } );
		await service.answer( 'company' );
		await service.room( 'company', 'entered' );
		expect( await service.answer( 'client' ) ).toMatchObject( {
			type: 'ask',
			question: 'recording',
		} );
		await service.press( 'client', 'recording', '1' );
		await service.room( 'client', 'entered' );
		expect( service.telephony.recordings ).toHaveLength( 1 );
		await service.recorded( 'client', 30 );
		expect( service.after ).toEqual( [
			[
				'recorded',
				expect.objectContaining( {
					kind: 'conversation',
					seconds: 30,
				} ),
			],
		] );
		expect( ( await service.detail() ).recordingAgreed ).toBe( true );
	} );

	it( 'is not recorded who declined, and talks all the same [R13]', async () => {
		const service = await start( { recording: { enabled: true } } );
		await service.answer( 'company' );
		await service.room( 'company', 'entered' );
		await service.answer( 'client' );
		expect(
			await service.press( 'client', 'recording', '9' )
		).toMatchObject( { type: 'join_room' } );
		await service.room( 'client', 'entered' );
		expect( service.telephony.recordings ).toHaveLength( 0 );
		expect( await service.detail() ).toMatchObject( {
			state: 'talking',
			recordingAgreed: false,
		} );
	} );

	it( 'is asked how it was after the call, and the answer is told on [S29] [S30]', async () => {
		const service = await start( { survey: { enabled: true } } );
		await service.answer( 'company' );
		await service.room( 'company', 'entered' );
		await service.answer( 'client' );
		await service.room( 'client', 'entered' );
		service.now = new Date( service.now.getTime() + 60_000 );
		await service.room( 'company', 'hung_up' );
		await service.tell( 'company', 'completed' );
		expect( await service.leaveRoom( 'client' ) ).toMatchObject( {
			type: 'ask',
			question: 'survey',
		} );
		expect( await service.press( 'client', 'survey', '2' ) ).toMatchObject(
			{ type: 'say_and_hang_up' }
		);
		await service.tell( 'client', 'completed' );
		expect( service.after ).toEqual( [
			[ 'surveyScored', expect.objectContaining( { score: 2 } ) ],
		] );
		expect( await service.detail() ).toMatchObject( {
			state: 'done',
			surveyScore: 2,
			talkSeconds: 60,
		} );
	} );

	it( 'may leave a message when nobody took the call [R14]', async () => {
		const service = await start( {
			fallback: { type: 'voicemail' },
			retries: { company: { attempts: 1 } },
		} );
		await service.tell( 'company', 'no_answer' );
		expect( await service.answer( 'client' ) ).toMatchObject( {
			type: 'take_voicemail',
		} );
		await service.leaveMessage( 'client', 12 );
		await service.tell( 'client', 'completed' );
		expect( await service.detail() ).toMatchObject( { state: 'done' } );
	} );

	it( 'gets a link to book in place of a call', async () => {
		const service = await start( {
			fallback: { type: 'text_message' },
			retries: { company: { attempts: 1 } },
		} );
		await service.tell( 'company', 'busy' );
		expect( service.after ).toEqual( [
			[
				'bookingLinkWanted',
				expect.objectContaining( { number: '+33612345678' } ),
			],
		] );
		expect( await service.detail() ).toMatchObject( {
			state: 'failed',
			failureReason: 'booking_link_sent',
		} );
	} );

	it( 'is promised no link on a landline', async () => {
		const service = await start(
			{
				fallback: { type: 'text_message' },
				retries: { company: { attempts: 1 } },
			},
			{ number: '01 45 67 89 01' }
		);
		await service.tell( 'company', 'busy' );
		expect( service.after ).toEqual( [] );
		expect( await service.detail() ).toMatchObject( {
			state: 'failed',
			failureReason: 'company_busy',
		} );
	} );

	it( 'is called from the number to fall back on, once [S12]', async () => {
		const service = await start( {
			fallback: { type: 'call_number', number: '+33123456788' },
			retries: { company: { attempts: 1 } },
		} );
		await service.tell( 'company', 'no_answer' );
		expect( service.called() ).toEqual( [
			'+33123456789',
			'+33123456788',
		] );
		await service.tell( 'company', 'no_answer' );
		expect( ( await service.detail() ).state ).toBe( 'failed' );
	} );
} );
