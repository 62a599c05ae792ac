import { __ } from '@wordpress/i18n';
import type { WeeklyRange } from '@rappel/contract';
import {
	days,
	formatHour,
	rangesOf,
	withDay,
} from '../../domain/opening-hours';
import { useReading } from '../../reading';
import { DayRow } from './day-row';
import { useWeekDrag } from './use-week-drag';

interface WeekEditorProps {
	/** Of the days on the wire: "openingHours" has "openingHours.1" for Monday. */
	path: string;
	weekly: WeeklyRange[];
	errors: Record< string, string >;
	onChange: ( weekly: WeeklyRange[] ) => void;
}

const axis = [ 0, 6, 12, 18, 24 ];

/** The hours of a week: drawn on bars, or typed. Both show the same at every moment. */
export function WeekEditor( {
	path,
	weekly,
	errors,
	onChange,
}: WeekEditorProps ) {
	const { shown, held, surface } = useWeekDrag( weekly, onChange );
	const copy = ( from: number, to: number[] ) =>
		onChange(
			to.reduce(
				( all, day ) => withDay( all, day, rangesOf( weekly, from ) ),
				weekly
			)
		);
	return (
		<div className="rappel-week">
			<p className="rappel-help">
				{ __(
					'Type the hours, or draw them on a day’s bar: drag to add, move or stretch a range. Each step is 15 minutes, or 5 while you hold Shift.',
					'rappel'
				) }
			</p>
			<Axis />
			<div { ...surface }>
				{ days.map( ( day ) => (
					<DayRow
						key={ day }
						day={ day }
						weekly={ shown }
						path={ `${ path }.${ day }` }
						held={ held }
						error={ errors[ `${ path }.${ day }` ] }
						onChange={ ( ranges ) =>
							onChange( withDay( weekly, day, ranges ) )
						}
						onCopy={ ( others ) => copy( day, others ) }
					/>
				) ) }
			</div>
		</div>
	);
}

/** The hours above the bars, for the eye. */
function Axis() {
	const { locale } = useReading();
	return (
		<div className="rappel-axis" aria-hidden="true">
			<div>
				{ axis.map( ( hour ) => (
					<span
						key={ hour }
						style={ {
							insetInlineStart: `${ ( hour / 24 ) * 100 }%`,
						} }
					>
						{ formatHour( hour, locale ) }
					</span>
				) ) }
			</div>
		</div>
	);
}
