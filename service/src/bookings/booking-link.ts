import { createHmac, randomBytes } from 'node:crypto';
import type { Site } from '../sites/site.js';
import type { BookingRow, BookingStore } from './booking-store.js';

/** 128 bits: nobody guesses one (ASVS 5.0, 7.2.3). */
const tokenBytes = 16;
const dayMs = 86_400_000;

export function newSalt(): string {
	return randomBytes( tokenBytes ).toString( 'base64url' );
}

/**
 * The token of a booking's link, base64url. Derived each time it is written into a message, so that neither it nor its key is
 * kept beside the booking: only its digest is (see BookingStore.keepToken).
 */
export function tokenOf(
	site: Pick< Site, 'secret' >,
	{ requestId, salt }: Pick< BookingRow, 'requestId' | 'salt' >
): string {
	return createHmac( 'sha256', site.secret )
		.update( `booking ${ requestId } ${ salt }` )
		.digest()
		.subarray( 0, tokenBytes )
		.toString( 'base64url' );
}

/** The link leads somewhere until a day after the booked time. */
export function isExpired( startsAt: Date, now: Date ): boolean {
	return now.getTime() > startsAt.getTime() + dayMs;
}

export interface BookingLinks {
	/** The page on which the booking can be changed. */
	changeUrl: string;
	/** Its entry for a calendar. */
	calendarUrl: string;
}

/**
 * The links of a booking, and from now on they lead to it. A site that was paired again has another secret: its links of before and
 * of after both do. Joins the current transaction.
 */
export async function keptLinksOf(
	{ bookings }: { bookings: Pick< BookingStore, 'keepToken' > },
	site: Pick< Site, 'secret' | 'homeUrl' >,
	booking: BookingRow
): Promise< BookingLinks > {
	const token = tokenOf( site, booking );
	await bookings.keepToken( booking, token );
	return linksOf( site, token );
}

/** On the site's front page, as plugin/includes/booking/class-booking-address.php reads them. */
export function linksOf(
	site: Pick< Site, 'homeUrl' >,
	token: string
): BookingLinks {
	const changeUrl = new URL( site.homeUrl );
	if ( ! changeUrl.pathname.endsWith( '/' ) ) {
		changeUrl.pathname += '/';
	}
	changeUrl.searchParams.set( 'rappel_booking', token );
	const calendarUrl = new URL( changeUrl );
	calendarUrl.searchParams.set( 'format', 'ics' );
	return { changeUrl: changeUrl.href, calendarUrl: calendarUrl.href };
}
