import type { LiveAgent, LiveRequest } from '@rappel/contract';
import type { DashboardRequest } from '../domain/dashboard.js';

/** A request that waits, with what matters to the test given. */
export function someLiveRequest(
	given: Partial< LiveRequest > = {}
): LiveRequest {
	return {
		id: 'request-1',
		version: 1,
		channelId: 'channel-1',
		channelName: 'Accueil',
		state: 'queued',
		failureReason: null,
		heldBackBy: 'channel_busy',
		dueAt: null,
		bookedFor: null,
		uncovered: false,
		overdue: false,
		attempt: 1,
		attempts: 2,
		agentName: null,
		takenByUserId: null,
		ownerUserId: null,
		surveyScore: null,
		outcome: null,
		outcomeNote: null,
		costMilli: null,
		currency: null,
		number: '+33612345678',
		name: null,
		createdAt: '2026-11-25T09:00:00.000Z',
		requestedAt: '2026-11-25T09:00:00.000Z',
		endedAt: null,
		talkSeconds: 0,
		place: null,
		note: null,
		pageUrl: null,
		pageTitle: null,
		talkingSince: null,
		calledUserIds: [],
		earlierRequests: 0,
		lastRequestAt: null,
		...given,
	};
}

/** The same as the dashboard knows it. */
export function someDashboardRequest(
	given: Partial< LiveRequest > = {},
	more: Partial< Omit< DashboardRequest, 'live' > > = {}
): DashboardRequest {
	return {
		live: someLiveRequest( given ),
		inLine: given.state === undefined || given.state === 'queued',
		overdueFrom: null,
		followed: false,
		...more,
	};
}

export function someLiveAgent( given: Partial< LiveAgent > = {} ): LiveAgent {
	return {
		userId: 7,
		name: 'Agent 7',
		number: '+33140000007',
		presence: { status: 'online', until: null },
		isInHours: true,
		isAwaited: true,
		opensAt: null,
		missedCallAt: null,
		wrapUpUntil: null,
		busyCalls: 0,
		...given,
	};
}
