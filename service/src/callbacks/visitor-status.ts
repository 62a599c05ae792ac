import type {
	Booking,
	Language,
	VisitorState,
	VisitorStatus,
} from '@rappel/contract';
import { tokenOf } from '../bookings/booking-link.js';
import { tellBooking } from '../bookings/tell-booking.js';
import type { HeldBackText } from '../messages/text-key.js';
import { text, type TextKey } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import { filledText } from '../text-messages/domain/fill-places.js';
import { saidTimes } from '../text-messages/said-times.js';
import type { Dependencies } from './dependencies.js';
import {
	awaitsBooking,
	canCancel,
	isOver,
	never,
	type CallbackRequest,
	type FailureReason,
	type HeldBackBy,
} from './domain/callback-request.js';
import { isInLine } from './place.js';
import { toldRequest } from './settle-booking.js';
import { shownNumber, shownTo } from './shown-number.js';
import type { Loaded } from './store/callback-store.js';

const liveMilliseconds = 1_000;
/** Nothing that the visitor waits for happens while they talk, or until the owner has mended a setting. */
const calmMilliseconds = 5_000;
/** A booking waits for hours or days. */
const bookedMilliseconds = 60_000;

interface Options {
	language: Language;
	/** The channel's own confirmation text; null: ours. */
	confirmation?: string | null;
	/** The answer to the visitor's click: the confirmation, and not yet what happens. */
	justAccepted?: boolean;
}

/** What the visitor's page is told: what happens now, in their language, and whether they may still change their mind. */
export async function visitorStatus(
	needed: Needed,
	loaded: Loaded,
	{ language, confirmation = null, justAccepted = false }: Options
): Promise< VisitorStatus > {
	const { store } = needed;
	const { request, details, updatedAt } = loaded;
	const booked = await bookedOf( needed, loaded, language );
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
				? confirmationOf( loaded, { language, confirmation, booked } )
				: text( key, language, {
						place: place ?? '',
						callerId: callerIdShown ?? '',
						when: booked?.booking.when ?? '',
					} ),
		numberShown: shownNumber( details.number ),
		callerIdShown,
		place,
		dueAt:
			request.state === 'scheduled' ? request.dueAt.toISOString() : null,
		booking: booked?.booking ?? null,
		canCancel: canCancel( request ),
		final,
		pollAfterMilliseconds: final ? 0 : pause( request ),
		updatedAt: updatedAt.toISOString(),
	};
}

type Needed = Pick<
	Dependencies,
	'store' | 'bookings' | 'sites' | 'textMessages' | 'clock'
>;

interface Booked {
	site: Site;
	startsAt: Date;
	booking: Booking;
}

/** Null: not booked, or never got its places. */
async function bookedOf(
	{ bookings, sites, textMessages, clock }: Needed,
	{ request, details }: Loaded,
	language: Language
): Promise< Booked | null > {
	if ( ! request.plan.booking ) {
		return null;
	}
	const [ row, site ] = await Promise.all( [
		bookings.find( request.id ),
		sites.find( details.siteId ),
	] );
	if ( ! row || ! site ) {
		return null;
	}
	const booking = await tellBooking(
		{ textMessages },
		{
			site,
			booking: row,
			token: tokenOf( site, row ),
			request: toldRequest( request, details ),
			language,
			timeZone: details.timeZone,
			now: clock.now(),
		}
	);
	return { site, startsAt: row.startsAt, booking };
}

/** The channel's own words, with their places filled in, or ours. */
function confirmationOf(
	{ details, updatedAt }: Loaded,
	{
		language,
		confirmation,
		booked,
	}: {
		language: Language;
		confirmation: string | null;
		booked: Booked | null;
	}
): string {
	if ( ! booked ) {
		return confirmation ?? text( 'channel.confirmation', language );
	}
	const { site, startsAt, booking } = booked;
	return filledText(
		confirmation ?? text( 'channel.bookingConfirmation', language ),
		{
			...saidTimes( startsAt, {
				siteZone: site.timeZone,
				visitorZone: details.timeZone,
				language,
				now: updatedAt,
			} ),
			name: details.name,
			company: site.name,
			link: booking.changeUrl,
		}
	);
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
	if ( reason === 'booking_link_sent' || reason === 'booking_missed' ) {
		return 'booking_link_sent';
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
	if ( awaitsBooking( request ) ) {
		return 'visitor.booked';
	}
	if (
		request.state === 'failed' &&
		( request.failureReason === 'client_number_invalid' ||
			request.failureReason === 'booking_missed' )
	) {
		return `visitor.${ request.failureReason }`;
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
		// A minute is early enough for whoever left the page open.
		case 'scheduled':
			return awaitsBooking( request )
				? bookedMilliseconds
				: calmMilliseconds;
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
