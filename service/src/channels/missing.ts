import type { Channel as WireChannel, ChannelSettings } from '@rappel/contract';

export interface MissingInput {
	settings: ChannelSettings;
	/** The caller id that applies where the channel has none: the site's, else the service's; null when neither has one. */
	fallbackCallerId: string | null;
}

/** What keeps a channel from taking requests; empty when nothing does. */
export function missingOf( {
	settings,
	fallbackCallerId,
}: MissingInput ): WireChannel[ 'missing' ] {
	const missing: WireChannel[ 'missing' ] = [];
	if ( settings.calls.destinationNumber === null ) {
		missing.push( 'destination_missing' );
	}
	if ( ( settings.calls.callerId ?? fallbackCallerId ) === null ) {
		missing.push( 'caller_id_missing' );
	}
	if ( settings.guards.allowedCountries.length === 0 ) {
		missing.push( 'countries_missing' );
	}
	return missing;
}
