import {
	TelephonyError,
	type CallReport,
	type Telephony,
} from '../telephony/telephony.js';
import { applyCommand } from './apply-command.js';
import { callScriptFor } from './call-script-for.js';
import { legById } from './domain/callback-request.js';
import type { Leg } from './domain/leg.js';
import { after } from './domain/timings.js';
import type { Dependencies } from './dependencies.js';
import type { LegJob } from './job-names.js';
import type { Loaded } from './store/callback-store.js';

/** The network writes whole seconds, and its clock is not ours. */
const clockDifferenceSeconds = 30;

/** Ends the leg's call, in whatever state it is. Tried again by the job when the network does not answer. */
export async function endCall(
	dependencies: Dependencies,
	job: LegJob
): Promise< void > {
	const found = await find( dependencies, job );
	if ( found?.callSid ) {
		dependencies.killPoint( 'effect:before' );
		await orSettled( dependencies, job, () =>
			networkOf( dependencies, found ).endCall( found.callSid )
		);
		dependencies.killPoint( 'effect:after' );
	}
}

/**
 * Lets whoever is on the line hear what the row says now: why the other cannot be had, or that a message may be left.
 */
export async function redirectCall(
	dependencies: Dependencies,
	job: LegJob
): Promise< void > {
	const found = await find( dependencies, job );
	if ( ! found || ! mayHear( found.leg ) ) {
		return;
	}
	const script = await callScriptFor( dependencies, {
		request: found.loaded.request,
		details: found.loaded.details,
		legId: job.legId,
	} );
	dependencies.killPoint( 'effect:before' );
	await orSettled( dependencies, job, () =>
		script.type === 'hang_up'
			? networkOf( dependencies, found ).endCall( found.callSid )
			: networkOf( dependencies, found ).redirectCall(
					found.callSid,
					script
				)
	);
	dependencies.killPoint( 'effect:after' );
}

/** Whoever is on the line; and who pressed the key after a colleague had, since their leg is over here before their call is. */
function mayHear( leg: Leg ): boolean {
	return (
		leg.state === 'answered' ||
		( leg.state === 'ended' && leg.endReason === 'withdrawn' )
	);
}

/** The two talk, and the client has agreed. A call that records already goes on doing so. */
export async function startRecording(
	dependencies: Dependencies,
	job: LegJob
): Promise< void > {
	const found = await find( dependencies, job );
	if (
		found?.leg.state !== 'answered' ||
		! found.loaded.request.recordingAgreed
	) {
		return;
	}
	dependencies.killPoint( 'record:before' );
	await orSettled( dependencies, job, () =>
		networkOf( dependencies, found ).startRecording(
			found.callSid,
			job.legId
		)
	);
	dependencies.killPoint( 'record:after' );
}

/**
 * Asks the network about a leg from which nothing was heard in time, and tells the request what it says. An answer that
 * does not come is asked for again at the next deadline.
 */
export async function askCall(
	dependencies: Dependencies,
	job: LegJob
): Promise< void > {
	const { clock, logger } = dependencies;
	const found = await find( dependencies, job );
	if (
		! found ||
		found.leg.state === 'ended' ||
		found.leg.state === 'planned'
	) {
		return;
	}
	let report: CallReport | null;
	try {
		report = found.callSid
			? await networkOf( dependencies, found ).fetchCall( found.callSid )
			: await recognise( dependencies, found );
	} catch ( error ) {
		logger.warn( { ...job, err: error }, 'The network did not answer' );
		return;
	}
	if ( report ) {
		await applyCommand( dependencies, job.requestId, {
			type: 'call_reported',
			legId: job.legId,
			callSid: report.callSid,
			status: report.status,
			occurredAt: report.endedAt ?? clock.now(),
			source: 'asked',
			code: null,
		} );
	} else if ( found.callSid ) {
		await applyCommand( dependencies, job.requestId, {
			type: 'call_missing',
			legId: job.legId,
		} );
	}
}

/**
 * The call of an order of unknown fate: between its two numbers, made since it was sent, and no other leg's. Null when
 * there is none, or when it could be another's: a wrong guess would mix two callbacks up.
 */
async function recognise(
	dependencies: Dependencies,
	found: Found
): Promise< CallReport | null > {
	const { store } = dependencies;
	const { leg } = found;
	if ( leg.state !== 'dialing' && leg.state !== 'unknown' ) {
		return null;
	}
	if ( ( await store.unrecognised( leg.number, leg.callerId ) ) > 1 ) {
		return null;
	}
	const since = after( leg.dialedAt, -clockDifferenceSeconds );
	const calls = await networkOf( dependencies, found ).findCalls( {
		to: leg.number,
		from: leg.callerId,
	} );
	const recent = calls.filter( ( call ) => call.createdAt >= since );
	const known = await store.knownCalls(
		recent.map( ( call ) => call.callSid )
	);
	const [ only, ...others ] = recent.filter(
		( call ) => ! known.has( call.callSid )
	);
	return only && others.length === 0 ? only : null;
}

interface Found {
	loaded: Loaded;
	leg: Leg;
	/** Empty while nobody has said it. */
	callSid: string;
}

function networkOf(
	{ telephonyOf }: Dependencies,
	{ loaded }: Found
): Telephony {
	return telephonyOf( loaded.details.siteId );
}

async function find(
	{ store }: Dependencies,
	{ requestId, legId }: LegJob
): Promise< Found | null > {
	const loaded = await store.load( requestId );
	const leg = loaded && legById( loaded.request, legId );
	return leg
		? { loaded, leg, callSid: ( 'callSid' in leg && leg.callSid ) || '' }
		: null;
}

/** What the network refuses for good is not tried again; everything else is, by the job. */
async function orSettled(
	{ logger }: Dependencies,
	job: LegJob,
	ask: () => Promise< unknown >
): Promise< void > {
	try {
		await ask();
	} catch ( error ) {
		if (
			error instanceof TelephonyError &&
			( error.kind === 'permanent' || error.kind === 'settings' )
		) {
			logger.warn( { ...job, err: error }, 'The network refused' );
			return;
		}
		throw error;
	}
}
