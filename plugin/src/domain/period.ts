import { addDays, isDate, type LocalDate } from './calendar';

export const periodNames = [ '7', '30', '90', 'month', 'own' ] as const;
export type PeriodName = ( typeof periodNames )[ number ];

/** Whole days, both included. */
export interface Period {
	from: LocalDate;
	to: LocalDate;
}

/** As many days as the service takes at a time. */
export const longestPeriodDays = 366;

export const toPeriodName = ( text: string ): PeriodName =>
	periodNames.find( ( name ) => name === text ) ?? '30';

/** The days of a period that ends today; for one's own dates null while they are no period. */
export function periodOf(
	name: PeriodName,
	today: LocalDate,
	own: Period
): Period | null {
	if ( name === 'own' ) {
		return isPeriod( own ) ? own : null;
	}
	return {
		from:
			name === 'month'
				? `${ today.slice( 0, 7 ) }-01`
				: addDays( today, 1 - Number( name ) ),
		to: today,
	};
}

const isPeriod = ( { from, to }: Period ) =>
	isDate( from ) &&
	isDate( to ) &&
	from <= to &&
	addDays( from, longestPeriodDays ) > to;
