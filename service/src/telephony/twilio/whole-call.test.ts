import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, jest } from '@jest/globals';
import type { ChannelSettingsInput } from '@rappel/contract';
import twilio from 'twilio';
import { onEachDatabase } from '../../persistence/testing/each-database.js';
import {
	account,
	client,
	company,
	ourNumber,
	WholeCall,
} from '../testing/whole-call.js';

jest.setTimeout( 60_000 );

/** Short, so that a test waits for what happens and not for a sentence's end; none is Rappel's own. */
const spokenTexts = {
	fr: {
		waiting_company: 'Un instant, nous appelons.',
		waiting_client: 'Restez en ligne.',
		whisper: 'Un rappel.',
		confirm: 'Tapez un.',
		client_keys: 'Un, deux ou trois ?',
		client_later: 'Quand ?',
		client_later_taken: 'À plus tard.',
		client_keys_cancelled: 'C’est annulé.',
		recording_consent: 'Un pour oui, neuf pour non.',
		client_not_reached: 'Personne ne répond.',
		nobody_free: 'Personne n’est libre.',
		survey_announcement: 'Restez pour une question.',
		survey_question: 'Une note ?',
		survey_again: 'De un à cinq ?',
		survey_thanks: 'Merci bien.',
		voicemail: 'Parlez après le bip.',
		voicemail_thanks: 'C’est noté.',
		ring_back_greeting: 'Vous nous rappelez.',
	},
};

type Calls = NonNullable< ChannelSettingsInput[ 'calls' ] >;

