import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Presence } from '@rappel/contract';
import { profileUrl } from '../admin-url';
import { listAgents, savePresence } from '../api/agents';
import type { Problem } from '../api/problem';
import { useLoaded } from '../hooks/use-loaded';
import { usePolling } from '../hooks/use-polling';

type Status = Presence[ 'status' ];

const pollMilliseconds = 15_000;

/** One's own presence, changed by one click; the way to the profile for whoever has no number yet. */
export function PresenceControl( { userId }: { userId: number } ) {
	const {
		value: agents,
		reload,
		setValue,
	} = useLoaded( useCallback( () => listAgents(), [] ) );
	usePolling( reload, pollMilliseconds );
	const [ problem, setProblem ] = useState( '' );
	if ( ! agents ) {
		return null;
	}
	const own = agents.find( ( agent ) => agent.userId === userId );
	if ( ! own?.number ) {
		return (
			<a href={ profileUrl( userId ) }>
				{ __( 'Add your phone number to take callbacks', 'rappel' ) }
			</a>
		);
	}
	const choose = async ( status: Status ) => {
		setProblem( '' );
		try {
			const saved = await savePresence( userId, status );
			setValue(
				agents.map( ( agent ) =>
					agent.userId === userId ? saved : agent
				)
			);
			speak( presenceWord( status ) );
		} catch ( error ) {
			setProblem( ( error as Problem ).detail );
		}
	};
	return (
		<div
			className="rappel-presence"
			role="group"
			aria-label={ __( 'My presence', 'rappel' ) }
		>
			{ ( [ 'online', 'away', 'offline' ] as const ).map( ( status ) => (
				<Button
					key={ status }
					size="compact"
					className={ `is-${ status }` }
					aria-pressed={ own.presence.status === status }
					onClick={ () => void choose( status ) }
				>
					{ presenceWord( status ) }
				</Button>
			) ) }
			{ problem && (
				<span className="rappel-field-error" role="alert">
					{ problem }
				</span>
			) }
		</div>
	);
}

function presenceWord( status: Status ): string {
	switch ( status ) {
		case 'online':
			return __( 'Online', 'rappel' );
		case 'away':
			return __( 'Away', 'rappel' );
		case 'offline':
			return __( 'Offline', 'rappel' );
	}
}
