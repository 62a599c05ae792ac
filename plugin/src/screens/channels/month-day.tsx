import { __ } from '@wordpress/i18n';
import type { OpeningHours } from '@rappel/contract';
import { formatDate, type LocalDate } from '../../domain/calendar';
import {
	exceptionOn,
	usualRanges,
	type DayKind,
	type Holiday,
} from '../../domain/hours-exceptions';
import { rangesInWords } from '../../domain/opening-hours';
import { useReading } from '../../reading';

interface MonthDayProps {
	date: LocalDate;
	kind: DayKind;
	hours: OpeningHours;
	holiday: Holiday | undefined;
	isPast: boolean;
	isToday: boolean;
	isChosen: boolean;
	/** The one day of the month that the Tab key reaches. */
	isCurrent: boolean;
	onChoose: () => void;
}

/** A day of the calendar; what holds on it is marked for the eye and said for the ear. */
export function MonthDay( {
	date,
	kind,
	hours,
	holiday,
	isPast,
	isToday,
	isChosen,
	isCurrent,
	onChoose,
}: MonthDayProps ) {
	const { locale } = useReading();
	const ranges =
		exceptionOn( hours, date )?.ranges ?? usualRanges( hours, date );
	const said = {
		paused: __( 'Pause', 'rappel' ),
		own: rangesInWords( ranges, locale ),
		closed: __( 'Closed', 'rappel' ),
		holiday: holiday?.name ?? __( 'Public holiday', 'rappel' ),
		week: rangesInWords( ranges, locale ),
	}[ kind ];
	const isOpen = kind === 'own' || ( kind === 'week' && ranges.length > 0 );
	return (
		<td role="gridcell" aria-selected={ isChosen }>
			<button
				type="button"
				className={ `rappel-month__day is-${ kind }${ isOpen ? ' is-open' : '' }` }
				tabIndex={ isCurrent ? 0 : -1 }
				aria-current={ isToday ? 'date' : undefined }
				aria-disabled={ isPast }
				aria-label={ `${ formatDate( date, locale ) }, ${ said }` }
				title={ said }
				onClick={ () => ! isPast && onChoose() }
			>
				{ Number( date.slice( 8 ) ) }
			</button>
		</td>
	);
}
