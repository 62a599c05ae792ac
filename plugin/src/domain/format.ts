import { __, _n, sprintf } from '@wordpress/i18n';

/** How the person reads dates: the screen's language, and the site's zone where WordPress told it. */
export interface Reading {
	locale: string;
	/** An IANA name; undefined: the browser's own. */
	timeZone?: string;
}

/** "today 14:05", "yesterday 14:05", "12 Nov 2026, 14:05" */
export function formatMoment(
	iso: string,
	now: Date,
	reading: Reading
): string {
	const moment = new Date( iso );
	const dayOf = ( date: Date ) =>
		format( date, reading, { dateStyle: 'short' } );
	const time = format( moment, reading, { timeStyle: 'short' } );
	if ( dayOf( moment ) === dayOf( now ) ) {
		return sprintf(
			/* translators: %s: a time of the day. */
			__( 'Today %s', 'rappel' ),
			time
		);
	}
	if ( dayOf( moment ) === dayOf( new Date( now.getTime() - 86_400_000 ) ) ) {
		return sprintf(
			/* translators: %s: a time of the day. */
			__( 'Yesterday %s', 'rappel' ),
			time
		);
	}
	if ( dayOf( moment ) === dayOf( new Date( now.getTime() + 86_400_000 ) ) ) {
		return sprintf(
			/* translators: %s: a time of the day. */
			__( 'Tomorrow %s', 'rappel' ),
			time
		);
	}
	return format( moment, reading, {
		dateStyle: 'medium',
		timeStyle: 'short',
	} );
}

/** With seconds, for a timeline: "14:05:09" */
export const formatTime = ( iso: string, reading: Reading ) =>
	format( new Date( iso ), reading, { timeStyle: 'medium' } );

/** "12 November 2026 at 14:05:09" */
export const formatExactly = ( iso: string, reading: Reading ) =>
	format( new Date( iso ), reading, {
		dateStyle: 'long',
		timeStyle: 'medium',
	} );

/** "45 s", "3 min 05 s", "1 h 02 min"; empty for 0. */
export function formatSeconds( seconds: number ): string {
	const two = ( value: number ) => String( value ).padStart( 2, '0' );
	if ( seconds < 1 ) {
		return '';
	}
	if ( seconds < 60 ) {
		return sprintf(
			/* translators: %d: a number of seconds. */
			__( '%d s', 'rappel' ),
			Math.round( seconds )
		);
	}
	const minutes = Math.floor( seconds / 60 );
	if ( minutes < 60 ) {
		return sprintf(
			/* translators: 1: a number of minutes. 2: a number of seconds, two digits. */
			__( '%1$d min %2$s s', 'rappel' ),
			minutes,
			two( Math.floor( seconds % 60 ) )
		);
	}
	return sprintf(
		/* translators: 1: a number of hours. 2: a number of minutes, two digits. */
		__( '%1$d h %2$s min', 'rappel' ),
		Math.floor( minutes / 60 ),
		two( minutes % 60 )
	);
}

/** "Tuesday, 1 December 2026 at 14:00" */
export const formatDay = ( iso: string, reading: Reading ) =>
	format( new Date( iso ), reading, {
		dateStyle: 'full',
		timeStyle: 'short',
	} );

/** Within a sentence: "14:00" today, "Monday 14:00" in the days around it, "12 Nov 2026, 14:00" otherwise. */
export function formatNearMoment(
	iso: string,
	now: Date,
	reading: Reading
): string {
	const moment = new Date( iso );
	const dayOf = ( date: Date ) =>
		format( date, reading, { dateStyle: 'short' } );
	if ( dayOf( moment ) === dayOf( now ) ) {
		return format( moment, reading, { timeStyle: 'short' } );
	}
	const isNear =
		Math.abs( moment.getTime() - now.getTime() ) < 6 * 86_400_000;
	return format(
		moment,
		reading,
		isNear
			? { weekday: 'long', hour: 'numeric', minute: '2-digit' }
			: { dateStyle: 'medium', timeStyle: 'short' }
	);
}

/** A number for reading: groups where the country's habit is known, as it is otherwise. */
export function formatNumber( e164: string ): string {
	return e164
		.replace( /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '+33 $1 $2 $3 $4 $5' )
		.replace( /^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3' )
		.replace(
			/^\+(32|41|44|49|34|39|352)(\d{2,3})(\d{3})(\d{2,4})$/,
			'+$1 $2 $3 $4'
		)
		.replace( / /g, ' ' );
}

/** What is saved is shown grouped; what is being typed is left alone. */
export const typedNumber = ( number: string | null ) =>
	number && /^\+\d{7,15}$/.test( number ) ? formatNumber( number ) : number;

/** "€0.045", "€0.50": thousandths are told where there is little else. */
export function formatCost(
	milli: number,
	currency: string,
	locale: string
): string {
	const value = milli / 1_000;
	return new Intl.NumberFormat( locale, {
		style: 'currency',
		currency,
		minimumFractionDigits: 2,
		maximumFractionDigits: Math.abs( value ) < 0.1 ? 3 : 2,
	} ).format( value );
}

/** "1 request", "12 requests" */
export const countRequests = ( count: number ) =>
	sprintf(
		/* translators: %d: number of callback requests. */
		_n( '%d request', '%d requests', count, 'rappel' ),
		count
	);

function format(
	date: Date,
	{ locale, timeZone }: Reading,
	options: Intl.DateTimeFormatOptions
): string {
	try {
		return new Intl.DateTimeFormat( locale, {
			...options,
			...( timeZone && { timeZone } ),
		} ).format( date );
	} catch {
		// WordPress may hold an offset ("+02:00") that an older browser does not take for a zone.
		return new Intl.DateTimeFormat( undefined, options ).format( date );
	}
}
