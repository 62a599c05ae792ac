import { __, sprintf } from '@wordpress/i18n';
import type { Figures } from '@rappel/contract';
import { changeOf, type Change } from '../../domain/result-figures';
import { measures, type Measure } from '../../domain/result-measures';
import { useReading } from '../../reading';

interface FiguresGridProps {
	total: Figures;
	/** Of the days just before. */
	before: Figures;
}

/** The main figures, each with what it counts and how it has changed. */
export function FiguresGrid( figures: FiguresGridProps ) {
	return (
		<dl className="rappel-results__figures">
			{ measures().map( ( measure ) => (
				<Figure
					key={ measure.key }
					measure={ measure }
					{ ...figures }
				/>
			) ) }
		</dl>
	);
}

function Figure( {
	measure: { name, help, value, format, wish, note },
	total,
	before,
}: FiguresGridProps & { measure: Measure } ) {
	const { locale } = useReading();
	const now = value( total );
	const past = value( before );
	const change = changeOf( now, past, wish );
	return (
		<div className="rappel-card rappel-figure-card">
			<dt>{ name }</dt>
			<dd>
				<strong>
					{ now === null
						? __( 'Nothing yet', 'rappel' )
						: format( now, total, locale ) }
				</strong>
				{ note && now !== null && (
					<span>{ note( total, locale ) }</span>
				) }
				{ change && past !== null && (
					<span className={ `rappel-change is-${ change }` }>
						<span aria-hidden="true">
							{ arrowOf( now!, past ) }
						</span>
						{ changeSentence(
							change,
							format( past, before, locale )
						) }
					</span>
				) }
				<small>{ help }</small>
			</dd>
		</div>
	);
}

const arrowOf = ( now: number, before: number ) => {
	if ( now === before ) {
		return '=';
	}
	return now > before ? '↑' : '↓';
};

function changeSentence( change: Change, before: string ): string {
	switch ( change ) {
		case 'better':
			/* translators: %s: a figure of the days before. */
			return sprintf( __( 'Better than before: %s', 'rappel' ), before );
		case 'worse':
			/* translators: %s: a figure of the days before. */
			return sprintf( __( 'Worse than before: %s', 'rappel' ), before );
		case 'more':
			/* translators: %s: a figure of the days before. */
			return sprintf( __( 'More than before: %s', 'rappel' ), before );
		case 'less':
			/* translators: %s: a figure of the days before. */
			return sprintf( __( 'Less than before: %s', 'rappel' ), before );
		case 'same':
			return __( 'As before', 'rappel' );
	}
}
