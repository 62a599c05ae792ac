import { randomUUID } from 'node:crypto';
import {
	channelSettingsSchema,
	type ChannelSettingsInput,
} from '@rappel/contract';
import type { Channel } from '../channel.js';

/** A channel for tests: open round the clock, ready to call, with what matters to the test given. */
export function someChannel(
	settings: Partial< ChannelSettingsInput > = {},
	given: Partial< Channel > = {}
): Channel {
	return {
		id: randomUUID(),
		siteId: randomUUID(),
		version: 1,
		settings: channelSettingsSchema.parse( {
			name: 'Accueil',
			openingHours: { always: true },
			...settings,
			calls: { destinationNumber: '+33123456789', ...settings.calls },
		} ),
		createdAt: new Date( '2026-11-01T08:00:00.000Z' ),
		updatedAt: new Date( '2026-11-01T08:00:00.000Z' ),
		removedAt: null,
		...given,
	};
}
