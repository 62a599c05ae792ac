import type { ChannelSettings } from '@rappel/contract';
import type { Site } from '../sites/site.js';
import type { CallPlan, HeldBackBy } from './domain/callback-request.js';
import type { Candidate } from './domain/commands.js';

export interface CandidateQuestion {
	site: Site;
	settings: ChannelSettings;
	plan: CallPlan;
	/** The agent whom alone it waits for at this instant; null: whoever may be called. */
	ownerUserId: number | null;
	/** Whom the attempt under way has called already. */
	rung: {
		userIds: ReadonlySet< number >;
		/** The channel's number. */
		destination: boolean;
	};
	now: Date;
}

export interface CandidateAnswer {
	/** In the order in which they are to be called, whether or not they are in a call. */
	candidates: ReadonlyArray<
		Candidate & {
			/** 1 is asked first; all at once are those of the same. */
			priority: number;
		}
	>;
	/** Nobody may be called now, and it is worth waiting for somebody; null: it is not. */
	worthWaiting: HeldBackBy | null;
}

/** Who on the company's side could be called now. Takes no seats. */
export type FindCandidates = (
	question: CandidateQuestion
) => Promise< CandidateAnswer >;
