import { __ } from '@wordpress/i18n';
import type { Bar, Series } from './bar-chart';

/** The figures of a chart. */
export function ChartTable( {
	title,
	series,
	bars,
	format,
}: {
	title: string;
	series: Series[];
	bars: Bar[];
	format: ( value: number ) => string;
} ) {
	return (
		<div
			className="rappel-scroll"
			role="group"
			aria-label={ title }
			// It scrolls, so the keyboard must reach it.
			tabIndex={ 0 }
		>
			<table className="rappel-figures-table">
				<caption className="screen-reader-text">{ title }</caption>
				<thead>
					<tr>
						<th scope="col">
							<span className="screen-reader-text">
								{ __( 'What', 'rappel' ) }
							</span>
						</th>
						{ series.map( ( { key, name } ) => (
							<th key={ key } scope="col">
								{ name }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ bars.map( ( { key, longLabel, values } ) => (
						<tr key={ key }>
							<th scope="row">{ longLabel }</th>
							{ values.map( ( value, index ) => (
								<td key={ series[ index ]?.key }>
									{ value === null ? '—' : format( value ) }
								</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
