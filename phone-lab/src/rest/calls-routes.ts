import { Router } from 'express';
import { isOver } from '../calls/call-status.js';
import { takeOut } from '../calls/dial.js';
import { fetchDocument } from '../calls/documents.js';
import { enqueueDial } from '../calls/dial-queue.js';
import { addCall } from '../calls/new-record.js';
import type { Lab } from '../lab/context.js';
import type { CallRecord } from '../state/records.js';
import { parseTwiml } from '../twiml/parse.js';
import { refuseCall } from './account-rules.js';
import { answer } from './answer.js';
import { newCall } from './new-call.js';
import { pageOf, withinDates } from './paging.js';
import { Parameters } from './parameters.js';
import { callJson } from './representations.js';
import { notFound, TwilioError } from './twilio-error.js';

export function findCall(
	lab: Lab,
	sid: string | undefined,
	path: string
): CallRecord {
	const call = lab.calls.get( sid ?? '' );
	if ( ! call ) {
		throw notFound( path );
	}
	return call;
}

/** POST Calls/{sid}: ends a call, or puts other TwiML in its place. */
function update( lab: Lab, call: CallRecord, parameters: Parameters ): void {
	const status = parameters.oneOf( 'Status', [
		'canceled',
		'completed',
	] as const );
	const url = parameters.url( 'Url' );
	const twiml = parameters.text( 'Twiml' );
	if ( isOver( call ) ) {
		throw new TwilioError(
			21220,
			'Call is not in-progress. Cannot redirect.'
		);
	}
	if ( ( url !== null || twiml ) && call.status !== 'in-progress' ) {
		throw new TwilioError(
			21220,
			'Call is not in-progress. Cannot redirect.'
		);
	}
	call.fallbackUrl = parameters.url( 'FallbackUrl' ) ?? call.fallbackUrl;
	call.fallbackMethod = parameters.method(
		'FallbackMethod',
		call.fallbackMethod
	);
	call.statusCallback =
		parameters.url( 'StatusCallback' ) ?? call.statusCallback;
	call.statusCallbackMethod = parameters.method(
		'StatusCallbackMethod',
		call.statusCallbackMethod
	);
	if ( call.answeredAt !== null && parameters.text( 'TimeLimit' ) !== null ) {
		call.timeLimitSeconds = parameters.count( 'TimeLimit', {
			fallback: call.timeLimitSeconds,
			minimum: 1,
			maximum: 86_400,
		} );
		lab.timers.set(
			'limit',
			call.sid,
			call.answeredAt + call.timeLimitSeconds * 1_000
		);
	}
	if ( status !== null && call.status !== 'in-progress' ) {
		return lab.actions.endCall( call, 'canceled', { hungUpBy: 'api' } );
	}
	if ( status === 'completed' ) {
		return lab.actions.endCall( call, 'completed', { hungUpBy: 'api' } );
	}
	// "canceled" does not touch a call that was answered: that is what the two words are for.
	if ( twiml ) {
		const verbs = parse( twiml );
		takeOut( lab, call, 'participant_updated_via_api' );
		lab.actions.runDocument( call, { verbs, url: null, method: 'POST' } );
	} else if ( url !== null ) {
		takeOut( lab, call, 'participant_updated_via_api' );
		fetchDocument( lab, call, {
			url,
			method: parameters.method( 'Method' ),
			parameters: {},
		} );
	}
}

function parse( twiml: string ) {
	try {
		return parseTwiml( twiml );
	} catch ( error ) {
		throw new TwilioError(
			20001,
			`Twiml parameter: ${ ( error as Error ).message }`
		);
	}
}

/** https://www.twilio.com/docs/api/errors/10004 */
function refuseBeyondLimit( lab: Lab ): void {
	const { maximumCalls } = lab.state.settings;
	if ( maximumCalls > 0 && lab.live.size >= maximumCalls ) {
		throw new TwilioError( 10004, 'Call concurrency limit exceeded' );
	}
}

export function callsRoutes( lab: Lab ): Router {
	const router = Router( { mergeParams: true } );

	router.post( '/Calls.json', async ( request, response ) => {
		refuseBeyondLimit( lab );
		const call = newCall(
			new Parameters( request.body as Record< string, unknown > ),
			lab.clock.now()
		);
		refuseCall( lab.state.account, call.to );
		addCall( lab, call );
		await answer( response, 201, callJson( lab, call ) );
		// Twilio answers first and dials then; what it tells meanwhile can still overtake the answer.
		setImmediate( () => enqueueDial( lab, call ) );
	} );

	router.get( '/Calls.json', async ( request, response ) => {
		const parameters = new Parameters( request.query );
		const [ to, from, status ] = [
			parameters.text( 'To' ),
			parameters.text( 'From' ),
			parameters.text( 'Status' ),
		];
		const parent = parameters.text( 'ParentCallSid' );
		const found = lab.state.calls.filter(
			( call ) =>
				( to === null || call.to === to ) &&
				( from === null || call.from === from ) &&
				( parent === null || call.parentCallSid === parent ) &&
				( status === null ||
					callJson( lab, call ).status === status ) &&
				// A call that still waits to be dialled counts by when it was made, so that who looks for it finds it.
				withinDates(
					request,
					'StartTime',
					call.startedAt ?? call.createdAt
				) &&
				withinDates( request, 'EndTime', call.endedAt )
		);
		await answer(
			response,
			200,
			pageOf(
				request,
				'calls',
				found.reverse(),
				( { sid } ) => sid,
				( call ) => callJson( lab, call )
			)
		);
	} );

	router.get( '/Calls/:sid.json', async ( request, response ) => {
		await answer(
			response,
			200,
			callJson( lab, findCall( lab, request.params.sid, request.path ) )
		);
	} );

	router.post( '/Calls/:sid.json', async ( request, response ) => {
		const call = findCall( lab, request.params.sid, request.path );
		update(
			lab,
			call,
			new Parameters( request.body as Record< string, unknown > )
		);
		await answer( response, 200, callJson( lab, call ) );
	} );

	return router;
}
