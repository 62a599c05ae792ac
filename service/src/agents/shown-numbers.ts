import type { Channel } from '../channels/channel.js';
import { callerIdOf } from '../sites/service-numbers.js';
import type { Site } from '../sites/site.js';

/** What phones show that a site calls, E.164: the site's own number, else the service's; then what channels have of their own. */
export function shownNumbers(
	site: Pick< Site, 'callerId' | 'ownAccountSid' >,
	channels: readonly Channel[],
	defaultCallerId: string | null
): string[] {
	return [
		callerIdOf( site, defaultCallerId ),
		...channels.map( ( { settings } ) => settings.calls.callerId ),
	].filter( ( number ) => number !== null );
}
