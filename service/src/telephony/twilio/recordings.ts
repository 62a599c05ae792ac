import type { Twilio } from 'twilio';
import { TelephonyError, type Telephony } from '../telephony.js';
import type { Addresses } from './addresses.js';
import { twilioApi } from './request-client.js';
import { ifFound, translated, unlessOver } from './translated.js';

type Recordings = Pick<
	Telephony,
	'startRecording' | 'fetchRecording' | 'deleteRecording'
>;

interface Options {
	client: Twilio;
	addresses: Addresses;
	accountSid: string;
	authToken: string;
	/** Another network that speaks Twilio's API; null: Twilio. */
	baseUrl: string | null;
}

/** An hour of sound is about 60 MB. */
const fetchTimeoutMilliseconds = 60_000;
/** More than one is there only where one was stopped. */
const mostRecordings = 20;

export function createRecordings( options: Options ): Recordings {
	const { client, addresses } = options;
	return {
		startRecording: ( callSid, legId ) =>
			translated( async () => {
				const { recordings } = client.calls( callSid );
				await unlessOver( async () => {
					// Twilio has no key for "once": asked again after a lost answer, it would record twice.
					const known = await recordings.list( {
						limit: mostRecordings,
					} );
					if ( known.some( isConversation ) ) {
						return;
					}
					await recordings.create( {
						recordingChannels: 'dual',
						recordingTrack: 'both',
						trim: 'do-not-trim',
						recordingStatusCallback: addresses.recording(
							legId,
							'conversation'
						),
						recordingStatusCallbackMethod: 'POST',
						recordingStatusCallbackEvent: [ 'completed' ],
					} );
				} );
			} ),
		fetchRecording: ( recordingSid ) =>
			translated( () => fetchSound( options, recordingSid ) ),
		deleteRecording: ( recordingSid ) =>
			translated( async () => {
				await ifFound( () =>
					client.recordings( recordingSid ).remove()
				);
			} ),
	};
}

/** https://www.twilio.com/docs/voice/api/recording#recording-properties: what `<Record>` took is a message. */
function isConversation( {
	source,
	status,
}: {
	source: string;
	status: string;
} ): boolean {
	return source !== 'RecordVerb' && status !== 'absent';
}

/**
 * Outside of the SDK, which reads every answer as text. WAV, since a recording's file is asked for without an ending; who asks
 * always says who they are, whether or not the account demands it:
 * https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
 */
async function fetchSound(
	{ accountSid, authToken, baseUrl }: Options,
	recordingSid: string
): Promise< { contentType: string; audio: Uint8Array } | null > {
	const address = `${ baseUrl ?? twilioApi }/2010-04-01/Accounts/${ accountSid }/Recordings/${ encodeURIComponent( recordingSid ) }.wav`;
	const answer = await fetch( address, {
		headers: {
			Authorization: `Basic ${ Buffer.from( `${ accountSid }:${ authToken }` ).toString( 'base64' ) }`,
		},
		signal: AbortSignal.timeout( fetchTimeoutMilliseconds ),
	} ).catch( ( error: unknown ) => {
		throw connectionErrorOf( error );
	} );
	if ( answer.status === 404 ) {
		return null;
	}
	if ( ! answer.ok ) {
		throw Object.assign( new Error( 'No sound' ), {
			status: answer.status,
		} );
	}
	return {
		contentType: answer.headers.get( 'content-type' ) ?? 'audio/x-wav',
		audio: new Uint8Array( await answer.arrayBuffer() ),
	};
}

/** Fetch keeps what went wrong with the connection one level deeper, and numbers its time-out. */
function connectionErrorOf( error: unknown ): unknown {
	if ( error instanceof Error && error.name === 'TimeoutError' ) {
		return new TelephonyError( 'unknown', 'timeout', error.message );
	}
	return error instanceof TypeError && error.cause ? error.cause : error;
}
