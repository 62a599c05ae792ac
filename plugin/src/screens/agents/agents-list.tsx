import { __ } from '@wordpress/i18n';
import type { Agent, Closure } from '@rappel/contract';
import { today } from '../../domain/calendar';
import { hoursSummary } from '../../domain/opening-hours';
import { useFirstFocus } from '../../hooks/use-first-focus';
import { useReading } from '../../reading';

interface AgentsListProps {
	agents: Agent[];
	/** Whose card gets the focus when the list appears; empty: nobody's. */
	focusedId: string;
	onOpen: ( userId: number ) => void;
}

export function AgentsList( { agents, focusedId, onOpen }: AgentsListProps ) {
	const list = useFirstFocus< HTMLUListElement >(
		`[data-agent="${ focusedId }"]`
	);
	return (
		<ul className="rappel-channels" ref={ list }>
			{ agents.map( ( agent ) => (
				<AgentCard
					key={ agent.userId }
					agent={ agent }
					onOpen={ onOpen }
				/>
			) ) }
		</ul>
	);
}

function AgentCard( {
	agent: { userId, name, hours },
	onOpen,
}: {
	agent: Agent;
	onOpen: ( userId: number ) => void;
} ) {
	const reading = useReading();
	const now = today( new Date(), reading );
	const leave = hours.leave
		.filter( ( { to } ) => to.slice( 0, 10 ) >= now )
		.sort( ( a, b ) => a.from.localeCompare( b.from ) )[ 0 ];
	return (
		<li className="rappel-channel">
			<h2>
				<button
					type="button"
					className="rappel-row__open"
					data-agent={ userId }
					onClick={ () => onOpen( userId ) }
				>
					{ name }
				</button>
			</h2>
			<dl>
				<div>
					<dt>{ __( 'Hours', 'rappel' ) }</dt>
					<dd>
						{ hours.weekly
							? hoursSummary(
									{ always: false, weekly: hours.weekly },
									reading.locale
								)
							: __( 'Those of the channel', 'rappel' ) }
					</dd>
				</div>
				<div>
					<dt>{ __( 'Next leave', 'rappel' ) }</dt>
					<dd>
						{ leave
							? formatDates( leave, reading.locale )
							: __( 'None', 'rappel' ) }
					</dd>
				</div>
			</dl>
		</li>
	);
}

/** "24 Dec 2026 – 2 Jan 2027" */
const formatDates = ( { from, to }: Closure, locale: string ) =>
	new Intl.DateTimeFormat( locale, {
		dateStyle: 'medium',
		timeZone: 'UTC',
	} ).formatRange( Date.parse( `${ from }Z` ), Date.parse( `${ to }Z` ) );
