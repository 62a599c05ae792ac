import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall, plus } from '@wordpress/icons';
import type { WeeklyRange } from '@rappel/contract';
import {
	dayName,
	isPastMidnight,
	suggestRange,
} from '../../domain/opening-hours';
import { fieldId } from '../../hooks/use-channel-draft';
import { useReading } from '../../reading';
import { CopyDay } from './copy-day';

interface DayHoursProps {
	/** Monday is 1, Sunday is 7. */
	day: number;
	ranges: WeeklyRange[];
	error: string | undefined;
	onChange: ( ranges: WeeklyRange[] ) => void;
	/** Gives these days the ranges of this one. */
	onCopy: ( days: number[] ) => void;
}

export function DayHours( {
	day,
	ranges,
	error,
	onChange,
	onCopy,
}: DayHoursProps ) {
	const { locale } = useReading();
	const name = dayName( day, locale );
	const errorId = `${ fieldId( `openingHours.${ day }` ) }-error`;
	const replace = ( place: number, changes: Partial< WeeklyRange > ) =>
		onChange(
			ranges.map( ( range, index ) =>
				index === place ? { ...range, ...changes } : range
			)
		);
	return (
		<div className="rappel-day" role="group" aria-label={ name }>
			<span className="rappel-day__name">{ name }</span>
			<div className="rappel-day__ranges">
				{ ranges.length === 0 && (
					<span className="rappel-day__closed">
						{ __( 'Closed', 'rappel' ) }
					</span>
				) }
				{ ranges.map( ( range, place ) => (
					<div className="rappel-range" key={ place }>
						<input
							type="time"
							id={
								place === 0
									? fieldId( `openingHours.${ day }` )
									: undefined
							}
							aria-label={ sprintf(
								/* translators: 1: a day of the week. 2: number of the range of hours within it. */
								__( '%1$s, range %2$d, from', 'rappel' ),
								name,
								place + 1
							) }
							aria-invalid={ !! error }
							aria-describedby={ error ? errorId : undefined }
							value={ range.from }
							onChange={ ( event ) =>
								replace( place, { from: event.target.value } )
							}
						/>
						<span aria-hidden="true">–</span>
						<input
							type="time"
							aria-label={ sprintf(
								/* translators: 1: a day of the week. 2: number of the range of hours within it. */
								__( '%1$s, range %2$d, until', 'rappel' ),
								name,
								place + 1
							) }
							aria-invalid={ !! error }
							aria-describedby={ error ? errorId : undefined }
							// A time input knows no 24:00; at the end of a range 00:00 is that same midnight.
							value={ range.to === '24:00' ? '00:00' : range.to }
							onChange={ ( event ) =>
								replace( place, { to: event.target.value } )
							}
						/>
						<Button
							icon={ closeSmall }
							label={ sprintf(
								/* translators: 1: a day of the week. 2: number of the range of hours within it. */
								__( 'Remove range %2$d of %1$s', 'rappel' ),
								name,
								place + 1
							) }
							onClick={ () =>
								onChange(
									ranges.filter(
										( _, index ) => index !== place
									)
								)
							}
						/>
						{ isPastMidnight( range ) && (
							<small>
								{ __( 'until the next day', 'rappel' ) }
							</small>
						) }
					</div>
				) ) }
				{ error && (
					<p className="rappel-field-error" id={ errorId }>
						{ error }
					</p>
				) }
			</div>
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
						onChange( [ ...ranges, suggestRange( ranges, day ) ] )
					}
				/>
				<CopyDay day={ day } onCopy={ onCopy } />
			</div>
		</div>
	);
}
