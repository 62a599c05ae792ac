import { __, sprintf } from '@wordpress/i18n';
import type { Results } from '@rappel/contract';
import { BarChart } from '../../components/charts/bar-chart';
import { formatDate } from '../../domain/calendar';
import { answerRate } from '../../domain/result-figures';
import { useReading } from '../../reading';

/** Requests and their answer rate, day by day. */
export function DayCharts( { days }: { days: Results[ 'days' ] } ) {
	const { locale } = useReading();
	const whole = new Intl.NumberFormat( locale );
	const percent = new Intl.NumberFormat( locale, { style: 'percent' } );
	const labels = days.map( ( { date } ) => ( {
		key: date,
		label: formatDate( date, locale, { day: 'numeric', month: 'short' } ),
		longLabel: formatDate( date, locale ),
	} ) );
	const busiest = days.reduce< Results[ 'days' ][ number ] | undefined >(
		( most, day ) =>
			day.figures.requests > ( most?.figures.requests ?? 0 ) ? day : most,
		undefined
	);
	return (
		<>
			<BarChart
				title={ __( 'Requests a day', 'rappel' ) }
				help={ __(
					'By the day on which they were made. “Others” were cancelled, or are not over yet.',
					'rappel'
				) }
				summary={
					busiest
						? sprintf(
								/* translators: 1: a date. 2: number of requests. */
								__(
									'Bars for each day. The most requests were made on %1$s: %2$s.',
									'rappel'
								),
								formatDate( busiest.date, locale ),
								whole.format( busiest.figures.requests )
							)
						: __( 'No requests in these days.', 'rappel' )
				}
				series={ [
					{ key: 'joined', name: __( 'Talked', 'rappel' ) },
					{ key: 'other', name: __( 'Others', 'rappel' ) },
					{ key: 'missed', name: __( 'Missed', 'rappel' ) },
				] }
				bars={ days.map( ( { figures }, place ) => ( {
					...labels[ place ]!,
					values: [
						figures.joined,
						Math.max(
							0,
							figures.requests - figures.joined - figures.missed
						),
						figures.missed,
					],
				} ) ) }
				format={ ( value ) => whole.format( value ) }
			/>
			<BarChart
				title={ __( 'Answer rate a day', 'rappel' ) }
				help={ __(
					'Of each day’s requests that are over, how many led to a conversation. No bar: nothing to tell.',
					'rappel'
				) }
				summary={ __(
					'Bars for each day, from 0 to 100 per cent; the table has the figures.',
					'rappel'
				) }
				series={ [
					{ key: 'joined', name: __( 'Answer rate', 'rappel' ) },
				] }
				maximum={ 1 }
				bars={ days.map( ( { figures }, place ) => ( {
					...labels[ place ]!,
					values: [ answerRate( figures ) ],
				} ) ) }
				format={ ( value ) => percent.format( value ) }
			/>
		</>
	);
}
