import { useCallback } from '@wordpress/element';
import type { Agent } from '@rappel/contract';
import { listAgents } from '../api/agents';
import { useLoaded } from './use-loaded';

export interface Agents {
	/** Null until they are known. */
	agents: Agent[] | null;
	/** Empty where nobody with this id is known. */
	nameOf: ( userId: number | null ) => string;
}

/** Everybody whom the service may call, asked for once. */
export function useAgents(): Agents {
	const { value } = useLoaded( useCallback( () => listAgents(), [] ) );
	return {
		agents: value,
		nameOf: ( userId ) =>
			value?.find( ( agent ) => agent.userId === userId )?.name ?? '',
	};
}
