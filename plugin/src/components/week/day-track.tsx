import { dayMinutes, piecesOn, type DayPiece } from '../../domain/week';
import type { WeeklyRange } from '@rappel/contract';
import { formatTimeOfDay } from '../../domain/opening-hours';
import { useReading } from '../../reading';

interface DayTrackProps {
	/** Monday is 1, Sunday is 7. */
	day: number;
	weekly: WeeklyRange[];
	/** Place of the range that is being dragged; null: none. */
	held: number | null;
}

/**
 * A day as a bar of 24 hours with its ranges on it. Only for the eye and the pointer: the fields beside it hold the same, for
 * the keyboard and the ear.
 */
export function DayTrack( { day, weekly, held }: DayTrackProps ) {
	return (
		<div className="rappel-track" aria-hidden="true" data-day={ day }>
			{ piecesOn( weekly, day ).map( ( piece ) => (
				<Piece
					key={ `${ piece.index }-${ piece.isContinued }` }
					piece={ piece }
					range={ weekly[ piece.index ]! }
					isHeld={ piece.index === held }
				/>
			) ) }
		</div>
	);
}

const share = ( minutes: number ) => `${ ( minutes / dayMinutes ) * 100 }%`;

function Piece( {
	piece: { index, start, end, isContinued, goesOn },
	range: { from, to },
	isHeld,
}: {
	piece: DayPiece;
	range: WeeklyRange;
	isHeld: boolean;
} ) {
	const { locale } = useReading();
	const classes = [
		'rappel-track__piece',
		isContinued && 'is-continued',
		goesOn && 'goes-on',
		isHeld && 'is-held',
	].filter( Boolean );
	const label = [ from, to ]
		.map( ( time ) => formatTimeOfDay( time, locale ) )
		.join( '–' );
	return (
		<div
			className={ classes.join( ' ' ) }
			data-index={ index }
			data-grip="body"
			title={ label }
			style={ {
				insetInlineStart: share( start ),
				inlineSize: share( end - start ),
			} }
		>
			{ ! isContinued && (
				<span
					className="rappel-track__end is-start"
					data-grip="start"
				/>
			) }
			<span className="rappel-track__label">{ label }</span>
			{ ! goesOn && (
				<span className="rappel-track__end is-end" data-grip="end" />
			) }
		</div>
	);
}
