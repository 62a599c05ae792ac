import type { Language, VisitorState, VisitorStatus } from '@rappel/contract';
import { text, type TextKey } from '../messages/texts.js';
import type { Dependencies } from './dependencies.js';
import {
	canCancel,
	isOver,
	legOf,
	never,
	type CallbackRequest,
} from './domain/callback-request.js';
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
	const client = legOf( request, 'client' );
	const callerIdShown = client.callerId
		? shownTo( client.callerId, details.number )
		: null;
	const place =
		request.state === 'queued' ? await store.placeOf( loaded ) : null;
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
		canCancel: canCancel( request ),
		final,
		pollAfterMilliseconds: final ? 0 : pause( request ),
		updatedAt: updatedAt.toISOString(),
	};
}

/** The state as a visitor sees it: nothing about the company's line or the telephone account. */
export function visitorState( request: CallbackRequest ): VisitorState {
	switch ( request.state ) {
		case 'queued':
			return 'waiting';
		case 'failed':
			if ( request.failureReason.startsWith( 'company_' ) ) {
				return 'company_unavailable';
			}
			return request.failureReason.startsWith( 'client_' )
				? 'client_not_reached'
				: 'failed';
		case 'calling_company':
		case 'calling_client':
		case 'talking':
		case 'done':
		case 'cancelled':
		case 'expired':
		case 'overdue':
			return request.state;
		default:
			return never( request );
	}
}

function messageKey(
	request: CallbackRequest,
	known: { place: number | null; callerIdShown: string | null }
): TextKey {
	if ( known.place !== null && known.place > 1 ) {
		return 'visitor.waiting_place';
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

function pause( request: CallbackRequest ): number {
	return request.state === 'talking' ||
		( request.state === 'queued' && request.heldBackBy )
		? calmMilliseconds
		: liveMilliseconds;
}
