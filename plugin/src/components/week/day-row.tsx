import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import type { WeeklyRange } from '@rappel/contract';
import {
	dayName,
	rangesOf,
	suggestRange,
	type DayRange,
} from '../../domain/opening-hours';
import { useReading } from '../../reading';
import { CopyDay } from './copy-day';
import { DayTrack } from './day-track';
import { RangeFields } from './range-fields';

interface DayRowProps {
	/** Monday is 1, Sunday is 7. */
	day: number;
	/** Of the whole week: what goes past midnight is seen on the next day too. */
	weekly: WeeklyRange[];
	/** Of the day on the wire: "openingHours.1". */
	path: string;
	held: number | null;
	error: string | undefined;
	onChange: ( ranges: DayRange[] ) => void;
	/** Gives these days the ranges of this one. */
	onCopy: ( days: number[] ) => void;
}

/** A day: its bar, and the same in fields. */
export function DayRow( {
	day,
	weekly,
	path,
	held,
	error,
	onChange,
	onCopy,
}: DayRowProps ) {
	const { locale } = useReading();
	const name = dayName( day, locale );
	const ranges = rangesOf( weekly, day );
	return (
		<div
			className="rappel-day"
			role="group"
			aria-label={ name }
			data-row={ day }
		>
			<span className="rappel-day__name">{ name }</span>
			<DayTrack day={ day } weekly={ weekly } held={ held } />
			<div className="rappel-day__tools">
				<Button
					icon={ plus }
					size="compact"
					label={ sprintf(
						/* translators: %s: a day of the week. */
						__( 'Add a range to %s', 'rappel' ),
						name
					) }
					onClick={ () =>
						onChange( [ ...ranges, suggestRange( ranges ) ] )
					}
				/>
				<CopyDay day={ day } onCopy={ onCopy } />
			</div>
			<div className="rappel-day__ranges">
				{ ranges.length === 0 && (
					<span className="rappel-day__closed">
						{ __( 'Closed', 'rappel' ) }
					</span>
				) }
				<RangeFields
					path={ path }
					name={ name }
					nextName={ dayName( ( day % 7 ) + 1, locale ) }
					ranges={ ranges }
					error={ error }
					onChange={ onChange }
				/>
			</div>
		</div>
	);
}
