import { randomUUID } from 'node:crypto';
import { alertSettingsSchema } from '@rappel/contract';
import type { Agent } from '../domain/agent.js';

/** An agent for tests: online since the Wednesday morning on which most tests play, with what matters to the test given. */
export function someAgent( given: Partial< Agent > = {} ): Agent {
	const { userId = 7 } = given;
	return {
		siteId: randomUUID(),
		userId,
		name: `Agent ${ userId }`,
		number: `+3315555${ String( userId ).padStart( 4, '0' ) }`,
		email: null,
		status: 'online',
		statusSince: new Date( '2026-11-25T08:00:00.000Z' ),
		statusSource: 'page',
		seenAt: null,
		missedCallAt: null,
		language: null,
		hours: { weekly: null, leave: [] },
		alerts: alertSettingsSchema.parse( {} ),
		lastOfferedAt: null,
		lastEndedAt: null,
		...given,
	};
}
