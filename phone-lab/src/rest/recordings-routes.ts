import { Router } from 'express';
import type { Request, Response } from 'express';
import { apiVersion } from '../calls/call-parameters.js';
import type { Lab } from '../lab/context.js';
import { recordingMp3, recordingWav } from '../recordings/recording-sound.js';
import {
	finishRecording,
	openRecording,
	removeRecording,
	wholeSeconds,
} from '../recordings/recordings.js';
import type { RecordingRecord } from '../state/records.js';
import { answer } from './answer.js';
import type { AnswerLocals } from './answer.js';
import { findCall } from './calls-routes.js';
import { twilioDate } from './dates.js';
import { pageOf, withinDates } from './paging.js';
import { Parameters } from './parameters.js';
import { accountUri } from './representations.js';
import { notFound, TwilioError } from './twilio-error.js';

const events = [ 'in-progress', 'completed', 'absent' ] as const;
const changes = [ 'in-progress', 'paused', 'stopped' ] as const;

const body = ( request: Request ) =>
	new Parameters( ( request.body ?? {} ) as Record< string, unknown > );

function shared( recording: RecordingRecord, accountSid: string ) {
	return {
		sid: recording.sid,
		account_sid: accountSid,
		call_sid: recording.callSid,
		conference_sid: null,
		status: recording.status,
		source: recording.source,
		channels: recording.channels,
		duration: wholeSeconds( recording ),
		start_time: twilioDate( recording.createdAt ),
		date_created: twilioDate( recording.createdAt ),
		date_updated: twilioDate( recording.updatedAt ),
		api_version: apiVersion,
		price: null,
		price_unit: 'USD',
		error_code: null,
		encryption_details: null,
	};
}

const callRecordingJson = (
	recording: RecordingRecord,
	accountSid: string
) => ( {
	...shared( recording, accountSid ),
	track: recording.track,
	uri: `${ accountUri( accountSid ) }/Calls/${ recording.callSid }/Recordings/${ recording.sid }.json`,
} );

function recordingJson( recording: RecordingRecord, lab: Lab ) {
	const { accountSid } = lab.account;
	const uri = `${ accountUri( accountSid ) }/Recordings/${ recording.sid }`;
	return {
		...shared( recording, accountSid ),
		media_url: `${ lab.baseUrl() }${ uri }`,
		uri: `${ uri }.json`,
		subresource_uris: {
			transcriptions: `${ uri }/Transcriptions.json`,
			add_on_results: `${ uri }/AddOnResults.json`,
		},
	};
}

/** A running call is recorded from now on. */
function start( lab: Lab, request: Request< { sid: string } > ) {
	const call = findCall( lab, request.params.sid, request.path );
	const parameters = body( request );
	if ( call.status !== 'in-progress' ) {
		throw new TwilioError(
			21220,
			`Unable to create record. The requested resource ${ call.sid } is not eligible for recording.`
		);
	}
	const url = parameters.url( 'RecordingStatusCallback' );
	const told = parameters.list( 'RecordingStatusCallbackEvent' );
	const wrong = told.find(
		( event ) => ! ( events as readonly string[] ).includes( event )
	);
	if ( wrong !== undefined ) {
		throw new TwilioError(
			20001,
			`RecordingStatusCallbackEvent '${ wrong }' is none of ${ events.join( ', ' ) }.`
		);
	}
	return openRecording( lab, {
		callSid: call.sid,
		source: 'StartCallRecordingAPI',
		channels:
			parameters.oneOf( 'RecordingChannels', [
				'mono',
				'dual',
			] as const ) === 'dual'
				? 2
				: 1,
		track:
			parameters.oneOf( 'RecordingTrack', [
				'inbound',
				'outbound',
				'both',
			] as const ) ?? 'both',
		trimSilence: parameters.text( 'Trim' ) === 'trim-silence',
		callback:
			url === null
				? null
				: {
						url,
						method: parameters.method(
							'RecordingStatusCallbackMethod'
						),
						events: told.length > 0 ? told : [ 'completed' ],
					},
	} );
}

