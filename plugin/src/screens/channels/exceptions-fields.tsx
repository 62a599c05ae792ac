import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { trash } from '@wordpress/icons';
import type { HoursException, OpeningHours } from '@rappel/contract';
import { formatDate, today, type LocalDate } from '../../domain/calendar';
import { withoutException, type Holiday } from '../../domain/hours-exceptions';
import { rangesInWords } from '../../domain/opening-hours';
import { useReading } from '../../reading';
import { DateHours } from './date-hours';
import { MonthCalendar } from './month-calendar';

interface ExceptionsFieldsProps {
	hours: OpeningHours;
	/** Those that are known. */
	holidays: Holiday[];
	errors: Record< string, string >;
	onChange: ( exceptions: HoursException[] ) => void;
}

const path = 'openingHours.exceptions';

/** Dates that are not like the week: chosen in a calendar, and listed. */
export function ExceptionsFields( {
	hours,
	holidays,
	errors,
	onChange,
}: ExceptionsFieldsProps ) {
	const reading = useReading();
	const now = today( new Date(), reading );
	const [ chosen, setChosen ] = useState< LocalDate | null >( null );
	const faulty = Object.keys( errors )
		.find( ( field ) => field.startsWith( `${ path }.` ) )
		?.slice( path.length + 1 );
	useEffect( () => {
		if ( faulty ) {
			setChosen( faulty );
		}
	}, [ faulty ] );
	const coming = hours.exceptions.filter( ( { date } ) => date >= now );
	return (
		<div
			className="rappel-part"
			role="group"
			aria-labelledby="rappel-dates-title"
		>
			<h3 id="rappel-dates-title">{ __( 'Single dates', 'rappel' ) }</h3>
			<p className="rappel-help">
				{ __(
					'Choose a date to close it, or to give it hours of its own.',
					'rappel'
				) }
			</p>
			<div className="rappel-dates">
				<MonthCalendar
					hours={ hours }
					holidays={ holidays }
					now={ now }
					chosen={ chosen }
					onChoose={ setChosen }
				/>
				{ chosen && (
					<DateHours
						key={ chosen }
						date={ chosen }
						hours={ hours }
						holiday={ holidays.find(
							( { date } ) => date === chosen
						) }
						error={ errors[ `${ path }.${ chosen }` ] }
						onChange={ onChange }
						onClose={ () => setChosen( null ) }
					/>
				) }
			</div>
			{ coming.length > 0 && (
				<ul
					className="rappel-holidays"
					aria-label={ __( 'Dates that are different', 'rappel' ) }
				>
					{ coming.map( ( exception ) => (
						<ExceptionRow
							key={ exception.date }
							exception={ exception }
							onEdit={ () => setChosen( exception.date ) }
							onRemove={ () =>
								onChange(
									withoutException(
										hours.exceptions,
										exception.date
									)
								)
							}
						/>
					) ) }
				</ul>
			) }
		</div>
	);
}

function ExceptionRow( {
	exception: { date, ranges, note },
	onEdit,
	onRemove,
}: {
	exception: HoursException;
	onEdit: () => void;
	onRemove: () => void;
} ) {
	const { locale } = useReading();
	const said = formatDate( date, locale );
	return (
		<li>
			<span>
				<Button variant="link" onClick={ onEdit }>
					{ said }
				</Button>
				<small>
					{ rangesInWords( ranges, locale ) }
					{ note && ` · ${ note }` }
				</small>
			</span>
			<Button
				size="compact"
				icon={ trash }
				label={ sprintf(
					/* translators: %s: a date. */
					__( 'Make %s a day like any other', 'rappel' ),
					said
				) }
				onClick={ onRemove }
			/>
		</li>
	);
}
