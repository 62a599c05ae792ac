import { useCallback } from '@wordpress/element';
import type { Language, SetUpStep } from '@rappel/contract';
import { listChannels } from '../api/channels';
import { readConnection } from '../api/connection';
import { readSetUp, saveSetUp } from '../api/set-up';
import { readTelephonyAccount } from '../api/telephony-account';
import type { Problem } from '../api/problem';
import { isConnected, type SetUpFacts } from '../domain/set-up-steps';
import { useLoaded, type Loaded } from './use-loaded';

/** The facts, and why the account could not be read (null: it was). */
export type KnownSetUp = SetUpFacts & { accountProblem: Problem | null };

/** Reads everything that the steps are about. */
export function useSetUp( language: Language ): Loaded< KnownSetUp > {
	return useLoaded(
		useCallback( () => readFacts( language ), [ language ] )
	);
}

async function readFacts( language: Language ): Promise< KnownSetUp > {
	const [ connection, setUp ] = await Promise.all( [
		readConnection(),
		readSetUp(),
	] );
	const unconnected = {
		connection,
		setUp,
		account: null,
		accountProblem: null,
		channel: null,
	};
	if ( ! isConnected( unconnected ) ) {
		return unconnected;
	}
	const [ account, channels ] = await Promise.all( [
		readAccount( language ),
		listChannels(),
	] );
	return {
		connection,
		setUp,
		...account,
		// The one that is being set up may have been deleted meanwhile; a site that has others goes on with the first of them.
		channel:
			channels.find( ( { id } ) => id === setUp.channelId ) ??
			channels[ 0 ] ??
			null,
	};
}

/** A telephone account that cannot be read keeps nobody from the other steps. */
const readAccount = ( language: Language ) =>
	readTelephonyAccount( language ).then(
		( account ) => ( { account, accountProblem: null } ),
		( problem: Problem ) => ( { account: null, accountProblem: problem } )
	);

/** Keeps that the owner passed a step by. Throws a Problem. */
export const skipStep = ( { setUp }: SetUpFacts, step: SetUpStep ) =>
	saveSetUp( {
		...setUp,
		skipped: [ ...new Set( [ ...setUp.skipped, step ] ) ],
	} );