/** Pauses, goes on or stops. */
function change(
	lab: Lab,
	recording: RecordingRecord,
	parameters: Parameters
): void {
	const status = parameters.oneOf( 'Status', changes );
	if ( recording.durationSeconds !== null || status === null ) {
		throw new TwilioError(
			20001,
			'Status is one of in-progress, paused, stopped, and the recording must go on still.'
		);
	}
	if ( status === 'stopped' ) {
		finishRecording( lab, recording, 'stopped' );
		return;
	}
	recording.status = status;
	recording.updatedAt = lab.clock.now();
	lab.changed();
}

/** The sound itself, which no schema describes. A fault takes it away as any other answer. */
async function sendSound(
	response: Response,
	type: string,
	sound: Buffer
): Promise< void > {
	const locals = response.locals as AnswerLocals;
	if ( locals.swallow ) {
		return answer( response, 200, null );
	}
	locals.logged?.( 200, null );
	response.type( type ).send( sound );
}

export function recordingsRoutes( lab: Lab ): Router {
	const { accountSid } = lab.account;
	const router = Router( { mergeParams: true } );
	const find = ( request: Request, callSid?: string ): RecordingRecord => {
		const recording = lab.recordings.get(
			String( request.params.recording )
		);
		if (
			! recording ||
			( callSid !== undefined && recording.callSid !== callSid )
		) {
			throw notFound( request.path );
		}
		return recording;
	};
	const list = async (
		request: Request,
		response: Response,
		recordings: RecordingRecord[],
		json: ( one: RecordingRecord ) => unknown
	) => {
		const found = recordings.filter( ( { createdAt } ) =>
			withinDates( request, 'DateCreated', createdAt )
		);
		await answer(
			response,
			200,
			pageOf(
				request,
				'recordings',
				found.reverse(),
				( { sid } ) => sid,
				json
			)
		);
	};
	const remove = async ( request: Request, response: Response ) => {
		removeRecording( lab, find( request ) );
		await answer( response, 204, null );
	};

	router.post( '/Calls/:sid/Recordings.json', async ( request, response ) => {
		await answer(
			response,
			201,
			callRecordingJson( start( lab, request ), accountSid )
		);
	} );
	router.get( '/Calls/:sid/Recordings.json', async ( request, response ) => {
		const call = findCall( lab, request.params.sid, request.path );
		await list(
			request,
			response,
			lab.state.recordings.filter(
				( { callSid } ) => callSid === call.sid
			),
			( one ) => callRecordingJson( one, accountSid )
		);
	} );
	const ofCall = '/Calls/:sid/Recordings/:recording.json';
	router.get( ofCall, async ( request, response ) => {
		const recording = find( request, request.params.sid );
		await answer(
			response,
			200,
			callRecordingJson( recording, accountSid )
		);
	} );
	router.post( ofCall, async ( request, response ) => {
		const recording = find( request, request.params.sid );
		change( lab, recording, body( request ) );
		await answer(
			response,
			200,
			callRecordingJson( recording, accountSid )
		);
	} );
	router.delete( ofCall, remove );

	router.get( '/Recordings.json', async ( request, response ) => {
		const callSid = new Parameters( request.query ).text( 'CallSid' );
		await list(
			request,
			response,
			lab.state.recordings.filter(
				( one ) => callSid === null || one.callSid === callSid
			),
			( one ) => recordingJson( one, lab )
		);
	} );
	router.get( '/Recordings/:recording.json', async ( request, response ) => {
		await answer( response, 200, recordingJson( find( request ), lab ) );
	} );
	router.delete( '/Recordings/:recording.json', remove );
	router.get( '/Recordings/:recording.mp3', ( request, response ) =>
		sendSound( response, 'audio/mpeg', recordingMp3( find( request ) ) )
	);
	router.get(
		[ '/Recordings/:recording.wav', '/Recordings/:recording' ],
		( request, response ) =>
			sendSound(
				response,
				'audio/x-wav',
				recordingWav( find( request ) )
			)
	);
	return router;
}
