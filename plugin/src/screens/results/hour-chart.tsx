import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readResults } from '../../api/results';
import { BarChart } from '../../components/charts/bar-chart';
import { hourWords } from '../../domain/hour-words';
import { useLoaded } from '../../hooks/use-loaded';
import { useReading } from '../../reading';

const hours = Array.from( { length: 24 }, ( _, hour ) => hour );

/** When people ask; nothing until it is known. */
export function HourChart( {
	from,
	to,
	channelId,
}: {
	from: string;
	to: string;
	channelId: string | undefined;
} ) {
	const { locale } = useReading();
	const { value: results } = useLoaded(
		useCallback(
			() => readResults( { from, to, channelId, groupBy: 'hour' } ),
			[ from, to, channelId ]
		)
	);
	if ( ! results ) {
		return null;
	}
	const whole = new Intl.NumberFormat( locale );
	const figuresAt = ( hour: number ) =>
		results.groups.find( ( { key } ) => Number( key ) === hour )?.figures;
	return (
		<BarChart
			title={ __( 'Requests by hour of the day', 'rappel' ) }
			help={ __(
				'By the site’s clock, all days together: when to have people there.',
				'rappel'
			) }
			summary={ __(
				'Bars for each of the 24 hours; the table has the figures.',
				'rappel'
			) }
			series={ [
				{ key: 'joined', name: __( 'Talked', 'rappel' ) },
				{ key: 'other', name: __( 'Others', 'rappel' ) },
				{ key: 'missed', name: __( 'Missed', 'rappel' ) },
			] }
			bars={ hours.map( ( hour ) => {
				const figures = figuresAt( hour );
				const { requests = 0, joined = 0, missed = 0 } = figures ?? {};
				return {
					key: String( hour ),
					label: hourWords( hour, locale, 'short' ),
					longLabel: hourWords( hour, locale, 'range' ),
					values: [
						joined,
						Math.max( 0, requests - joined - missed ),
						missed,
					],
				};
			} ) }
			format={ ( value ) => whole.format( value ) }
		/>
	);
}
