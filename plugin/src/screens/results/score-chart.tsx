import { __, sprintf } from '@wordpress/i18n';
import { BarChart } from '../../components/charts/bar-chart';
import { useReading } from '../../reading';

/** How many gave 1, 2, 3, 4 and 5. */
export function ScoreChart( { scores }: { scores: number[] } ) {
	const { locale } = useReading();
	const whole = new Intl.NumberFormat( locale );
	return (
		<BarChart
			title={ __( 'Answers to the survey', 'rappel' ) }
			help={ __(
				'How many clients gave each score: 1 is not at all satisfied, 5 very satisfied.',
				'rappel'
			) }
			summary={ scores
				.map( ( count, place ) =>
					sprintf(
						/* translators: 1: a score from 1 to 5. 2: how many gave it. */
						__( 'Score %1$d: %2$d', 'rappel' ),
						place + 1,
						count
					)
				)
				.join( ', ' ) }
			series={ [ { key: 'joined', name: __( 'Answers', 'rappel' ) } ] }
			bars={ scores.map( ( count, place ) => ( {
				key: String( place + 1 ),
				label: whole.format( place + 1 ),
				longLabel: sprintf(
					/* translators: %s: a score from 1 to 5. */
					__( '%s out of 5', 'rappel' ),
					whole.format( place + 1 )
				),
				values: [ count ],
			} ) ) }
			format={ ( value ) => whole.format( value ) }
		/>
	);
}
