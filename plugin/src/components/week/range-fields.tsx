import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { isPastMidnight, type DayRange } from '../../domain/opening-hours';
import { fieldId } from '../../hooks/use-channel-draft';

interface RangeFieldsProps {
	/** The fields' name on the wire: the first one has its id. */
	path: string;
	/** Of whom the ranges are: a day of the week, or a date. */
	name: string;
	/** The day on which a range past midnight ends. */
	nextName: string;
	ranges: DayRange[];
	error: string | undefined;
	onChange: ( ranges: DayRange[] ) => void;
}

/** From and until of each range of a day, typed; the one place where its hours are wrong is told here too. */
export function RangeFields( {
	path,
	name,
	nextName,
	ranges,
	error,
	onChange,
}: RangeFieldsProps ) {
	const errorId = `${ fieldId( path ) }-error`;
	const replace = ( place: number, changes: Partial< DayRange > ) =>
		onChange(
			ranges.map( ( range, index ) =>
				index === place ? { ...range, ...changes } : range
			)
		);
	const time = ( place: number, end: 'from' | 'to', label: string ) => {
		const value = ranges[ place ]?.[ end ] ?? '';
		return (
			<input
				type="time"
				id={
					place === 0 && end === 'from' ? fieldId( path ) : undefined
				}
				aria-label={ label }
				aria-invalid={ !! error }
				aria-describedby={ error ? errorId : undefined }
				// A time input knows no 24:00; at the end of a range 00:00 is that same midnight.
				value={ value === '24:00' ? '00:00' : value }
				onChange={ ( event ) =>
					replace( place, { [ end ]: event.target.value } )
				}
			/>
		);
	};
	return (
		<>
			{ ranges.map( ( range, place ) => (
				<div className="rappel-range" key={ place }>
					{ time(
						place,
						'from',
						sprintf(
							/* translators: 1: a day of the week, or a date. 2: number of the range of hours within it. */
							__( '%1$s, range %2$d, from', 'rappel' ),
							name,
							place + 1
						)
					) }
					<span aria-hidden="true">–</span>
					{ time(
						place,
						'to',
						sprintf(
							/* translators: 1: a day of the week, or a date. 2: number of the range of hours within it. */
							__( '%1$s, range %2$d, until', 'rappel' ),
							name,
							place + 1
						)
					) }
					<Button
						icon={ closeSmall }
						label={ sprintf(
							/* translators: 1: a day of the week, or a date. 2: number of the range of hours within it. */
							__( 'Remove range %2$d of %1$s', 'rappel' ),
							name,
							place + 1
						) }
						onClick={ () =>
							onChange(
								ranges.filter( ( _, index ) => index !== place )
							)
						}
					/>
					{ isPastMidnight( range ) && (
						<small>
							{ sprintf(
								/* translators: %s: a day of the week, or a date. */
								__( 'Past midnight: ends on %s', 'rappel' ),
								nextName
							) }
						</small>
					) }
				</div>
			) ) }
			{ error && (
				<p className="rappel-field-error" id={ errorId }>
					{ error }
				</p>
			) }
		</>
	);
}
