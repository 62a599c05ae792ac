import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { chevronLeft, chevronRight } from '@wordpress/icons';
import type { OpeningHours } from '@rappel/contract';
import type { KeyboardEvent } from 'react';
import {
	addDays,
	addMonths,
	firstWeekdayIn,
	formatDate,
	isDate,
	monthOf,
	weekdayOf,
	type LocalDate,
} from '../../domain/calendar';
import {
	kindOf,
	type DayKind,
	type Holiday,
} from '../../domain/hours-exceptions';
import { useReading } from '../../reading';
import { MonthDay } from './month-day';

interface MonthCalendarProps {
	hours: OpeningHours;
	holidays: Holiday[];
	/** The site's date. */
	now: LocalDate;
	chosen: LocalDate | null;
	onChoose: ( date: LocalDate ) => void;
}

/**
 * A month whose days can be chosen; past ones only looked at. Keys as in the grid of ARIA's date picker: arrows by day and week,
 * Home and End within the week, Page Up and Down by month (https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/).
 */
export function MonthCalendar( {
	hours,
	holidays,
	now,
	chosen,
	onChoose,
}: MonthCalendarProps ) {
	const { locale } = useReading();
	const firstWeekday = firstWeekdayIn( locale );
	/** The day that the keyboard is on, in the month that is shown. */
	const [ current, setCurrent ] = useState( chosen ?? now );
	const grid = useRef< HTMLTableElement >( null );
	const byKey = useRef( false );
	useEffect( () => {
		if ( chosen ) {
			setCurrent( chosen );
		}
	}, [ chosen ] );
	useEffect( () => {
		if ( byKey.current ) {
			byKey.current = false;
			grid.current
				?.querySelector< HTMLElement >( '[tabindex="0"]' )
				?.focus();
		}
	}, [ current ] );
	const press = ( event: KeyboardEvent ) => {
		const isRtl =
			getComputedStyle( event.currentTarget ).direction === 'rtl';
		const next = dayAfterKey( event.key, current, firstWeekday, isRtl );
		if ( next ) {
			event.preventDefault();
			byKey.current = true;
			setCurrent( next );
		}
	};
	const weeks = monthOf( current, firstWeekday );
	const month = formatDate( current, locale, {
		month: 'long',
		year: 'numeric',
	} );
	return (
		<div className="rappel-month">
			<div className="rappel-month__head">
				<Button
					icon={ chevronLeft }
					label={ __( 'Previous month', 'rappel' ) }
					onClick={ () => setCurrent( addMonths( current, -1 ) ) }
				/>
				<strong aria-live="polite">{ month }</strong>
				<Button
					icon={ chevronRight }
					label={ __( 'Next month', 'rappel' ) }
					onClick={ () => setCurrent( addMonths( current, 1 ) ) }
				/>
			</div>
			<table
				role="grid"
				aria-label={ month }
				ref={ grid }
				onKeyDown={ press }
			>
				<thead>
					<tr>
						{ weekOf( firstWeekday ).map( ( date ) => (
							<th key={ date } scope="col">
								<abbr
									title={ formatDate( date, locale, {
										weekday: 'long',
									} ) }
								>
									{ formatDate( date, locale, {
										weekday: 'narrow',
									} ) }
								</abbr>
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ weeks.map( ( week, row ) => (
						<tr key={ row }>
							{ week.map( ( date, place ) =>
								date ? (
									<MonthDay
										key={ date }
										date={ date }
										kind={ kindOf( hours, date, holidays ) }
										hours={ hours }
										holiday={ holidays.find(
											( holiday ) => holiday.date === date
										) }
										isPast={ date < now }
										isToday={ date === now }
										isChosen={ date === chosen }
										isCurrent={ date === current }
										onChoose={ () => onChoose( date ) }
									/>
								) : (
									<td key={ place } />
								)
							) }
						</tr>
					) ) }
				</tbody>
			</table>
			<Legend />
			<label className="rappel-month__goto" htmlFor="rappel-goto-date">
				{ __( 'Or type a date', 'rappel' ) }{ ' ' }
				<input
					type="date"
					id="rappel-goto-date"
					min={ now }
					onChange={ ( { target: { value } } ) =>
						isDate( value ) && value >= now && setCurrent( value )
					}
					onKeyDown={ ( event ) => {
						const { value } = event.currentTarget;
						if ( event.key === 'Enter' ) {
							event.preventDefault();
							if ( isDate( value ) && value >= now ) {
								onChoose( value );
							}
						}
					} }
				/>
			</label>
		</div>
	);
}

/** Null: not one of the grid's keys. */
function dayAfterKey(
	key: string,
	date: LocalDate,
	firstWeekday: number,
	isRtl: boolean
): LocalDate | null {
	const inWeek = ( weekdayOf( date ) - firstWeekday + 7 ) % 7;
	switch ( key ) {
		case 'ArrowRight':
			return addDays( date, isRtl ? -1 : 1 );
		case 'ArrowLeft':
			return addDays( date, isRtl ? 1 : -1 );
		case 'ArrowDown':
			return addDays( date, 7 );
		case 'ArrowUp':
			return addDays( date, -7 );
		case 'Home':
			return addDays( date, -inWeek );
		case 'End':
			return addDays( date, 6 - inWeek );
		case 'PageDown':
			return addMonths( date, 1 );
		case 'PageUp':
			return addMonths( date, -1 );
		default:
			return null;
	}
}

/** Seven dates, one of each weekday: 5 January 2026 is a Monday. */
const weekOf = ( firstWeekday: number ) =>
	Array.from( { length: 7 }, ( _, place ) =>
		addDays( '2026-01-05', ( firstWeekday - 1 + place ) % 7 )
	);

function Legend() {
	const marks: [ DayKind, string ][] = [
		[ 'own', __( 'Own hours', 'rappel' ) ],
		[ 'closed', __( 'Closed', 'rappel' ) ],
		[ 'holiday', __( 'Public holiday', 'rappel' ) ],
		[ 'paused', __( 'Pause', 'rappel' ) ],
	];
	return (
		<ul className="rappel-month__legend" aria-hidden="true">
			{ marks.map( ( [ kind, word ] ) => (
				<li key={ kind } className={ `is-${ kind }` }>
					{ word }
				</li>
			) ) }
		</ul>
	);
}
