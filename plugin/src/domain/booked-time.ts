import { __, sprintf } from '@wordpress/i18n';
import { formatMoment, type Reading } from './format';
import { isKnown, offsetAt } from './time-zone';

/** A booked time by the site's clock: "Today 14:00"; with the client's where theirs says another time. */
export function bookedTimeWords(
	iso: string,
	now: Date,
	reading: Reading,
	clientZone: string | null
): string {
	const ours = formatMoment( iso, now, reading );
	if ( ! clientZone || ! clocksDiffer( iso, reading.timeZone, clientZone ) ) {
		return ours;
	}
	return sprintf(
		/* translators: 1: day and time by the site's clock. 2: day and time by the client's. 3: a city. */
		__( '%1$s (%2$s for the client, in %3$s)', 'rappel' ),
		ours,
		formatMoment( iso, now, { ...reading, timeZone: clientZone } ),
		cityOf( clientZone )
	);
}

const clocksDiffer = (
	iso: string,
	siteZone: string | undefined,
	clientZone: string
): boolean =>
	!! siteZone &&
	isKnown( clientZone ) &&
	offsetAt( siteZone, new Date( iso ) ) !==
		offsetAt( clientZone, new Date( iso ) );

/** "America/Argentina/Buenos_Aires" → "Buenos Aires" */
export const cityOf = ( timeZone: string ) =>
	timeZone.split( '/' ).at( -1 )!.replaceAll( '_', ' ' );
