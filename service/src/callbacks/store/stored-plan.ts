import type { Booking, CallPlan } from '../domain/callback-request.js';
import type { LegRow } from './rows.js';

/** What a plan that was kept before a setting existed means: nothing of it happens. */
const before = {
	routing: 'destination',
	distribution: 'in_order',
	confirmation: 'never',
	endOnMachine: { company: false, client: false },
	clientKeys: false,
	keySeconds: 8,
	retries: {
		company: { attempts: 1, spacingSeconds: 0, reasons: [] },
		client: { attempts: 1, spacingSeconds: 0, reasons: [] },
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
} satisfies Partial< CallPlan >;

/** The plan as it was settled; of an old one the numbers are those of its legs. */
export function readPlan( json: string, legs: readonly LegRow[] ): CallPlan {
	const stored = JSON.parse( json ) as Pick<
		CallPlan,
		'dialOrder' | 'ringSeconds' | 'maximumTalkSeconds'
	> &
		Partial< CallPlan >;
	const company = legs.find( ( { party } ) => party === 'company' );
	return {
		...before,
		destination: company?.number ?? null,
		callerId: legs[ 0 ]?.callerId ?? '',
		...stored,
		booking: stored.booking ? readBooking( stored.booking ) : null,
		calledFrom: stored.calledFrom ? new Date( stored.calledFrom ) : null,
	};
}

/** In JSON an instant is text. */
function readBooking( stored: Booking ): Booking {
	return {
		...stored,
		startsAt: new Date( stored.startsAt ),
		endsAt: new Date( stored.endsAt ),
	};
}
