import type { AlertCode } from '../alerts/alerts.js';
import { never } from './domain/callback-request.js';
import type { Effect } from './domain/commands.js';
import type { Dependencies } from './dependencies.js';
import { jobNames, type LegJob, type RequestJob } from './job-names.js';

/**
 * Writes what a decision wants done as jobs, in the decision's own transaction: neither is ever there without the other.
 */
export async function scheduleEffects(
	{ jobs, alerts }: Pick< Dependencies, 'jobs' | 'alerts' >,
	{ requestId, siteId }: { requestId: string; siteId: string },
	effects: readonly Effect[]
): Promise< void > {
	for ( const effect of effects ) {
		switch ( effect.type ) {
			case 'dial_leg': {
				const job: LegJob = { requestId, legId: effect.legId };
				await ( effect.at
					? jobs.at( effect.at, jobNames.dialLeg, job )
					: jobs.now( jobNames.dialLeg, job ) );
				break;
			}
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

/** Which sentence mends what the network's error number names: https://www.twilio.com/docs/api/errors */
export function alertFor( code: string ): AlertCode {
	switch ( code ) {
		case '21210':
		case '21212':
			return 'telephony_caller_id';
		case '21215':
		case '21408':
			return 'telephony_country';
		case '20003':
		case 'http-401':
		case 'http-403':
			return 'telephony_credentials';
		default:
			return 'telephony_unreachable';
	}
}
