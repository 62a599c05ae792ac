import type { ChannelSettings, FallbackSettings } from '@rappel/contract';
import { isMobile } from '../guards/mobile.js';
import {
	never,
	type CallPlan,
	type Fallback,
	type RetryRule,
} from './domain/callback-request.js';

interface Settled {
	settings: ChannelSettings;
	/** E.164. */
	clientNumber: string;
	/** E.164: the channel's, the site's or the service's. */
	callerId: string;
	/** The agent whom the request names; null: nobody. */
	ownerUserId: number | null;
	/** The booked time; null: to be called now. */
	booked?: { startsAt: Date; endsAt: Date } | null;
}

/** What a channel's settings mean for one request, from now on: a later change does not move a call in flight. */
export function callPlan( {
	settings,
	clientNumber,
	callerId,
	ownerUserId,
	booked = null,
}: Settled ): CallPlan {
	const { calls, retries, team, fallback, recording, survey, booking } =
		settings;
	const { minutes: returnMinutes } = settings.returnTimer;
	// An empty team falls to the destination number.
	const toTeam = calls.routing === 'team' && team.length > 0;
	return {
		dialOrder:
			calls.dialOrder === 'client_first'
				? [ 'client', 'company' ]
				: [ 'company', 'client' ],
		routing: toTeam ? 'team' : 'destination',
		destination: calls.destinationNumber,
		callerId,
		distribution: calls.distribution,
		confirmation: calls.confirmation,
		endOnMachine: calls.endOnMachine,
		clientKeys: calls.clientKeys,
		ringSeconds: {
			company: calls.companyRingSeconds,
			client: calls.clientRingSeconds,
		},
		keySeconds: calls.keySeconds,
		maximumTalkSeconds: calls.maximumTalkSeconds,
		retries: {
			company: retryRule( retries.company ),
			client: retryRule( retries.client ),
		},
		shortCallSeconds: retries.shortCallSeconds,
		fallback: fallbackOf( fallback, clientNumber ),
		recording: recording.enabled,
		survey: survey.enabled,
		wrapUpSeconds: calls.wrapUpSeconds,
		returnSeconds: returnMinutes === null ? null : returnMinutes * 60,
		owner:
			toTeam && ownerUserId !== null
				? {
						userId: ownerUserId,
						waitSeconds: calls.ownerWaitMinutes * 60,
					}
				: null,
		calledFrom: null,
		booking: booked && {
			...booked,
			lateAfterSeconds: booking.lateAfterMinutes * 60,
			latestSeconds: booking.latestMinutes * 60,
			whenLate: booking.whenLate,
		},
	};
}

function retryRule( {
	attempts,
	spacingMinutes,
	reasons,
}: ChannelSettings[ 'retries' ][ 'client' ] ): RetryRule {
	return { attempts, spacingSeconds: spacingMinutes * 60, reasons };
}

/** A number to fall back on that is missing is none: the channel says so beforehand. */
function fallbackOf(
	fallback: FallbackSettings,
	clientNumber: string
): Fallback {
	switch ( fallback.type ) {
		case 'call_number':
			return fallback.number
				? { type: 'call_number', number: fallback.number }
				: { type: 'refuse' };
		case 'try_again':
			return {
				type: 'try_again',
				seconds: fallback.tryAgainMinutes * 60,
				times: fallback.tryAgainTimes,
			};
		case 'text_message':
			// A landline gets none, so none is promised.
			return {
				type: isMobile( clientNumber ) ? fallback.type : 'refuse',
			};
		case 'refuse':
		case 'voicemail':
			return { type: fallback.type };
		default:
			return never( fallback.type );
	}
}
