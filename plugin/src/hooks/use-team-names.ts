import { useCallback } from '@wordpress/element';
import type { Agent } from '@rappel/contract';
import { listAgents } from '../api/agents';
import { readUsers, type User } from '../api/users';
import { useLoaded } from './use-loaded';

export interface TeamNames {
	/** Empty while nobody has been asked yet. */
	nameOf: ( userId: number ) => string;
	/** Undefined while it is not known. */
	numberOf: ( userId: number ) => string | null | undefined;
}

/** Names and numbers of a team. WordPress knows everybody's name, the service who can be called. */
export function useTeamNames( userIds: number[], found: User[] ): TeamNames {
	const ids = [ ...userIds ].sort( ( a, b ) => a - b ).join();
	const { value: agents } = useLoaded< Agent[] >(
		useCallback( () => listAgents(), [] )
	);
	const { value: users } = useLoaded< User[] >(
		useCallback(
			async () =>
				ids ? readUsers( ids.split( ',' ).map( Number ) ) : [],
			[ ids ]
		)
	);
	const agentOf = ( id: number ) =>
		agents?.find( ( { userId } ) => userId === id );
	return {
		nameOf: ( id ) =>
			[ ...( users ?? [] ), ...found ].find( ( user ) => user.id === id )
				?.name ??
			agentOf( id )?.name ??
			'',
		numberOf: ( id ) =>
			agents ? ( agentOf( id )?.number ?? null ) : undefined,
	};
}
