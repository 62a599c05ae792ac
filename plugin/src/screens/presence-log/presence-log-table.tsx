/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- Safari forgets what a table is once CSS lays it out as a grid. */
import { __ } from '@wordpress/i18n';
import type { PresenceLog } from '@rappel/contract';
import { StateLabel } from '../../components/state-label';
import { formatExactly, formatMoment } from '../../domain/format';
import { sourceWords } from '../../domain/presence-source-words';
import { presenceWord, type PresenceStatus } from '../../domain/presence-words';
import type { Tone } from '../../domain/request-words';
import { useReading } from '../../reading';

interface PresenceLogTableProps {
	entries: PresenceLog[ 'entries' ];
	/** Empty where nobody with this id is known. */
	nameOf: ( userId: number | null ) => string;
}

export function PresenceLogTable( { entries, nameOf }: PresenceLogTableProps ) {
	const reading = useReading();
	return (
		<table className="rappel-table rappel-presence-log" role="table">
			<caption className="screen-reader-text">
				{ __( 'Changes of status, the newest first', 'rappel' ) }
			</caption>
			<thead role="rowgroup">
				<tr role="row">
					<th role="columnheader">{ __( 'When', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Agent', 'rappel' ) }</th>
					<th role="columnheader">{ __( 'Status', 'rappel' ) }</th>
					<th role="columnheader">
						{ __( 'By whom or what', 'rappel' ) }
					</th>
				</tr>
			</thead>
			<tbody role="rowgroup">
				{ entries.map( ( entry, place ) => (
					<tr key={ `${ entry.at } ${ place }` } role="row">
						<td role="cell">
							<time
								dateTime={ entry.at }
								title={ formatExactly( entry.at, reading ) }
							>
								{ formatMoment(
									entry.at,
									new Date(),
									reading
								) }
							</time>
						</td>
						<td role="cell">
							<strong>{ entry.agentName }</strong>
						</td>
						<td role="cell">
							<StateLabel tone={ toneOf( entry.status ) }>
								{ presenceWord( entry.status ) }
							</StateLabel>
						</td>
						<td role="cell">
							{ sourceWords( entry, nameOf( entry.byUserId ) ) }
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function toneOf( status: PresenceStatus ): Tone {
	switch ( status ) {
		case 'online':
			return 'good';
		case 'away':
			return 'paused';
		case 'offline':
			return 'quiet';
	}
}