onEachDatabase( 'a whole call over the phone lab', ( open, place ) => {
	let call: WholeCall;

	const start = async (
		calls: Partial< Calls > = {},
		settings: Partial< ChannelSettingsInput > = {}
	) => {
		call = await WholeCall.start( open(), place().url, {
			...settings,
			calls: { spokenTexts, ...calls },
		} );
		return call;
	};
	afterEach( () => call.stop() );

	/** Both have answered, and talk. */
	const talk = async () => {
		await call.submit();
		await call.answer( company );
		await call.answer( client );
		await call.is( 'talking' );
	};

	it( 'rings the company, then the client, joins them, and ends both [S05] [S20] [N13]', async () => {
		await start();
		await talk();
		await call.act( client, 'hangup' );
		const { attemptsMade } = await call.ended( 'done' );
		expect( attemptsMade[ 0 ]?.legs ).toMatchObject( [
			{ party: 'company', endReason: 'completed', hungUpFirst: false },
			{ party: 'client', endReason: 'completed', hungUpFirst: true },
		] );
		const { calls } = await call.labState();
		expect( calls ).toHaveLength( 2 );
		await call.hears( company, spokenTexts.fr.waiting_company );
	} );

	it( 'rings the client, then the company [S21]', async () => {
		await start( { dialOrder: 'client_first' } );
		await call.submit();
		await call.answer( client );
		await call.hears( client, spokenTexts.fr.waiting_client );
		await call.answer( company );
		await call.is( 'talking' );
		await call.act( company, 'hangup' );
		await call.ended( 'done' );
	} );

	it( 'apologizes to the company when the client refuses', async () => {
		await start();
		await call.submit();
		await call.answer( company );
		await call.rings( client );
		await call.act( client, 'refuse' );
		await call.hears( company, spokenTexts.fr.client_not_reached );
		const { failureReason } = await call.ended( 'failed' );
		expect( failureReason ).toBe( 'client_refused' );
	} );

	it( 'stops the client’s phone when the company hangs up', async () => {
		await start();
		await call.submit();
		await call.answer( company );
		await call.rings( client );
		await call.act( company, 'hangup' );
		await call.until( 'the client’s phone is stopped', async () =>
			( await call.labState() ).calls.some(
				( one ) => one.to === client && one.status === 'canceled'
			)
		);
	} );

	it( 'stops the company’s phone when the visitor cancels [R21]', async () => {
		await start();
		const { key } = await call.submit();
		await call.rings( company );
		await call.agent.post(
			`/v1/callback-requests/by-key/${ key }/cancellation`,
			{}
		);
		await call.ended( 'cancelled' );
		expect( ( await call.labState() ).calls ).toMatchObject( [
			{ to: company, status: 'canceled' },
		] );
	} );

	it( 'calls the client only once the key is pressed that takes the call [R01]', async () => {
		await start( { confirmation: 'always' } );
		await call.submit();
		await call.answer( company );
		await call.hears( company, spokenTexts.fr.confirm );
		expect( ( await call.labState() ).calls ).toHaveLength( 1 );
		await call.press( company, '1' );
		await call.answer( client );
		await call.is( 'talking' );
	} );

	it( 'lets the client cancel by a key [R02]', async () => {
		await start( { clientKeys: true, dialOrder: 'client_first' } );
		await call.submit();
		await call.answer( client );
		await call.hears( client, spokenTexts.fr.client_keys );
		await call.press( client, '3' );
		await call.hears( client, spokenTexts.fr.client_keys_cancelled );
		await call.ended( 'cancelled' );
	} );

	it( 'calls later when the client asks for it by keys [R02]', async () => {
		await start( { clientKeys: true, dialOrder: 'client_first' } );
		await call.submit();
		await call.answer( client );
		await call.hears( client, spokenTexts.fr.client_keys );
		await call.press( client, '2' );
		await call.hears( client, spokenTexts.fr.client_later );
		await call.press( client, '1' );
		const { dueAt } = await call.ended( 'scheduled' );
		expect( new Date( dueAt ?? 0 ).getTime() ).toBeGreaterThan(
			Date.now() + 500_000
		);
	} );

	it( 'ends the call of a machine that answers for the client, without a pause for people [S22] [N11]', async () => {
		await start(
			{
				dialOrder: 'client_first',
				endOnMachine: { client: true, company: false },
			},
			{ retries: { client: { attempts: 1 } } }
		);
		// Takes the call by itself, and is judged a machine.
		await call.submit( { number: '+33199000006' } );
		const { failureReason } = await call.ended( 'failed' );
		expect( failureReason ).toBe( 'client_machine' );
	} );

	it( 'asks the client for a score, also when the company hangs up first [S29]', async () => {
		await start( {}, { survey: { enabled: true } } );
		await talk();
		await call.act( company, 'hangup' );
		await call.hears( client, spokenTexts.fr.survey_question );
		await call.press( client, '4' );
		await call.hears( client, spokenTexts.fr.survey_thanks );
		expect( ( await call.ended( 'done' ) ).surveyScore ).toBe( 4 );
	} );

	it( 'records the conversation once the client has agreed by a key [R13]', async () => {
		await start(
			{ dialOrder: 'client_first' },
			{ recording: { enabled: true } }
		);
		await call.submit();
		await call.answer( client );
		await call.hears( client, spokenTexts.fr.recording_consent );
		await call.press( client, '1' );
		await call.answer( company );
		await call.is( 'talking' );
		await call.isRecorded();
		await call.act( client, 'hangup' );
		await call.ended( 'done' );
		const { recordings, recordingAgreed } = await call.until(
			'the recording is kept',
			async () => {
				const now = await call.detail();
				return now.recordings.length > 0 && now;
			}
		);
		expect( recordingAgreed ).toBe( true );
		expect( recordings ).toMatchObject( [ { kind: 'conversation' } ] );
		const sound = await call.agent.get(
			`/v1/recordings/${ recordings[ 0 ]?.id }`
		);
		expect( sound.status ).toBe( 200 );
		expect( sound.headers[ 'content-type' ] ).toMatch( /^audio\// );
	} );

	it( 'takes a message when nobody can take the call [R14]', async () => {
		await start(
			{ dialOrder: 'client_first' },
			{
				fallback: { type: 'voicemail' },
				retries: { company: { attempts: 1 } },
			}
		);
		await call.submit();
		await call.answer( client );
		await call.rings( company );
		await call.act( company, 'refuse' );
		await call.hears( client, spokenTexts.fr.voicemail );
		await call.act( client, 'hangup' );
		await call.until( 'the call is over', async () =>
			( await call.labState() ).calls.every(
				( one ) => ! [ 'in-progress' ].includes( one.status )
			)
		);
	} );

	it( 'joins somebody who rings the number back with the company [R20]', async () => {
		await start();
		await talk();
		await call.act( client, 'hangup' );
		await call.ended( 'done' );
		await call.act( client, 'call', { to: ourNumber } );
		await call.hears( client, spokenTexts.fr.ring_back_greeting );
		await call.answer( company );
		const { attemptsMade } = await call.is( 'talking' );
		expect( attemptsMade.at( -1 )?.legs ).toContainEqual(
			expect.objectContaining( { party: 'client', incoming: true } )
		);
		await call.act( client, 'hangup' );
		await call.ended( 'done' );
	} );

	it( 'does not take the call of a stranger [R20]', async () => {
		await start();
		await call.act( '+33611111111', 'call', { to: ourNumber } );
		await call.until( 'the call is refused', async () =>
			( await call.labState() ).calls.some(
				( one ) => one.to === ourNumber && one.status === 'busy'
			)
		);
	} );

	it( 'refuses a webhook that Twilio did not sign, or signed for another address [R18]', async () => {
		await start();
		const body = { CallSid: 'CA1', CallStatus: 'completed' };
		const path = `/twilio/legs/${ randomUUID() }/voice`;
		const send = ( signature?: string ) =>
			fetch( call.service.url + path, {
				method: 'POST',
				headers: {
					'Content-Type': 'application/x-www-form-urlencoded',
					'X-Forwarded-Host': 'callback.example.com',
					...( signature && { 'X-Twilio-Signature': signature } ),
				},
				body: new URLSearchParams( body ),
			} );
		const signedFor = ( url: string ) =>
			twilio.getExpectedTwilioSignature( account.authToken, url, body );
		expect( ( await send() ).status ).toBe( 403 );
		expect(
			(
				await send(
					signedFor( `https://callback.example.com${ path }` )
				)
			).status
		).toBe( 403 );
		const known = await send( signedFor( call.service.url + path ) );
		// Of a leg that nobody knows: the call is ended.
		expect( await known.text() ).toContain( '<Hangup/>' );
	} );
} );
