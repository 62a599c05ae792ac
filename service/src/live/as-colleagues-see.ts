import type { Agent, LiveAgent } from '@rappel/contract';

/** An agent without what is theirs alone. */
export function asColleaguesSee( {
	hours: _hours,
	email: _email,
	alerts: _alerts,
	...agent
}: Agent ): LiveAgent {
	return agent;
}
