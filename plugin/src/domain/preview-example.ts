import type { Language } from '@rappel/contract';
import type { Draft } from './channel-draft';
import type { Example } from './widget-preview';

/** Names that fit every language. */
const clientName = 'Camille Martin';

/** A booking in three days at two in the afternoon, and the opening of the week that comes first. Wall time of the site. */
export function previewExample(
	{ openingHours }: Draft,
	language: Language,
	company: string,
	now: Date
): Example {
	const booking = new Date(
		Date.UTC(
			now.getUTCFullYear(),
			now.getUTCMonth(),
			now.getUTCDate() + 3,
			14
		)
	);
	const say = ( date: Date, options: Intl.DateTimeFormatOptions ) =>
		new Intl.DateTimeFormat( language, {
			...options,
			timeZone: 'UTC',
		} ).format( date );
	const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
	const time = { hour: 'numeric', minute: '2-digit' } as const;
	return {
		date: say( booking, day ),
		time: say( booking, time ),
		datetime: say( booking, { ...day, ...time } ),
		opening: say( openingOf( openingHours ), { weekday: 'long', ...time } ),
		name: clientName,
		company,
	};
}

/** The first range of the week; Monday morning where there is none. 5 January 2026 is a Monday. */
function openingOf( { weekly }: Draft[ 'openingHours' ] ): Date {
	const { day, from } = [ ...weekly ].sort(
		( one, other ) =>
			one.day - other.day || one.from.localeCompare( other.from )
	)[ 0 ] ?? { day: 1, from: '09:00' };
	const [ hour = 9, minute = 0 ] = from.split( ':' ).map( Number );
	return new Date( Date.UTC( 2026, 0, 4 + day, hour, minute ) );
}

/** What a spoken sentence says where a call fills it in. */
export const spokenExample = (
	name: string,
	language: Language
): Record< string, string > => ( {
	channel: name,
	page: 'Contact',
	name: clientName,
	note: '',
	waited: new Intl.NumberFormat( language, {
		style: 'unit',
		unit: 'minute',
		unitDisplay: 'long',
	} ).format( 2 ),
	company: name,
} );
