import type { AlertCode } from '../alerts/alerts.js';
import { never, type CallbackRequest } from './domain/callback-request.js';
import type { Effect } from './domain/commands.js';
import type { Dependencies } from './dependencies.js';
import {
	jobNames,
	type LegJob,
	type RequestJob,
	type SiteJob,
} from './job-names.js';
import { takerOf } from './place.js';
import type { RequestDetails } from './store/rows.js';

type Needed = Pick< Dependencies, 'jobs' | 'alerts' | 'store' | 'afterCall' >;

/**
 * Writes what a decision wants done as jobs, in the decision's own transaction: neither is ever there without the other.
 */
export async function scheduleEffects(
	{ jobs, alerts, store, afterCall }: Needed,
	{ request, details }: { request: CallbackRequest; details: RequestDetails },
	effects: readonly Effect[]
): Promise< void > {
	const { siteId, channelId } = details;
	const requestId = request.id;
	for ( const effect of withoutRepeats( effects ) ) {
		switch ( effect.type ) {
			case 'seek': {
				const job: RequestJob = { requestId };
				await ( effect.at
					? jobs.at( effect.at, jobNames.seekCompany, job )
					: jobs.now( jobNames.seekCompany, job ) );
				break;
			}
			case 'move_queue':
				// Whoever comes to wait while this commits looks once more by itself.
				if ( await store.someoneInLine( siteId ) ) {
					await jobs.now< SiteJob >( jobNames.moveQueue, { siteId } );
				}
				break;
			case 'start_recording':
				await jobs.now< LegJob >( jobNames.startRecording, {
					requestId,
					legId: effect.legId,
				} );
				break;
			case 'send_booking_link':
				await afterCall.bookingLinkWanted( {
					siteId,
					channelId,
					requestId,
					number: details.number,
					callerId: request.plan.callerId,
					language: details.language,
					pageUrl: details.pageUrl,
				} );
				break;
			case 'survey_scored':
				await afterCall.surveyScored( {
					siteId,
					channelId,
					requestId,
					userId: takerOf( request.attempt ),
					score: effect.score,
				} );
				break;
			case 'dial_leg': {
				const job: LegJob = { requestId, legId: effect.legId };
				await ( effect.at
					? jobs.at( effect.at, jobNames.dialLeg, job )
					: jobs.now( jobNames.dialLeg, job ) );
				break;
			}
			case 'return_timer':
				await jobs.at< RequestJob >( effect.at, jobNames.returnTimer, {
					requestId,
				} );
				break;
			case 'watch_booking':
				await jobs.at< RequestJob >( effect.at, jobNames.watchBooking, {
					requestId,
				} );
				break;
			case 'end_call':
				await jobs.now< LegJob >( jobNames.endCall, {
					requestId,
					legId: effect.legId,
				} );
				break;
			case 'redirect_call':
				await jobs.now< LegJob >( jobNames.redirectCall, {
					requestId,
					legId: effect.legId,
				} );
				break;
			case 'ask_call':
				await jobs.now< LegJob >( jobNames.askCall, {
					requestId,
					legId: effect.legId,
				} );
				break;
			case 'check_deadline':
				await jobs.at< RequestJob >(
					effect.at,
					jobNames.checkDeadline,
					{
						requestId,
					}
				);
				break;
			case 'raise_alert':
				await alerts.raise(
					siteId,
					alertFor( effect.code ),
					effect.code
				);
				break;
			default:
				never( effect );
		}
	}
}

/** The queue is moved once, whoever wants it. */
function withoutRepeats( effects: readonly Effect[] ): Effect[] {
	const first = effects.findIndex( ( { type } ) => type === 'move_queue' );
	return effects.filter(
		( { type }, index ) => type !== 'move_queue' || index === first
	);
}

/** Which sentence mends what the network's error number names: https://www.twilio.com/docs/api/errors */
export function alertFor( code: string ): AlertCode {
	switch ( code ) {
		case '21210':
		case '21212':
			return 'telephony_caller_id';
		case '21215':
		case '21408':
			return 'telephony_country';
		// A trial account, and a number that it has not verified: of a call, and of a text message.
		// https://www.twilio.com/docs/api/errors/21219, https://www.twilio.com/docs/api/errors/21608
		case '21219':
		case '21608':
			return 'telephony_trial';
		case 'secrets_key':
		case '20003':
		case 'http-401':
		case 'http-403':
			return 'telephony_credentials';
		default:
			return 'telephony_unreachable';
	}
}
