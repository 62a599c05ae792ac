import { Button, RadioControl, TextControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import type { HoursException, OpeningHours } from '@rappel/contract';
import { RangeFields } from '../../components/week/range-fields';
import { addDays, formatDate, type LocalDate } from '../../domain/calendar';
import {
	exceptionOn,
	usualRanges,
	withException,
	withoutException,
	type Holiday,
} from '../../domain/hours-exceptions';
import { rangesInWords, suggestRange } from '../../domain/opening-hours';
import { useReading } from '../../reading';

interface DateHoursProps {
	date: LocalDate;
	hours: OpeningHours;
	/** Undefined: it is none, or not known. */
	holiday: Holiday | undefined;
	error: string | undefined;
	onChange: ( exceptions: HoursException[] ) => void;
	onClose: () => void;
}

type Choice = 'usual' | 'closed' | 'own';

/** What holds on one date; as many ranges as the contract takes. */
const mostRanges = 10;

export function DateHours( {
	date,
	hours,
	holiday,
	error,
	onChange,
	onClose,
}: DateHoursProps ) {
	const { locale } = useReading();
	const frame = useRef< HTMLFieldSetElement >( null );
	useEffect( () => {
		frame.current
			?.querySelector< HTMLElement >( 'input[type="radio"]:checked' )
			?.focus();
	}, [] );
	const exception = exceptionOn( hours, date );
	const usual = usualRanges( hours, date );
	const put = ( changes: Partial< HoursException > ) =>
		onChange(
			withException( hours.exceptions, {
				date,
				ranges: [],
				note: null,
				...exception,
				...changes,
			} )
		);
	const choose = ( choice: Choice ) => {
		switch ( choice ) {
			case 'usual':
				return onChange( withoutException( hours.exceptions, date ) );
			case 'closed':
				return put( { ranges: [] } );
			case 'own':
				return put( {
					// A day of 24 hours is no start for hours that are different.
					ranges:
						usual.length && ! hours.always
							? usual
							: [ suggestRange( [] ) ],
				} );
		}
	};
	return (
		<fieldset className="rappel-date" ref={ frame }>
			<legend>{ formatDate( date, locale ) }</legend>
			<RadioControl
				label={ __( 'On this date', 'rappel' ) }
				hideLabelFromVision
				selected={ choiceOf( exception ) }
				onChange={ ( choice ) => choose( choice as Choice ) }
				options={ [
					{
						value: 'usual',
						label: holiday
							? sprintf(
									/* translators: %s: name of a public holiday. */
									__( 'As usual: closed, %s', 'rappel' ),
									holiday.name
								)
							: sprintf(
									/* translators: %s: hours: "09:00–12:00", or "Closed". */
									__( 'As usual: %s', 'rappel' ),
									rangesInWords( usual, locale )
								),
					},
					{ value: 'closed', label: __( 'Closed', 'rappel' ) },
					{ value: 'own', label: __( 'Own hours', 'rappel' ) },
				] }
			/>
			{ exception && exception.ranges.length > 0 && (
				<div className="rappel-date__ranges">
					<RangeFields
						path={ `openingHours.exceptions.${ date }` }
						name={ formatDate( date, locale ) }
						nextName={ formatDate( addDays( date, 1 ), locale ) }
						ranges={ exception.ranges }
						error={ error }
						onChange={ ( ranges ) => put( { ranges } ) }
					/>
					{ exception.ranges.length < mostRanges && (
						<Button
							size="compact"
							variant="tertiary"
							icon={ plus }
							onClick={ () =>
								put( {
									ranges: [
										...exception.ranges,
										suggestRange( exception.ranges ),
									],
								} )
							}
						>
							{ __( 'Add a range', 'rappel' ) }
						</Button>
					) }
				</div>
			) }
			{ exception && (
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Note (visitors do not see it)', 'rappel' ) }
					value={ exception.note ?? '' }
					maxLength={ 80 }
					onChange={ ( note ) => put( { note: note || null } ) }
				/>
			) }
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ onClose }
			>
				{ _x( 'Done', 'with a date', 'rappel' ) }
			</Button>
		</fieldset>
	);
}

function choiceOf( exception: HoursException | undefined ): Choice {
	if ( ! exception ) {
		return 'usual';
	}
	return exception.ranges.length ? 'own' : 'closed';
}
