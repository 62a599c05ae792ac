import type {
	HolidayList,
	HoursException,
	OpeningHours,
} from '@rappel/contract';
import { addDays, weekdayOf, type LocalDate } from './calendar';
import { rangesOf, type DayRange } from './opening-hours';

export type Holiday = HolidayList[ 'holidays' ][ number ];

/** Why a date is not like the others of the week; what is named first wins. */
export type DayKind = 'paused' | 'own' | 'closed' | 'holiday' | 'week';

const wholeDay: DayRange = { from: '00:00', to: '24:00' };

/** What the week says of a date. */
export const usualRanges = (
	{ always, weekly }: OpeningHours,
	date: LocalDate
): DayRange[] =>
	always
		? [ wholeDay ]
		: rangesOf( weekly, weekdayOf( date ) ).map( ( { from, to } ) => ( {
				from,
				to,
			} ) );

export const exceptionOn = (
	{ exceptions }: Pick< OpeningHours, 'exceptions' >,
	date: LocalDate
) => exceptions.find( ( exception ) => exception.date === date );

/** By date; one for each. */
export const withException = (
	exceptions: HoursException[],
	exception: HoursException
): HoursException[] =>
	[ ...withoutException( exceptions, exception.date ), exception ].sort(
		( a, b ) => a.date.localeCompare( b.date )
	);

export const withoutException = (
	exceptions: HoursException[],
	date: LocalDate
) => exceptions.filter( ( exception ) => exception.date !== date );

/** `holidays` are those that are known. A day that is paused for a part only is not paused. */
export function kindOf(
	hours: OpeningHours,
	date: LocalDate,
	holidays: Holiday[]
): DayKind {
	const isPaused = hours.pauses.some(
		( { from, to } ) =>
			from &&
			from <= `${ date }T00:00` &&
			to >= `${ addDays( date, 1 ) }T00:00`
	);
	if ( isPaused ) {
		return 'paused';
	}
	const exception = exceptionOn( hours, date );
	if ( exception ) {
		return exception.ranges.length ? 'own' : 'closed';
	}
	return holidays.some( ( holiday ) => holiday.date === date )
		? 'holiday'
		: 'week';
}

/** What a holiday is opened with: the hours of its weekday, or ordinary ones where that is closed. */
export function openedHoliday(
	hours: OpeningHours,
	{ date, name }: Holiday
): HoursException {
	const usual = usualRanges( hours, date );
	return {
		date,
		ranges: usual.length
			? usual
			: [
					{ from: '09:00', to: '12:00' },
					{ from: '14:00', to: '18:00' },
				],
		note: name.slice( 0, 80 ),
	};
}
