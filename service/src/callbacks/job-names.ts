/** Jobs carry ids only: whoever runs one loads the request and decides again. */
export const jobNames = {
	dialLeg: 'callbacks.dial-leg',
	endCall: 'callbacks.end-call',
	redirectCall: 'callbacks.redirect-call',
	askCall: 'callbacks.ask-call',
	checkDeadline: 'callbacks.check-deadline',
} as const;

export interface LegJob {
	requestId: string;
	legId: string;
}

export interface RequestJob {
	requestId: string;
}
