import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { LiveAgent } from '@rappel/contract';
import { screenUrl } from '../../admin-url';
import { savePresence } from '../../api/agents';
import type { Problem } from '../../api/problem';
import { colleagueNote } from '../../domain/presence-sentences';
import {
	presenceStatuses,
	presenceWord,
	type PresenceStatus,
} from '../../domain/presence-words';
import { useNow } from '../../hooks/use-now';
import { initialData } from '../../initial-data';
import { useReading } from '../../reading';
import { useLiveSurroundings } from './live-context';
import { PresenceIgnored } from './presence-ignored';

/** Every colleague and how they are; who supervises can set it for them. */
export function TeamPanel() {
	const { agents } = useLiveSurroundings();
	const team = [ ...agents.values() ].sort( byPresence );
	const online = team.filter(
		( { presence } ) => presence.status === 'online'
	).length;
	return (
		<section
			className="rappel-card rappel-live-team"
			aria-label={ teamWord() }
		>
			<h2>
				{ teamWord() }{ ' ' }
				<small>
					{ team.length > 0 &&
						sprintf(
							/* translators: 1: how many are online. 2: how many there are. */
							__( '%1$d of %2$d online', 'rappel' ),
							online,
							team.length
						) }
				</small>
			</h2>
			{ team.length === 0 ? (
				<NobodyYet />
			) : (
				<ul>
					{ team.map( ( agent ) => (
						<Colleague key={ agent.userId } agent={ agent } />
					) ) }
				</ul>
			) }
			<PresenceIgnored />
		</section>
	);
}

const teamWord = () => __( 'Team', 'rappel' );

const byPresence = ( a: LiveAgent, b: LiveAgent ) =>
	presenceStatuses.indexOf( a.presence.status ) -
		presenceStatuses.indexOf( b.presence.status ) ||
	a.name.localeCompare( b.name );

function Colleague( { agent }: { agent: LiveAgent } ) {
	const reading = useReading();
	const now = useNow();
	const { me } = useLiveSurroundings();
	const { name, presence } = agent;
	const note = colleagueNote( agent, now, reading );
	return (
		<li>
			<span
				className={ `rappel-live-team__dot is-${ presence.status }` }
				aria-hidden="true"
			/>
			<span className="rappel-live-team__name">
				{ name }
				<small>
					{ [
						! me.supervises && presenceWord( presence.status ),
						note,
					]
						.filter( Boolean )
						.join( ' · ' ) }
				</small>
			</span>
			{ me.supervises && <ColleaguePresence agent={ agent } /> }
		</li>
	);
}

/** Sets a colleague's status; the log keeps who did. */
function ColleaguePresence( { agent }: { agent: LiveAgent } ) {
	const { refresh } = useLiveSurroundings();
	const [ saving, setSaving ] = useState< PresenceStatus | null >( null );
	const [ problem, setProblem ] = useState( '' );
	const choose = async ( status: PresenceStatus ) => {
		setSaving( status );
		setProblem( '' );
		try {
			await savePresence( agent.userId, status );
			refresh();
		} catch ( error ) {
			setProblem( ( error as Problem ).detail );
		}
		setSaving( null );
	};
	return (
		<>
			<SelectControl
				__nextHasNoMarginBottom
				size="compact"
				hideLabelFromVision
				label={ sprintf(
					/* translators: %s: name of an agent. */
					__( 'Presence of %s', 'rappel' ),
					agent.name
				) }
				value={ saving ?? agent.presence.status }
				disabled={ saving !== null }
				onChange={ ( status ) =>
					void choose( status as PresenceStatus )
				}
				options={ presenceStatuses.map( ( status ) => ( {
					value: status,
					label: presenceWord( status ),
				} ) ) }
			/>
			{ problem && (
				<p className="rappel-field-error" role="alert">
					{ problem }
				</p>
			) }
		</>
	);
}

function NobodyYet() {
	return (
		<>
			<p>
				{ __(
					'Nobody can take callbacks yet. Add people to the team of a channel; each needs a phone number on their profile.',
					'rappel'
				) }
			</p>
			{ initialData()?.can.manageChannels && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ screenUrl( 'channels' ) }
				>
					{ __( 'Open the channels', 'rappel' ) }
				</Button>
			) }
		</>
	);
}
