import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { systemClock } from '../clock.js';
import { FakeTelephony } from './testing/fake-telephony.js';
import {
	startedPhoneLab,
	type StartedLab,
} from './testing/started-phone-lab.js';
import { telephonySuite } from './testing/telephony-suite.js';
import { TelephonyError } from './telephony.js';
import { createTwilioTelephony } from './twilio/twilio-telephony.js';

jest.setTimeout( 30_000 );

const account = {
	accountSid: 'AC0123456789abcdef0123456789abcdef',
	authToken: '0123456789abcdef0123456789abcdef',
};

telephonySuite( 'the fake', async () => {
	const telephony = new FakeTelephony( systemClock );
	const place = telephony.placeCall.bind( telephony );
	telephony.placeCall = async ( order ) => {
		if ( order.to === '+33199000005' ) {
			throw new TelephonyError( 'permanent', '21211', 'Invalid', true );
		}
		if ( order.to === '+33199000008' ) {
			throw new TelephonyError( 'settings', '21215', 'Not allowed' );
		}
		return place( order );
	};
	const send = telephony.sendMessage.bind( telephony );
	telephony.sendMessage = async ( order ) => {
		if ( order.to === '+33199000005' ) {
			throw new TelephonyError( 'permanent', '21211', 'Invalid', true );
		}
		return send( order );
	};
	return {
		telephony,
		recordingsOf: async ( callSid ) =>
			telephony.recordings
				.filter( ( recording ) => recording.callSid === callSid )
				.map( ( recording ) => recording.recordingSid ),
		messagesTo: async ( number ) =>
			telephony.messages
				.filter( ( message ) => message.to === number )
				.map( ( message ) => message.text ),
		answer: async ( callSid ) => telephony.set( callSid, 'in_progress' ),
		billed: async ( sid ) =>
			telephony.price( sid, {
				micros: sid.startsWith( 'CA' ) ? 40_000 : 80_000,
				currency: 'USD',
			} ),
		trouble: async ( kind ) =>
			telephony.fail(
				kind === 'too_many'
					? new TelephonyError( 'retryable', '20429', 'Too many' )
					: new TelephonyError( 'unknown', 'timeout', 'Lost' ),
				kind === 'lost_answer'
			),
		invalidNumber: '+33199000005',
		forbiddenNumber: '+33199000008',
	};
} );

let lab: StartedLab;
beforeAll( async () => {
	lab = await startedPhoneLab( account, [ { number: '+33180000000' } ] );
} );
afterAll( () => lab.close() );

const telephonyOn = ( baseUrl: string, authToken = account.authToken ) =>
	createTwilioTelephony( {
		...account,
		authToken,
		baseUrl,
		// Nobody answers there: a leg's life is tested with the service, not here.
		publicBaseUrl: () => 'http://127.0.0.1:9',
		timeoutMilliseconds: 700,
	} );

const ask = ( path: string, body: unknown = {} ) =>
	fetch( `${ lab.url }/lab/${ path }`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify( body ),
	} );

/** What the network has, straight from its REST API: the port does not ask for it. */
async function listed< T >( path: string, name: string ): Promise< T[] > {
	const answer = await fetch(
		`${ lab.url }/2010-04-01/Accounts/${ account.accountSid }/${ path }`,
		{
			headers: {
				Authorization: `Basic ${ Buffer.from(
					`${ account.accountSid }:${ account.authToken }`
				).toString( 'base64' ) }`,
			},
		}
	);
	return ( ( await answer.json() ) as Record< string, T[] > )[ name ] ?? [];
}

telephonySuite( 'Twilio’s SDK against the phone lab', async () => {
	await ask( 'faults', { faults: [] } );
	const telephony = telephonyOn( lab.url );
	const troubles = {
		too_many: 'rest-429',
		lost_answer: 'rest-timeout-after',
		lost_order: 'rest-timeout-before',
	};
	return {
		telephony,
		recordingsOf: async ( callSid ) =>
			(
				await listed< { sid: string } >(
					`Calls/${ callSid }/Recordings.json`,
					'recordings'
				)
			).map( ( recording ) => recording.sid ),
		messagesTo: async ( number ) =>
			(
				await listed< { body: string } >(
					`Messages.json?To=${ encodeURIComponent( number ) }`,
					'messages'
				)
			).map( ( message ) => message.body ),
		async billed() {
			await ask( 'clock', { mode: 'virtual' } );
			await ask( 'clock', { advanceSeconds: 40 } );
			await ask( 'clock', { mode: 'real' } );
		},
		async answer( callSid, number ) {
			for ( let tries = 0; tries < 100; tries++ ) {
				if (
					( await telephony.fetchCall( callSid ) )?.status ===
					'ringing'
				) {
					break;
				}
			}
			await ask( `phones/${ number }/answer` );
			// No service is there to say what the call hears, so it hears this instead of ending.
			await telephony.redirectCall( callSid, {
				type: 'say_and_hang_up',
				message: {
					text: 'Un instant, s’il vous plaît. '.repeat( 20 ),
					language: 'fr',
					voice: 'woman',
				},
			} );
		},
		async trouble( kind ) {
			await ask( 'faults', {
				faults: [
					{
						kind: troubles[ kind ],
						next: 1,
						only: { method: 'POST' },
						delaySeconds: 1,
					},
				],
			} );
		},
		invalidNumber: '+33199000005',
		forbiddenNumber: '+33199000008',
	};
} );

it( 'takes wrong credentials as a setting that the owner has to mend', async () => {
	await expect(
		telephonyOn( lab.url, 'ffffffffffffffffffffffffffffffff' ).findCalls( {
			to: '+33612345678',
			from: '+33180000000',
		} )
	).rejects.toMatchObject( { kind: 'settings' } );
} );

it( 'takes a network to which no connection was made as one that processed nothing', async () => {
	await expect(
		telephonyOn( 'http://127.0.0.1:9' ).fetchCall( 'CA1' )
	).rejects.toMatchObject( { kind: 'retryable', code: 'ECONNREFUSED' } );
} );
