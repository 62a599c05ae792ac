/** Jobs carry ids only: whoever runs one loads the request and decides again. */
export const jobNames = {
	dialLeg: 'callbacks.dial-leg',
	endCall: 'callbacks.end-call',
	redirectCall: 'callbacks.redirect-call',
	askCall: 'callbacks.ask-call',
	checkDeadline: 'callbacks.check-deadline',
	seekCompany: 'callbacks.seek-company',
	moveQueue: 'callbacks.move-queue',
	withdrawAgent: 'callbacks.withdraw-agent',
	startRecording: 'callbacks.start-recording',
	returnTimer: 'callbacks.return-timer',
	watchBooking: 'callbacks.watch-booking',
	cancelBlocked: 'callbacks.cancel-blocked',
	endChannel: 'callbacks.end-channel',
	checkCover: 'bookings.check-cover',
} as const;

export interface LegJob {
	requestId: string;
	legId: string;
}

export interface RequestJob {
	requestId: string;
}

export interface AgentJob {
	siteId: string;
	/** The WordPress user's id. */
	userId: number;
}

/** A number that was blocked. */
export interface NumberJob {
	siteId: string;
	/** E.164. */
	number: string;
	/** The WordPress user who did. */
	byUserId: number;
}

/** A channel that was removed with what was open of it. */
export interface ChannelJob {
	siteId: string;
	channelId: string;
	/** Whether it is looked at once more although nothing is open. */
	looksAgain: boolean;
}

export interface SiteJob {
	siteId: string;
}

/** A leg's turn at the network has come already: it asks for none again. */
export interface DialJob extends LegJob {
	paced?: boolean;
}
