import { Button, SelectControl, Spinner } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { OpeningHours } from '@rappel/contract';
import { listHolidayCountries } from '../../api/holidays';
import { ProblemNotice } from '../../components/problem-notice';
import { formatDate } from '../../domain/calendar';
import {
	exceptionOn,
	openedHoliday,
	withException,
	withoutException,
	type Holiday,
} from '../../domain/hours-exceptions';
import { languageOf } from '../../domain/languages';
import { rangesInWords } from '../../domain/opening-hours';
import { fieldId } from '../../hooks/use-channel-draft';
import type { Holidays } from '../../hooks/use-holidays';
import { useLoaded } from '../../hooks/use-loaded';
import { useReading } from '../../reading';

interface HolidaysFieldsProps {
	hours: OpeningHours;
	known: Holidays;
	onChange: ( changes: Partial< OpeningHours > ) => void;
}

/** Which country's public holidays are closed, with the next ones; each can be open all the same. */
export function HolidaysFields( {
	hours,
	known,
	onChange,
}: HolidaysFieldsProps ) {
	const { country, region } = hours.holidays;
	const language = languageOf( useReading().locale );
	const {
		value: countries,
		problem,
		reload,
	} = useLoaded(
		useCallback( () => listHolidayCountries( language ), [ language ] )
	);
	const named = ( list: { code: string; name: string }[] ) =>
		list.map( ( { code, name } ) => ( { value: code, label: name } ) );
	const regions =
		countries?.find( ( { code } ) => code === country )?.regions ?? [];
	const saved = country ? [ { code: country, name: country } ] : [];
	return (
		<div
			className="rappel-part"
			role="group"
			aria-labelledby="rappel-holidays-title"
		>
			<h3 id="rappel-holidays-title">
				{ __( 'Public holidays', 'rappel' ) }
			</h3>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			<div className="rappel-figures">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					id={ fieldId( 'openingHours.holidays.country' ) }
					label={ __( 'Closed on the public holidays of', 'rappel' ) }
					value={ country ?? '' }
					onChange={ ( code ) =>
						onChange( {
							holidays: { country: code || null, region: null },
						} )
					}
					options={ [
						{
							value: '',
							label: __( 'No country: open as usual', 'rappel' ),
						},
						...named( countries ?? saved ),
					] }
				/>
				{ regions.length > 0 && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						id={ fieldId( 'openingHours.holidays.region' ) }
						label={ __( 'Region', 'rappel' ) }
						value={ region ?? '' }
						onChange={ ( code ) =>
							onChange( {
								holidays: { country, region: code || null },
							} )
						}
						options={ [
							{
								value: '',
								label: __( 'The whole country', 'rappel' ),
							},
							...named( regions ),
						] }
					/>
				) }
			</div>
			{ country && (
				<NextHolidays
					hours={ hours }
					known={ known }
					onChange={ onChange }
				/>
			) }
		</div>
	);
}

function NextHolidays( { hours, known, onChange }: HolidaysFieldsProps ) {
	if ( known.problem ) {
		return (
			<ProblemNotice
				problem={ known.problem }
				onRetry={ () => void known.reload() }
			/>
		);
	}
	if ( known.isLoading && known.holidays.length === 0 ) {
		return <Spinner />;
	}
	return (
		<ul
			className="rappel-holidays"
			aria-label={ __( 'The next public holidays', 'rappel' ) }
		>
			{ known.holidays.map( ( holiday ) => (
				<HolidayRow
					key={ holiday.date }
					holiday={ holiday }
					hours={ hours }
					onChange={ ( exceptions ) => onChange( { exceptions } ) }
				/>
			) ) }
		</ul>
	);
}

function HolidayRow( {
	holiday,
	hours,
	onChange,
}: {
	holiday: Holiday;
	hours: OpeningHours;
	onChange: ( exceptions: OpeningHours[ 'exceptions' ] ) => void;
} ) {
	const { locale } = useReading();
	const { date, name } = holiday;
	const exception = exceptionOn( hours, date );
	const isOpen = !! exception?.ranges.length;
	return (
		<li>
			<span>
				<strong>{ name }</strong>
				<time dateTime={ date }>
					{ formatDate( date, locale, {
						weekday: 'short',
						day: 'numeric',
						month: 'short',
						year: 'numeric',
					} ) }
				</time>
				<small>
					{ isOpen
						? sprintf(
								/* translators: %s: hours: "09:00–12:00". */
								__( 'Open: %s', 'rappel' ),
								rangesInWords( exception.ranges, locale )
							)
						: __( 'Closed', 'rappel' ) }
				</small>
			</span>
			<Button
				variant="tertiary"
				size="compact"
				onClick={ () =>
					onChange(
						isOpen
							? withoutException( hours.exceptions, date )
							: withException(
									hours.exceptions,
									openedHoliday( hours, holiday )
								)
					)
				}
			>
				{ isOpen
					? __( 'Close after all', 'rappel' )
					: __( 'Open all the same', 'rappel' ) }
				<span className="screen-reader-text">{ `, ${ name }` }</span>
			</Button>
		</li>
	);
}
