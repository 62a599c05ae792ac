import { __ } from '@wordpress/i18n';

/** One of the values that stand on each other in a bar. */
export interface Series {
	key: string;
	name: string;
}

export interface Bar {
	key: string;
	/** Under the bar, where there is room. */
	label: string;
	/** In the table and on hovering: "Thursday, 12 November 2026". */
	longLabel: string;
	/** By series; null: nothing was measured. */
	values: ( number | null )[];
}

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
