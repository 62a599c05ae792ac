import { beforeEach, describe, expect, it } from '@jest/globals';
import {
	TelephonyError,
	type CallOrder,
	type Telephony,
} from '../telephony.js';

/** A network for the suite: what it does beyond the port, a test has to cause. */
export interface SuiteNetwork {
	telephony: Telephony;
	/** The person picks up; resolves when the network knows. */
	answer: ( callSid: string, number: string ) => Promise< void >;
	/** The next order is refused, or its answer is lost after it was accepted. */
	trouble: (
		kind: 'too_many' | 'lost_answer' | 'lost_order'
	) => Promise< void >;
	/** The network's ids of the recordings that were made of a call. */
	recordingsOf: ( callSid: string ) => Promise< string[] >;
	/** What was written to a number. */
	messagesTo: ( number: string ) => Promise< string[] >;
	/** So much time passes that the network knows what this call or this message cost. */
	billed: ( sid: string ) => Promise< void >;
	/** A number that is refused as none, and one in a country that is not allowed. */
	invalidNumber: string;
	forbiddenNumber: string;
}

const from = '+33180000000';

/** What the use cases rely on, of the real adapter and of its fake alike. */
export function telephonySuite(
	title: string,
	open: () => Promise< SuiteNetwork >
): void {
	describe( `a telephone network: ${ title }`, () => {
		let network: SuiteNetwork;
		let ordered = 0;
		const order = ( given: Partial< CallOrder > = {} ): CallOrder => ( {
			legId: `0192aaaa-0000-7000-8000-00000000000${ ++ordered % 10 }`,
			to: `+336120000${ String( ordered ).padStart( 2, '0' ) }`,
			from,
			ringSeconds: 25,
			timeLimitSeconds: 600,
			language: 'fr',
			voice: 'woman',
			detectMachine: false,
			...given,
		} );

		const message = ( to: string, text = 'À bientôt.' ) => ( {
			messageId: '0192aaaa-0000-7000-8000-0000000000aa',
			to,
			from,
			text,
		} );
		const answered = async () => {
			const wanted = order();
			const { callSid } = await network.telephony.placeCall( wanted );
			await network.answer( callSid, wanted.to );
			return { callSid, legId: wanted.legId };
		};

		beforeEach( async () => {
			network = await open();
		} );

		it( 'places a call and knows it by its id and by its numbers', async () => {
			const { telephony } = network;
			const wanted = order();
			const { callSid } = await telephony.placeCall( wanted );
			expect( await telephony.fetchCall( callSid ) ).toMatchObject( {
				callSid,
				status: expect.stringMatching( /^(queued|ringing)$/ ),
				endedAt: null,
			} );
			const found = await telephony.findCalls( wanted );
			expect( found.map( ( call ) => call.callSid ) ).toEqual( [
				callSid,
			] );
		} );

		it( 'places a call that says a sentence, and knows it by its id', async () => {
			const { telephony } = network;
			const { to } = order();
			const { callSid } = await telephony.placeAnnouncement( {
				testCallId: null,
				to,
				from,
				ringSeconds: 25,
				message: {
					text: 'Votre numéro fonctionne.',
					language: 'fr',
					voice: 'woman',
				},
			} );
			expect( await telephony.fetchCall( callSid ) ).toMatchObject( {
				callSid,
				status: expect.stringMatching( /^(queued|ringing)$/ ),
			} );
			await network.answer( callSid, to );
			await telephony.endCall( callSid );
		} );

		it( 'ends a call that rings, and does not mind to be asked twice', async () => {
			const { telephony } = network;
			const { callSid } = await telephony.placeCall( order() );
			await telephony.endCall( callSid );
			await telephony.endCall( callSid );
			expect( await telephony.fetchCall( callSid ) ).toMatchObject( {
				status: expect.stringMatching( /^(cancelled|completed)$/ ),
				endedAt: expect.any( Date ),
			} );
		} );

		it( 'redirects a call that was answered, and says when it is too late', async () => {
			const { telephony } = network;
			const wanted = order();
			const { callSid } = await telephony.placeCall( wanted );
			await network.answer( callSid, wanted.to );
			const script = {
				type: 'say_and_hang_up',
				message: { text: 'Au revoir.', language: 'fr', voice: 'woman' },
			} as const;
			expect( await telephony.redirectCall( callSid, script ) ).toBe(
				true
			);
			await telephony.endCall( callSid );
			expect( await telephony.redirectCall( callSid, script ) ).toBe(
				false
			);
		} );

		it( 'knows nothing of a call that was never placed', async () => {
			expect(
				await network.telephony.fetchCall(
					'CA00000000000000000000000000000000'
				)
			).toBeNull();
		} );

		it( 'says that 429 was never processed, so that it may be sent again [N01]', async () => {
			const wanted = order();
			await network.trouble( 'too_many' );
			await expect(
				network.telephony.placeCall( wanted )
			).rejects.toMatchObject( { kind: 'retryable' } );
			expect( await network.telephony.findCalls( wanted ) ).toEqual( [] );
		} );

		it.each( [
			[ 'lost_answer', 1 ],
			[ 'lost_order', 0 ],
		] as const )(
			'says that nobody knows when the connection is lost: %s [N01]',
			async ( kind, calls ) => {
				const wanted = order();
				await network.trouble( kind );
				await expect(
					network.telephony.placeCall( wanted )
				).rejects.toMatchObject( { kind: 'unknown' } );
				expect(
					await network.telephony.findCalls( wanted )
				).toHaveLength( calls );
			}
		);

		it( 'tells a number that is none from a setting that is wrong', async () => {
			const { telephony, invalidNumber, forbiddenNumber } = network;
			const invalid = telephony.placeCall(
				order( { to: invalidNumber } )
			);
			await expect( invalid ).rejects.toBeInstanceOf( TelephonyError );
			await expect( invalid ).rejects.toMatchObject( {
				kind: 'permanent',
				numberInvalid: true,
			} );
			await expect(
				telephony.placeCall( order( { to: forbiddenNumber } ) )
			).rejects.toMatchObject( { kind: 'settings', code: '21215' } );
		} );

		it( 'records a call once, however often it is asked to, and gives its sound [R13]', async () => {
			const { telephony } = network;
			const { callSid, legId } = await answered();
			await telephony.startRecording( callSid, legId );
			await telephony.startRecording( callSid, legId );
			await telephony.endCall( callSid );
			const recordings = await network.recordingsOf( callSid );
			expect( recordings ).toHaveLength( 1 );
			const sound = await telephony.fetchRecording(
				recordings[ 0 ] ?? ''
			);
			expect( sound?.contentType ).toMatch( /^audio\// );
			expect( sound?.audio.length ).toBeGreaterThan( 0 );
		} );

		it( 'records nothing of a call that is over', async () => {
			const { callSid, legId } = await answered();
			await network.telephony.endCall( callSid );
			await network.telephony.startRecording( callSid, legId );
			expect( await network.recordingsOf( callSid ) ).toEqual( [] );
		} );

		it( 'forgets a recording for good, and does not mind to be asked twice [N15]', async () => {
			const { telephony } = network;
			const { callSid, legId } = await answered();
			await telephony.startRecording( callSid, legId );
			await telephony.endCall( callSid );
			const [ recordingSid = '' ] = await network.recordingsOf( callSid );
			expect( recordingSid ).toMatch( /^RE/ );
			await telephony.deleteRecording( recordingSid );
			await telephony.deleteRecording( recordingSid );
			expect( await telephony.fetchRecording( recordingSid ) ).toBeNull();
			expect( await network.recordingsOf( callSid ) ).toEqual( [] );
		} );

		it( 'sends a text message as it is written', async () => {
			const { to } = order();
			const text = 'Votre rappel : demain, 14 h 30 — « à bientôt ».';
			const sent = await network.telephony.sendMessage(
				message( to, text )
			);
			expect( sent.messageSid ).toMatch( /^SM/ );
			expect( await network.messagesTo( to ) ).toEqual( [ text ] );
		} );

		it.each( [
			[ 'too_many', 'retryable', 0 ],
			[ 'lost_answer', 'unknown', 1 ],
			[ 'lost_order', 'unknown', 0 ],
		] as const )(
			'says of a text message what may be done about it: %s is %s',
			async ( trouble, kind, sent ) => {
				const { to } = order();
				await network.trouble( trouble );
				await expect(
					network.telephony.sendMessage( message( to ) )
				).rejects.toMatchObject( { kind } );
				expect( await network.messagesTo( to ) ).toHaveLength( sent );
			}
		);

		it( 'says what a call cost, once it knows [N20]', async () => {
			const { telephony } = network;
			const { callSid } = await answered();
			await telephony.endCall( callSid );
			expect( await telephony.priceOfCall( callSid ) ).toBe( 'not_yet' );
			await network.billed( callSid );
			expect( await telephony.priceOfCall( callSid ) ).toEqual( {
				micros: 40_000,
				currency: 'USD',
			} );
		} );

		it( 'says what a text message cost, once it knows [N20]', async () => {
			const { telephony } = network;
			const { messageSid } = await telephony.sendMessage(
				message( order().to )
			);
			expect( await telephony.priceOfMessage( messageSid ) ).toBe(
				'not_yet'
			);
			await network.billed( messageSid );
			expect( await telephony.priceOfMessage( messageSid ) ).toEqual( {
				micros: 80_000,
				currency: 'USD',
			} );
		} );

		it( 'says by its list what a minute and a segment cost [N20]', async () => {
			const { telephony } = network;
			expect(
				await telephony.minutePrice( { to: order().to, from } )
			).toEqual( { micros: 40_000, currency: 'USD' } );
			expect( await telephony.segmentPrice( 'FR' ) ).toEqual( {
				micros: 80_000,
				currency: 'USD',
			} );
		} );

		it( 'says that what it does not know costs nothing, ever [N20]', async () => {
			const { telephony } = network;
			expect(
				await telephony.priceOfCall( `CA${ '0'.repeat( 32 ) }` )
			).toBe( 'never' );
			expect(
				await telephony.priceOfMessage( `SM${ '0'.repeat( 32 ) }` )
			).toBe( 'never' );
		} );

		it( 'tells of its account: balance, numbers and countries', async () => {
			const { telephony } = network;
			const account = await telephony.readAccount();
			expect( account ).toMatchObject( {
				type: 'full',
				active: true,
				balance: { milli: 20_000, currency: 'USD' },
				countries: expect.arrayContaining( [ 'BE', 'CH', 'FR', 'LU' ] ),
			} );
			expect( account.numbers ).toContainEqual( {
				number: from,
				voice: true,
				sms: true,
				isVerifiedOnly: false,
			} );
			expect( await telephony.readBalance() ).toEqual( account.balance );
		} );

		it( 'sends no text message to a number that is none', async () => {
			await expect(
				network.telephony.sendMessage(
					message( network.invalidNumber )
				)
			).rejects.toMatchObject( {
				kind: 'permanent',
				numberInvalid: true,
			} );
		} );
	} );
}
