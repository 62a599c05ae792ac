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
	'booking.lengthMinutes': [ 5, 240 ],
	'booking.stepMinutes': [ 5, 240 ],
	'booking.bufferBeforeMinutes': [ 0, 120 ],
	'booking.bufferAfterMinutes': [ 0, 120 ],
	'booking.capacityNumber': [ 1, 200 ],
	'booking.maximumPerDay': [ 0, 10_000 ],
	'booking.maximumPerWeek': [ 0, 10_000 ],
	'booking.minimumDelayMinutes': [ 0, 20_160 ],
	'booking.windowDays': [ 1, 365 ],
	'booking.lateAfterMinutes': [ 1, 60 ],
	'booking.latestMinutes': [ 5, 1_440 ],
	'textMessages.reminder.leadMinutes': [ 5, 10_080 ],
	'presence.awayAfterMinutes': [ 2, 240 ],
	'returnTimer.minutes': [ 2, 1_440 ],
	'guards.requestsPerNumberPerDay': [ 1, 50 ],
	'guards.requestsPerAddressPerHour': [ 1, 1_000 ],
	'siteWide.popUp.scrollPercent': [ 1, 100 ],
	'siteWide.popUp.afterSeconds': [ 1, 3_600 ],
} as const satisfies Record< string, readonly [ number, number ] >;

export type FigurePath = keyof typeof limits;

/** Figures of which only multiples are taken; of every other, each whole number (contract: bookingGridMinutes). */
const steps: Partial< Record< FigurePath, number > > = {
	'booking.lengthMinutes': 5,
	'booking.stepMinutes': 5,
	'booking.bufferBeforeMinutes': 5,
	'booking.bufferAfterMinutes': 5,
};

export const stepOf = ( path: string ): number =>
	steps[ path as FigurePath ] ?? 1;
