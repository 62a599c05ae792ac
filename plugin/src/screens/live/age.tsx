import { ageLabel, countedWords } from '../../domain/live-words';
import { formatExactly } from '../../domain/format';
import type { LiveSection } from '../../domain/live-sections';
import { useSecond } from '../../hooks/use-second';
import { useReading } from '../../reading';
import { useLiveSurroundings } from './live-context';

/** How long ago something was, or how soon it is, by the service's clock; counts by itself. */
export function Age( {
	since,
	section,
}: {
	since: string;
	section: LiveSection;
} ) {
	const reading = useReading();
	const { clockAheadMilliseconds } = useLiveSurroundings();
	const second = useSecond();
	const elapsed = Math.round(
		second + ( clockAheadMilliseconds - Date.parse( since ) ) / 1_000
	);
	return (
		<time
			className="rappel-live-row__age"
			dateTime={ since }
			title={ formatExactly( since, reading ) }
		>
			<span className="screen-reader-text">{ ageLabel( section ) } </span>
			{ countedWords(
				section,
				// What the clocks disagree on is not shown as a time to come.
				section === 'due' ? elapsed : Math.max( 0, elapsed ),
				reading.locale
			) }
		</time>
	);
}
