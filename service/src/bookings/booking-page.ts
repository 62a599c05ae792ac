import type { BookingPage, Language } from '@rappel/contract';
import { applyCommand } from '../callbacks/apply-command.js';
import type { Dependencies } from '../callbacks/dependencies.js';
import {
	awaitsBooking,
	canCancel,
	canMove,
	isOver,
	type CallbackRequest,
} from '../callbacks/domain/callback-request.js';
import { toldRequest } from '../callbacks/settle-booking.js';
import { shownTo } from '../callbacks/shown-number.js';
import type { Loaded } from '../callbacks/store/callback-store.js';
import { visitorState } from '../callbacks/visitor-status.js';
import { text } from '../messages/texts.js';
import { Refusal } from '../refusal.js';
import { isExpired } from './booking-link.js';
import type { BookingRow } from './booking-store.js';
import { calendarOf, type Calendar } from './calendar.js';
import { maskedNumber } from './masked-number.js';
import { moveToSlot } from './move-to-slot.js';
import type { Reader } from './reader.js';
import { tellBooking } from './tell-booking.js';

/** What the page of a booking's link may ask for. Each refuses (Refusal) with booking_not_found, be it unknown or expired. */
export interface BookingPages {
	readBooking: ( reader: Reader ) => Promise< BookingPage >;
	/** @throws {Refusal} booking_not_changeable; slot_taken, slot_not_offered with alternatives; request_already_open. */
	moveBooking: ( reader: Reader, startsAt: Date ) => Promise< BookingPage >;
	/** Cancelling twice is cancelling once. @throws {Refusal} booking_not_changeable. */
	cancelBooking: ( reader: Reader ) => Promise< BookingPage >;
	readCalendar: ( reader: Reader ) => Promise< Calendar >;
	saveTextMessagesWanted: (
		reader: Reader,
		wanted: boolean
	) => Promise< BookingPage >;
}

export function createBookingPages( dependencies: Dependencies ): BookingPages {
	const { bookings, store, clock, database, textMessages } = dependencies;

	const find = async ( { site, token }: Reader ) => {
		const requestId = await bookings.findByToken( site.id, token );
		const row = requestId && ( await bookings.find( requestId ) );
		const loaded = row && ( await store.load( row.requestId ) );
		if ( ! loaded || isExpired( row.startsAt, clock.now() ) ) {
			throw new Refusal( 'booking_not_found' );
		}
		return { row, loaded };
	};

	const readBooking = async ( reader: Reader ): Promise< BookingPage > => {
		const { row, loaded } = await find( reader );
		return pageOf( dependencies, reader, { row, loaded } );
	};

	return {
		readBooking,

		async moveBooking( reader, startsAt ) {
			const { row } = await find( reader );
			await moveToSlot( dependencies, reader, {
				requestId: row.requestId,
				startsAt,
			} );
			return readBooking( reader );
		},

		async cancelBooking( reader ) {
			const { row } = await find( reader );
			const applied = await applyCommand( dependencies, row.requestId, {
				type: 'cancel',
				reason: 'changed_mind',
			} );
			if ( applied?.request.state !== 'cancelled' ) {
				throw new Refusal( 'booking_not_changeable' );
			}
			return readBooking( reader );
		},

		async readCalendar( reader ) {
			const { row, loaded } = await find( reader );
			return calendarOf( reader, {
				row,
				loaded,
				language: languageOf( reader, loaded ),
			} );
		},

		async saveTextMessagesWanted( reader, wanted ) {
			const { row } = await find( reader );
			await database.transaction( () =>
				textMessages.saveWanted( row.siteId, row.number, wanted )
			);
			return readBooking( reader );
		},
	};
}

interface Found {
	row: BookingRow;
	loaded: Loaded;
}

async function pageOf(
	{
		channels,
		clock,
		textMessages,
	}: Pick< Dependencies, 'channels' | 'clock' | 'textMessages' >,
	reader: Reader,
	{ row, loaded }: Found
): Promise< BookingPage > {
	const { site } = reader;
	const { request, details } = loaded;
	const now = clock.now();
	const language = languageOf( reader, loaded );
	const timeZone = reader.timeZone ?? details.timeZone;
	const booking = await tellBooking(
		{ textMessages },
		{
			site,
			booking: row,
			token: reader.token,
			request: toldRequest( request, details ),
			language,
			timeZone,
			now,
		}
	);
	const channel = await channels.find( site.id, details.channelId );
	const { callerId } = request.plan;
	return {
		state: pageState( request ),
		message: messageOf( request, language, booking.when ),
		booking,
		channelId: details.channelId,
		pageUrl: details.pageUrl,
		companyName: site.name,
		language,
		timeZone: timeZone ?? site.timeZone,
		numberShown: maskedNumber( details.number ),
		callerIdShown: callerId ? shownTo( callerId, details.number ) : null,
		canChange: channel !== null && canMove( request, now ),
		canCancel: canCancel( request ),
		textMessagesWanted: await textMessages.areWanted(
			site.id,
			details.number
		),
	};
}

function languageOf( { language }: Reader, { details }: Loaded ): Language {
	return language ?? details.language;
}

function pageState( request: CallbackRequest ): BookingPage[ 'state' ] {
	if ( awaitsBooking( request ) ) {
		return 'booked';
	}
	if ( request.state === 'cancelled' ) {
		return 'cancelled';
	}
	return isOver( request ) ? 'over' : 'calling';
}

function messageOf(
	request: CallbackRequest,
	language: Language,
	when: string
): string {
	const state = pageState( request );
	if ( state !== 'over' ) {
		return text( `booking.${ state }`, language, { when } );
	}
	if (
		request.state === 'failed' &&
		request.failureReason === 'booking_missed'
	) {
		return text( 'visitor.booking_missed', language );
	}
	const seen = visitorState( request );
	switch ( seen ) {
		case 'done':
			return text( 'booking.over', language );
		case 'client_not_reached':
			return text( 'booking.not_reached', language );
		default:
			return text( `visitor.${ seen }`, language );
	}
}
