import type { RequestDetail } from '@rappel/contract';
import { sayTime, sayTimeOfDay } from '../availability/say-time.js';
import { shownNumber } from '../callbacks/shown-number.js';
import type { Channel } from '../channels/channel.js';
import type { NextText, ReasonText, TextKey } from '../messages/text-key.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import type { Fact, Words } from './team-letter.js';

/** A request as the team is told of it. */
export type ToldOf = Pick<
	RequestDetail,
	| 'state'
	| 'failureReason'
	| 'dueAt'
	| 'bookedFor'
	| 'requestedAt'
	| 'outcome'
	| 'number'
	| 'name'
	| 'note'
	| 'pageTitle'
	| 'pageUrl'
	| 'attemptsMade'
>;

interface Told {
	site: Site;
	channel: Channel;
	request: ToldOf;
	now: Date;
}

/** The agent's phone rang in vain. By the company's clock and in the channel's language, as everything the company reads. */
export function missedCallWords(
	told: Told,
	{ legId }: { legId: string }
): Words {
	const { site, channel, request } = told;
	const { language, name } = channel.settings;
	const leg = request.attemptsMade
		.flatMap( ( { legs } ) => legs )
		.find( ( { id } ) => id === legId );
	const rangAt = leg?.ringingAt ?? leg?.dialedAt ?? null;
	const next = nextSentence( told );
	const values = {
		channel: name,
		site: site.name,
		time: rangAt
			? sayTimeOfDay( new Date( rangAt ), {
					timeZone: site.timeZone,
					language,
				} )
			: '',
	};
	return {
		language,
		subject: text( 'team.missed_call.subject', language, values ),
		blocks: [
			text( 'team.missed_call.lead', language, values ),
			factsOf( told ),
			next,
			text( 'team.why.asked', language ),
		],
		short: text( 'team.missed_call.short', language, {
			...values,
			client: clientOf( request ),
			next,
		} ),
	};
}

export function failedBookingWords( told: Told ): Words {
	const { site, channel, request } = told;
	const { language, name } = channel.settings;
	const values = {
		channel: name,
		site: site.name,
		when: said( told, request.bookedFor ?? request.requestedAt ),
	};
	const why = text( `team.reason.${ reasonOf( request ) }`, language );
	return {
		language,
		subject: text( 'team.failed_booking.subject', language, values ),
		blocks: [
			text( 'team.failed_booking.lead', language, values ),
			why,
			factsOf( told ),
			nextSentence( told ),
			text( 'team.why.asked', language ),
		],
		short: text( 'team.failed_booking.short', language, {
			...values,
			client: clientOf( request ),
			why,
		} ),
	};
}

export function notHandledWords( told: Told ): Words {
	const { site, channel, request } = told;
	const { language, name } = channel.settings;
	const values = {
		channel: name,
		site: site.name,
		when: said( told, request.bookedFor ?? request.requestedAt ),
	};
	return {
		language,
		subject: text( 'team.not_handled.subject', language, values ),
		blocks: [
			text( 'team.not_handled.lead', language, values ),
			factsOf( told ),
			nextSentence( told ),
			text( 'team.not_handled.do', language ),
			text( 'team.why.supervises', language ),
		],
		short: text( 'team.not_handled.lead', language, values ),
	};
}

function said( { site, channel, now }: Told, at: string ): string {
	return sayTime( new Date( at ), {
		siteZone: site.timeZone,
		visitorZone: null,
		language: channel.settings.language,
		now,
	} );
}

function clientOf( { name, number }: ToldOf ): string {
	const shown = shownNumber( number );
	return name ? `${ name }, ${ shown }` : shown;
}

function factsOf( { channel, request }: Told ): Fact[] {
	const { language } = channel.settings;
	const given: Array< [ TextKey, string | null ] > = [
		[ 'team.fact.number', shownNumber( request.number ) ],
		[ 'team.fact.name', request.name ],
		[ 'team.fact.note', request.note ],
		[ 'team.fact.page', request.pageTitle ?? request.pageUrl ],
	];
	return given.flatMap( ( [ key, value ] ) =>
		value ? [ { label: text( key, language ), value } ] : []
	);
}

/** What comes next of itself, or is to be done. */
function nextSentence( told: Told ): string {
	const { request, channel } = told;
	const { language } = channel.settings;
	return request.state === 'scheduled' && request.dueAt
		? text( 'team.next.again', language, {
				when: said( told, request.dueAt ),
			} )
		: text( `team.next.${ nextOf( request ) }`, language );
}

function nextOf( { state, outcome, attemptsMade }: ToldOf ): NextText {
	switch ( state ) {
		case 'scheduled':
		case 'queued':
			return 'waits';
		case 'calling_company':
			return 'colleague_called';
		case 'calling_client':
		case 'talking':
		case 'surveying':
			return 'colleague';
		case 'leaving_message':
			return 'message';
		case 'cancelled':
			return 'cancelled';
		case 'done':
			return attemptsMade.some( ( { joinedAt } ) => joinedAt )
				? 'colleague'
				: 'message_left';
		case 'failed':
		case 'expired':
		case 'overdue':
			return outcome ? 'handled' : 'call_them';
	}
}

function reasonOf( { state, failureReason }: ToldOf ): ReasonText {
	if ( state !== 'failed' ) {
		return state === 'done' ? 'message' : 'late';
	}
	switch ( failureReason ) {
		case 'client_busy':
		case 'client_no_answer':
		case 'client_refused':
		case 'client_failed':
		case 'client_hung_up':
		case 'client_machine':
		case 'client_number_invalid':
			return 'client';
		case 'booking_missed':
			return 'late';
		case 'telephony_settings':
		case 'telephony_unavailable':
		case 'not_confirmed':
			return 'network';
		default:
			return 'company';
	}
}
