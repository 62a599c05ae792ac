/** Limits of the figures of a channel, inclusive, as the contract has them. */
export const limits = {
	'calls.wrapUpSeconds': [ 0, 3_600 ],
	'calls.ownerWaitMinutes': [ 0, 1_440 ],
	'calls.keySeconds': [ 4, 30 ],
	'calls.companyRingSeconds': [ 10, 60 ],
	'calls.clientRingSeconds': [ 10, 60 ],
	'calls.maximumTalkSeconds': [ 60, 14_400 ],
	'retries.company.attempts': [ 1, 10 ],
	'retries.company.spacingMinutes': [ 0, 240 ],
	'retries.client.attempts': [ 1, 10 ],
	'retries.client.spacingMinutes': [ 0, 240 ],
	'retries.shortCallSeconds': [ 0, 120 ],
	'fallback.tryAgainMinutes': [ 1, 240 ],
	'fallback.tryAgainTimes': [ 1, 20 ],
	'queue.limit': [ 1, 1_000 ],
	'queue.callsPerAgent': [ 1, 10 ],
	'queue.maximumWaiting': [ 0, 1_000 ],
	'queue.maximumWaitMinutes': [ 0, 240 ],
	'queue.minutesBeforeClosing': [ 0, 240 ],
	'queue.expiresAfterMinutes': [ 5, 1_440 ],
	'recording.retentionDays': [ 1, 3_650 ],
	'guards.requestsPerNumberPerDay': [ 1, 50 ],
	'guards.requestsPerAddressPerHour': [ 1, 1_000 ],
} as const satisfies Record< string, readonly [ number, number ] >;

export type FigurePath = keyof typeof limits;
