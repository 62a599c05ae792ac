/** WordPress holds an offset, or UTC: neither knows of summer time. */
export const isBareOffset = ( timeZone: string ) =>
	/^[+-]\d/.test( timeZone ) || /^(UTC|GMT|Etc\/.*)$/i.test( timeZone );

/** "14:32" in a zone; also in an offset, which older browsers do not take for one. */
export function clockIn( timeZone: string, now: Date, locale: string ): string {
	const offset = /^[+-]/.test( timeZone )
		? offsetMinutesOf( timeZone )
		: null;
	return new Intl.DateTimeFormat( locale, {
		timeStyle: 'short',
		timeZone: offset === null ? timeZone : 'UTC',
	} ).format( now.getTime() + ( offset ?? 0 ) * 60_000 );
}

/** "+05:30" → 330 */
function offsetMinutesOf( offset: string ): number {
	const [ hours = 0, minutes = 0 ] = offset
		.slice( 1 )
		.split( ':' )
		.map( Number );
	return ( offset.startsWith( '-' ) ? -1 : 1 ) * ( hours * 60 + minutes );
}

/** How far a zone is ahead of UTC at an instant, in minutes. */
export function offsetAt( timeZone: string, now: Date ): number {
	if ( /^[+-]/.test( timeZone ) ) {
		return offsetMinutesOf( timeZone );
	}
	const parts = new Intl.DateTimeFormat( 'en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
	} ).formatToParts( now );
	const part = ( type: string ) =>
		Number( parts.find( ( one ) => one.type === type )?.value );
	const local = Date.UTC(
		part( 'year' ),
		part( 'month' ) - 1,
		part( 'day' ),
		part( 'hour' ),
		part( 'minute' )
	);
	return Math.round( ( local - now.getTime() ) / 60_000 );
}

/** Cities that people look for first, west to east; of each clock of the inhabited world one at least. */
const cities = (
	'Pacific/Honolulu America/Anchorage America/Los_Angeles America/Denver America/Mexico_City America/Chicago America/New_York ' +
	'America/Toronto America/Bogota America/Halifax America/Martinique America/St_Johns America/Sao_Paulo America/Argentina/Buenos_Aires ' +
	'Atlantic/Azores Europe/London Europe/Dublin Europe/Lisbon Africa/Abidjan Africa/Casablanca Europe/Paris Europe/Brussels Europe/Madrid ' +
	'Europe/Berlin Europe/Rome Europe/Zurich Africa/Lagos Africa/Tunis Europe/Athens Europe/Helsinki Africa/Cairo Africa/Johannesburg ' +
	'Asia/Jerusalem Europe/Istanbul Europe/Moscow Asia/Riyadh Indian/Reunion Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Kathmandu Asia/Dhaka ' +
	'Asia/Bangkok Asia/Shanghai Asia/Singapore Australia/Perth Asia/Tokyo Australia/Adelaide Australia/Brisbane Australia/Sydney ' +
	'Pacific/Noumea Pacific/Auckland'
).split( ' ' );

const mostProposed = 4;

/** Zones whose clock says the same now: the reader's own first. */
export function zonesLike(
	timeZone: string,
	now: Date,
	own: string
): string[] {
	const offset = offsetAt( timeZone, now );
	const candidates = isBareOffset( own ) ? cities : [ own, ...cities ];
	return [ ...new Set( candidates ) ]
		.filter(
			( zone ) => isKnown( zone ) && offsetAt( zone, now ) === offset
		)
		.slice( 0, mostProposed );
}

export function isKnown( timeZone: string ): boolean {
	try {
		new Intl.DateTimeFormat( 'en', { timeZone } ).format();
		return true;
	} catch {
		return false;
	}
}
