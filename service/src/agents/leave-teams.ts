import type { Channel } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';

/** Nobody saves a channel so often. */
const maximumTries = 10;

interface Needed {
	channels: Pick< ChannelStore, 'list' | 'find' | 'save' >;
	clock: Clock;
}

/**
 * Somebody may take callbacks no more: they leave the team of every channel. Its version rises, so that an editor who has it open
 * with them on it does not bring them back. Joins the current transaction.
 */
export async function leaveTeams(
	needed: Needed,
	siteId: string,
	userId: number
): Promise< void > {
	for ( const channel of await needed.channels.list( siteId ) ) {
		if ( hasMember( channel, userId ) ) {
			await leaveTeam( needed, channel, userId );
		}
	}
}

async function leaveTeam(
	{ channels, clock }: Needed,
	{ siteId, id }: Channel,
	userId: number
): Promise< void > {
	for ( let tries = 1; tries <= maximumTries; tries++ ) {
		const channel = await channels.find( siteId, id );
		if ( ! channel || ! hasMember( channel, userId ) ) {
			return;
		}
		const { settings, version } = channel;
		const saved = await channels.save( {
			...channel,
			version: version + 1,
			settings: {
				...settings,
				team: settings.team.filter(
					( member ) => member.userId !== userId
				),
			},
			updatedAt: clock.now(),
		} );
		if ( saved ) {
			return;
		}
	}
	throw new Error( 'A channel was saved again and again meanwhile.' );
}

function hasMember( { settings }: Channel, userId: number ): boolean {
	return settings.team.some( ( member ) => member.userId === userId );
}
