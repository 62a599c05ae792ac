import type { CSSProperties } from 'react';
import { Fold } from '../fold';
import { __ } from '@wordpress/i18n';
import { ticksUpTo } from '../../domain/ticks';
import { ChartTable, type Bar, type Series } from './chart-table';

interface BarChartProps {
	title: string;
	/** What it counts, in a sentence. */
	help: string;
	/** What it shows, in a sentence, for who does not see it. */
	summary: string;
	series: Series[];
	bars: Bar[];
	/** Where the axis of a rate ends; absent: bars are counts, and it ends above the highest. */
	maximum?: number;
	format: ( value: number ) => string;
}

/** Half as many on a narrow screen. */
const mostLabels = 8;

/**
 * Bars that stand on each other, with the same figures as a table behind a button.
 *
 * Boxes that CSS lays out, and no library: uPlot (22 KB) and Chart.js (70 KB) draw on a canvas, which says nothing to a
 * screen reader, keeps its colours in forced-colours mode and is not mirrored from right to left; those that draw SVG are
 * heavier than the screen. Nothing moves.
 */
export function BarChart( {
	title,
	help,
	summary,
	series,
	bars,
	maximum,
	format,
}: BarChartProps ) {
	const highest = Math.max( 0, ...bars.map( sumOf ) );
	const ticks = ticksUpTo( maximum ?? highest, maximum === undefined );
	const top = maximum ?? ticks.at( -1 )!;
	const every = Math.ceil( bars.length / mostLabels );
	return (
		<section className="rappel-card rappel-chart">
			<h2>{ title }</h2>
			<p className="rappel-help">{ help }</p>
			{ series.length > 1 && <Legend series={ series } /> }
			<div
				className="rappel-chart__plot"
				role="img"
				aria-label={ summary }
			>
				{ ticks.map( ( tick ) => (
					<span
						key={ tick }
						className="rappel-chart__tick"
						style={ { insetBlockEnd: share( tick, top ) } }
					>
						<span>{ format( tick ) }</span>
					</span>
				) ) }
				<div className="rappel-chart__bars">
					{ bars.map( ( bar, place ) => (
						<div
							key={ bar.key }
							className="rappel-chart__bar"
							title={ wordsOf( bar, series, format ) }
						>
							{ series.map( ( { key }, index ) => {
								const value = bar.values[ index ];
								return value ? (
									<span
										key={ key }
										className={ `is-${ key }` }
										style={ {
											blockSize: share( value, top ),
										} }
									/>
								) : null;
							} ) }
							{ place % every === 0 && (
								<small
									className={
										place % ( every * 2 ) ? 'is-minor' : ''
									}
								>
									{ bar.label }
								</small>
							) }
						</div>
					) ) }
				</div>
			</div>
			<Fold title={ __( 'As a table', 'rappel' ) }>
				<ChartTable
					title={ title }
					series={ series }
					bars={ bars }
					format={ format }
				/>
			</Fold>
		</section>
	);
}

const sumOf = ( { values }: Bar ) =>
	values.reduce< number >( ( sum, value ) => sum + ( value ?? 0 ), 0 );

const share = (
	value: number,
	top: number
): NonNullable< CSSProperties[ 'blockSize' ] > =>
	`${ top > 0 ? ( value / top ) * 100 : 0 }%`;

const wordsOf = (
	{ longLabel, values }: Bar,
	series: Series[],
	format: ( value: number ) => string
) =>
	[
		longLabel,
		...series.map( ( { name }, index ) => {
			const value = values[ index ];
			return `${ name }: ${ typeof value === 'number' ? format( value ) : '—' }`;
		} ),
	].join( '\n' );

function Legend( { series }: { series: Series[] } ) {
	return (
		<ul className="rappel-chart__legend" aria-hidden="true">
			{ series.map( ( { key, name } ) => (
				<li key={ key } className={ `is-${ key }` }>
					{ name }
				</li>
			) ) }
		</ul>
	);
}
