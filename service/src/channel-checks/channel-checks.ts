import type { CostEstimate, Language, Readiness } from '@rappel/contract';
import type { Site } from '../sites/site.js';
import { readEstimate, type EstimateDependencies } from './read-estimate.js';
import type { ReadinessDependencies } from './readiness-facts.js';
import { readReadiness } from './readiness.js';
import type { TestCalls } from './test-calls.js';

/** What the owner of a channel looks at before it goes live. */
export interface ChannelChecks extends Pick< TestCalls, 'start' | 'read' > {
	/** Refuses (Refusal) with channel_not_found. */
	readiness: (
		site: Site,
		channelId: string,
		language: Language
	) => Promise< Readiness >;
	/** Refuses (Refusal) with channel_not_found. */
	estimate: ( site: Site, channelId: string ) => Promise< CostEstimate >;
}

export function createChannelChecks(
	dependencies: ReadinessDependencies &
		EstimateDependencies & { testCalls: TestCalls }
): ChannelChecks {
	const { start, read } = dependencies.testCalls;
	return {
		start,
		read,
		readiness: ( site, channelId, language ) =>
			readReadiness( dependencies, site, channelId, language ),
		estimate: ( site, channelId ) =>
			readEstimate( dependencies, site, channelId ),
	};
}
