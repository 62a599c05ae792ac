import type { CallPlan } from '../callback-request.js';

export const numbers = {
	client: '+33612345678',
	callerId: '+33180000000',
	destination: '+33140000000',
	fallback: '+33150000000',
} as const;

/** The plainest channel: one number, the company first, one try, nothing asked. */
export const plainPlan: CallPlan = {
	dialOrder: [ 'company', 'client' ],
	routing: 'destination',
	destination: numbers.destination,
	callerId: numbers.callerId,
	distribution: 'in_order',
	confirmation: 'never',
	endOnMachine: { company: false, client: false },
	clientKeys: false,
	ringSeconds: { company: 25, client: 20 },
	keySeconds: 8,
	maximumTalkSeconds: 3_600,
	retries: {
		company: { attempts: 1, spacingSeconds: 120, reasons: [] },
		client: { attempts: 1, spacingSeconds: 120, reasons: [] },
	},
	shortCallSeconds: 0,
	fallback: { type: 'refuse' },
	recording: false,
	survey: false,
	wrapUpSeconds: 0,
	returnSeconds: null,
	owner: null,
	booking: null,
	calledFrom: null,
};
