const units: [ string, number ][] = [
	[ 'day', 1_440 ],
	[ 'hour', 60 ],
	[ 'minute', 1 ],
];

/** A duration in the largest unit that tells it whole: 90 → "90 minutes", 120 → "2 hours", 2880 → "2 days". */
export function minutesInWords( minutes: number, locale: string ): string {
	const [ unit, size ] = units.find(
		( [ , length ] ) => minutes > 0 && minutes % length === 0
	) ?? [ 'minute', 1 ];
	return inUnit( minutes / size, unit, locale );
}

export const daysInWords = ( days: number, locale: string ) =>
	inUnit( days, 'day', locale );

/** `unit` as Intl.NumberFormat names it: "minute". */
export const inUnit = ( value: number, unit: string, locale: string ) =>
	new Intl.NumberFormat( locale, {
		style: 'unit',
		unit,
		unitDisplay: 'long',
	} ).format( value );
