import type { Channel as WireChannel, ChannelSettings } from '@rappel/contract';

export interface MissingInput {
	settings: ChannelSettings;
	/** The caller id that applies where the channel has none: the site's, else the service's; null when neither has one. */
	fallbackCallerId: string | null;
	/** The numbers of the site's agents, by user id. */
	agentNumbers: ReadonlyMap< number, string >;
}

/** What keeps a channel from taking requests; empty when nothing does. */
export function missingOf( {
	settings,
	fallbackCallerId,
	agentNumbers,
}: MissingInput ): WireChannel[ 'missing' ] {
	const { calls, guards, fallback, team } = settings;
	const missing: WireChannel[ 'missing' ] = [];
	if ( callsTeam( settings ) ) {
		if ( ! team.some( ( { userId } ) => agentNumbers.has( userId ) ) ) {
			missing.push( 'team_numbers_missing' );
		}
	} else if ( calls.destinationNumber === null ) {
		missing.push( 'destination_missing' );
	}
	if ( ( calls.callerId ?? fallbackCallerId ) === null ) {
		missing.push( 'caller_id_missing' );
	}
	if ( guards.allowedCountries.length === 0 ) {
		missing.push( 'countries_missing' );
	}
	if ( fallback.type === 'call_number' && fallback.number === null ) {
		missing.push( 'fallback_number_missing' );
	}
	return missing;
}

/** Whether agents are called. An empty team falls to the destination number. */
export function callsTeam( { calls, team }: ChannelSettings ): boolean {
	return calls.routing === 'team' && team.length > 0;
}

/** Whether it depends on presence that anybody is called: where the destination is rung whatever anybody's, it does not. */
export function presenceCounts( settings: ChannelSettings ): boolean {
	return settings.calls.checkAvailability || callsTeam( settings );
}
