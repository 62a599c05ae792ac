import type { Language, VisitorState, VisitorStatus } from '@rappel/contract';
import type { HeldBackText } from '../messages/text-key.js';
import { text, type TextKey } from '../messages/texts.js';
import type { Dependencies } from './dependencies.js';
import {
	canCancel,
	isOver,
	never,
	type CallbackRequest,
	type FailureReason,
	type HeldBackBy,
} from './domain/callback-request.js';
import { isInLine } from './place.js';
import { shownNumber, shownTo } from './shown-number.js';
import type { Loaded } from './store/callback-store.js';

const liveMilliseconds = 1_000;
/** Nothing that the visitor waits for happens while they talk, or until the owner has mended a setting. */
const calmMilliseconds = 5_000;

interface Options {
	language: Language;
	/** The channel's own confirmation text; null: ours. */
	confirmation?: string | null;
	/** The answer to the visitor's click: the confirmation, and not yet what happens. */
	justAccepted?: boolean;
}

/** What the visitor's page is told: what happens now, in their language, and whether they may still change their mind. */
export async function visitorStatus(
	{ store }: Pick< Dependencies, 'store' >,
	loaded: Loaded,
	{ language, confirmation = null, justAccepted = false }: Options
): Promise< VisitorStatus > {
	const { request, details, updatedAt } = loaded;
	const { callerId } = request.plan;
	const callerIdShown = callerId ? shownTo( callerId, details.number ) : null;
	const place = await placeOf( store, loaded );
	const key = messageKey( request, { place, callerIdShown } );
	const final = isOver( request );
	return {
		key: details.requestKey,
		state: visitorState( request ),
		message:
			justAccepted && ! final
				? ( confirmation ?? text( 'channel.confirmation', language ) )
				: text( key, language, {
						place: place ?? '',
						callerId: callerIdShown ?? '',
					} ),
		numberShown: shownNumber( details.number ),
		callerIdShown,
		place,
		dueAt:
			request.state === 'scheduled' ? request.dueAt.toISOString() : null,
		canCancel: canCancel( request ),
		final,
		pollAfterMilliseconds: final ? 0 : pause( request ),
		updatedAt: updatedAt.toISOString(),
	};
}

/** From 1; null when it does not wait. One whose turn has come is the first. */
async function placeOf(
	store: Dependencies[ 'store' ],
	{ request, details }: Loaded
): Promise< number | null > {
	if ( request.state !== 'queued' ) {
		return null;
	}
	return isInLine( request )
		? ( await store.lineOf( details, request ) ).earlier + 1
		: 1;
}

/** The state as a visitor sees it: nothing about the company's line or the telephone account. */
export function visitorState( request: CallbackRequest ): VisitorState {
	switch ( request.state ) {
		case 'queued':
			return 'waiting';
		case 'failed':
			return failedState( request.failureReason );
		case 'scheduled':
		case 'calling_company':
		case 'calling_client':
		case 'talking':
		case 'surveying':
		case 'leaving_message':
		case 'done':
		case 'cancelled':
		case 'expired':
		case 'overdue':
			return request.state;
		default:
			return never( request );
	}
}

function failedState( reason: FailureReason ): VisitorState {
	if ( reason === 'booking_link_sent' ) {
		return reason;
	}
	if ( reason.startsWith( 'company_' ) || reason.startsWith( 'nobody_' ) ) {
		return 'company_unavailable';
	}
	return reason.startsWith( 'client_' ) ? 'client_not_reached' : 'failed';
}

function messageKey(
	request: CallbackRequest,
	known: { place: number | null; callerIdShown: string | null }
): TextKey {
	if ( known.place !== null && known.place > 1 ) {
		return 'visitor.waiting_place';
	}
	if ( request.state === 'queued' && request.heldBackBy ) {
		return `visitor.held_back.${ heldBackText( request.heldBackBy ) }`;
	}
	if ( request.state === 'calling_client' && known.callerIdShown ) {
		return 'visitor.calling_client_from';
	}
	if (
		request.state === 'failed' &&
		request.failureReason === 'client_number_invalid'
	) {
		return 'visitor.client_number_invalid';
	}
	return `visitor.${ visitorState( request ) }`;
}

/** The network's error number is nothing for a visitor. */
function heldBackText( by: HeldBackBy ): HeldBackText {
	return isOfNetwork( by ) ? 'network' : by;
}

function isOfNetwork( by: HeldBackBy ): by is `network:${ string }` {
	return by.startsWith( 'network:' );
}

function pause( request: CallbackRequest ): number {
	switch ( request.state ) {
		case 'scheduled':
		case 'talking':
		case 'surveying':
		case 'leaving_message':
			return calmMilliseconds;
		case 'queued':
			return request.heldBackBy ? calmMilliseconds : liveMilliseconds;
		default:
			return liveMilliseconds;
	}
}
