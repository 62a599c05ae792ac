import { __ } from '@wordpress/i18n';
import type { TimelineEntry } from '@rappel/contract';
import { formatExactly, formatTime } from '../../domain/format';
import { timelineDetail, timelineSentence } from '../../domain/timeline-words';
import { useReading } from '../../reading';

/** Everything that happened, in order. */
export function Timeline( { entries }: { entries: TimelineEntry[] } ) {
	const reading = useReading();
	return (
		<section className="rappel-card" aria-labelledby="rappel-timeline">
			<header className="rappel-card__header">
				<h2 id="rappel-timeline">
					{ __( 'What happened', 'rappel' ) }
				</h2>
			</header>
			<ol className="rappel-timeline">
				{ entries.map( ( entry, index ) => {
					const detail = timelineDetail( entry, reading );
					return (
						<li key={ index } className={ `is-${ entry.type }` }>
							<time
								dateTime={ entry.at }
								title={ formatExactly( entry.at, reading ) }
							>
								{ formatTime( entry.at, reading ) }
							</time>
							<span>
								{ timelineSentence( entry ) }
								{ detail && <small> { detail }</small> }
							</span>
						</li>
					);
				} ) }
			</ol>
		</section>
	);
}
