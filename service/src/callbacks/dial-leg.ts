import { maskNumber } from '../logging.js';
import { TelephonyError, type CallOrder } from '../telephony/telephony.js';
import { applyCommand, type Applied } from './apply-command.js';
import type { Command, Decision } from './domain/commands.js';
import { legById } from './domain/callback-request.js';
import { timings } from './domain/timings.js';
import type { Dependencies } from './dependencies.js';
import type { Guarded } from './sabotage.js';
import { jobNames, type DialJob } from './job-names.js';
import type { Loaded } from './store/callback-store.js';

/** The network's Dial limit rules a conversation; a call itself lasts this much longer, for waiting and a farewell. */
const callBeyondTalkSeconds = 300;
/** A process that was stopped between its intent and its order sends nothing: the leg counts as unknown by then. */
const freshIntentMilliseconds = ( timings.dialingSeconds - 3 ) * 1_000;

/**
 * Dials a leg, never twice: the intent is committed first, the order is sent once, then its answer is recorded. A process
 * that dies in between leaves a leg `dialing` that nobody sends again; it is recognised by the network's first word of it,
 * or by asking.
 */
export async function dialLeg(
	dependencies: Dependencies,
	job: DialJob
): Promise< void > {
	const { requestId, legId } = job;
	const { killPoint, guarded } = dependencies;
	killPoint( 'dial:before-intent' );
	const intended = await applyCommand(
		dependencies,
		requestId,
		{ type: 'dial_leg', legId },
		{
			allow: ( decision, loaded ) =>
				isItsTurn( dependencies, job, decision, loaded ),
		}
	);
	const order = intended && orderOf( intended, legId, guarded );
	if ( ! order ) {
		return;
	}
	const intentAt = performance.now();
	killPoint( 'dial:after-intent' );
	if (
		performance.now() - intentAt > freshIntentMilliseconds &&
		guarded( 'fencing' )
	) {
		return;
	}
	const { telephonyOf, logger } = dependencies;
	const answer = await telephonyOf( intended.loaded.details.siteId )
		.placeCall( order )
		.then( ( { callSid } ): Command => ( {
			type: 'call_placed',
			legId,
			callSid,
		} ) )
		.catch( ( error: unknown ) => notPlaced( legId, error, guarded ) );
	killPoint( 'dial:after-send' );
	if ( answer.type === 'call_not_placed' ) {
		logger.warn(
			{
				requestId,
				legId,
				to: maskNumber( order.to ),
				kind: answer.kind,
				twilioError: answer.code,
			},
			'A call was not placed'
		);
	}
	await applyCommand( dependencies, requestId, answer );
	killPoint( 'dial:after-record' );
	if ( answer.type === 'call_placed' ) {
		await clearAlerts( dependencies, intended, legId );
	}
}

/**
 * The account takes so many calls a second. A leg whose turn at the network has not come is left as it is, and comes back at
 * its instant.
 */
async function isItsTurn(
	{ pacing, jobs, sites, clock }: Dependencies,
	job: DialJob,
	{ events }: Decision,
	{ details }: Loaded
): Promise< boolean > {
	if (
		job.paced ||
		! events.some( ( { type } ) => type === 'leg_dialing' )
	) {
		return true;
	}
	const now = clock.now();
	const site = await sites.find( details.siteId );
	const turn = await pacing.take( job.legId, now, site?.ownAccountSid );
	if ( turn <= now ) {
		return true;
	}
	await jobs.at< DialJob >( turn, jobNames.dialLeg, { ...job, paced: true } );
	return false;
}

/** Null when the decision was that there is nothing to dial. */
function orderOf(
	{ loaded, request, events }: Applied,
	legId: string,
	guarded: Guarded
): CallOrder | null {
	const leg = legById( request, legId );
	const intended =
		events.some(
			( event ) => event.type === 'leg_dialing' && event.legId === legId
		) ||
		( leg?.state === 'dialing' && ! guarded( 'fencing' ) );
	if ( ! intended || ! leg ) {
		return null;
	}
	return {
		legId,
		to: leg.number,
		from: leg.callerId,
		ringSeconds: request.plan.ringSeconds[ leg.party ],
		timeLimitSeconds:
			request.plan.maximumTalkSeconds + callBeyondTalkSeconds,
		language: loaded.details.language,
		voice: 'woman',
		detectMachine: request.plan.endOnMachine[ leg.party ],
	};
}

function notPlaced( legId: string, error: unknown, guarded: Guarded ): Command {
	return error instanceof TelephonyError
		? {
				type: 'call_not_placed',
				legId,
				kind:
					error.kind === 'unknown' &&
					! guarded( 'unknown-not-resent' )
						? 'retryable'
						: error.kind,
				code: error.code,
				numberInvalid: error.numberInvalid,
			}
		: {
				// A fault of ours, before or after sending: nobody can say.
				type: 'call_not_placed',
				legId,
				kind: 'unknown',
				code: 'internal',
				numberInvalid: false,
			};
}

/** Which only an accepted call of a visitor shows to be mended: those of the company are few, and all alike. */
const ofVisitors: ReadonlySet< string > = new Set( [
	'telephony_country',
	'telephony_trial',
] );

/**
 * A call that was accepted shows that credentials and caller id are right again; that a country or a number may be called, only
 * when it was the visitor's.
 */
async function clearAlerts(
	{ alerts }: Dependencies,
	{ loaded, request }: Applied,
	legId: string
): Promise< void > {
	const { siteId } = loaded.details;
	const isClient = legById( request, legId )?.party === 'client';
	for ( const { code } of await alerts.list( siteId ) ) {
		if (
			code.startsWith( 'telephony_' ) &&
			( isClient || ! ofVisitors.has( code ) )
		) {
			await alerts.clear( siteId, code );
		}
	}
}
