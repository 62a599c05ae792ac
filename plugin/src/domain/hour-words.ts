/** Any day will do. */
const at = ( hour: number ) => Date.UTC( 2026, 0, 1, hour );

/** An hour of the day: "9 AM" or "09 h"; as a range "9:00 – 10:00 AM". */
export const hourWords = (
	hour: number,
	locale: string,
	form: 'short' | 'range'
) =>
	form === 'short'
		? new Intl.DateTimeFormat( locale, {
				hour: 'numeric',
				timeZone: 'UTC',
			} ).format( at( hour ) )
		: new Intl.DateTimeFormat( locale, {
				timeStyle: 'short',
				timeZone: 'UTC',
			} ).formatRange( at( hour ), at( hour + 1 ) );
