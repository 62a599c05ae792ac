import type { ClockState } from '../clock/clock.js';
import type { FaultsState } from '../faults/faults.js';
import { newAccount } from './account-state.js';
import type { AccountState } from './account-state.js';
import type {
	CallRecord,
	ConferenceRecord,
	HeardEntry,
	LabSettings,
	MessageRecord,
	NumberRecord,
	RecordingRecord,
	RequestRecord,
	WebhookRecord,
} from './records.js';

/** All the lab knows, as it is written to the data file. */
export interface LabState {
	version: 1;
	clock: ClockState;
	/** Every call ever made, oldest first. */
	calls: CallRecord[];
	conferences: ConferenceRecord[];
	recordings: RecordingRecord[];
	messages: MessageRecord[];
	numbers: NumberRecord[];
	/** `sender recipient` of everybody who wrote STOP to a sender. */
	optedOut: string[];
	settings: LabSettings;
	account: AccountState;
	/** When the queue of calls per second may dial again. */
	nextDialAt: number;
	/** By number. */
	heard: Record< string, HeardEntry[] >;
	requests: RequestRecord[];
	webhooks: WebhookRecord[];
	timers: Record< string, number >;
	faults: FaultsState;
}

/** Logs keep the newest; calls and conferences are kept for ever. */
export const logLimit = 2_000;
const keptLogLimit = 300;
export const heardLimit = 200;

export function emptyState( seed: number ): LabState {
	return {
		version: 1,
		clock: { mode: 'real', nowMilliseconds: 0, offsetMilliseconds: 0 },
		calls: [],
		conferences: [],
		recordings: [],
		messages: [],
		numbers: [],
		optedOut: [],
		settings: { callsPerSecond: 0, maximumCalls: 0 },
		account: newAccount(),
		nextDialAt: 0,
		heard: {},
		requests: [],
		webhooks: [],
		timers: {},
		faults: { seed, draws: 0, rules: [] },
	};
}

/** What goes into the file: of the logs the newest, and whatever is still to be sent. */
export const kept = ( state: LabState ): LabState => ( {
	...state,
	requests: state.requests.slice( -keptLogLimit ),
	webhooks: state.webhooks.filter(
		( { state: sent }, index, all ) =>
			sent === 'pending' || index >= all.length - keptLogLimit
	),
} );

/** Appends to a log that keeps its newest entries. */
export function appendLimited< T >( log: T[], entry: T, limit: number ): void {
	log.push( entry );
	if ( log.length > limit ) {
		log.splice( 0, log.length - limit );
	}
}

/** A file of an earlier lab, with what it could not know yet. */
export const upgraded = ( state: LabState, seed: number ): LabState => ( {
	...emptyState( seed ),
	...state,
	calls: state.calls.map( ( call ) => ( {
		...{ direction: 'outbound-api', parentCallSid: null },
		...call,
	} ) ),
	numbers: state.numbers.map( ( number ) => ( {
		...{ smsFallback: null },
		...number,
	} ) ),
	conferences: state.conferences.map( ( conference ) => ( {
		...conference,
		participants: conference.participants.map( ( participant ) => ( {
			...{ callSidToCoach: null },
			...participant,
		} ) ),
	} ) ),
} );
