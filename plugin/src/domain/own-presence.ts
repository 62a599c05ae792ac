import type { Agent } from '@rappel/contract';

type Told = Pick<
	Agent,
	| 'presence'
	| 'isInHours'
	| 'isAwaited'
	| 'opensAt'
	| 'missedCallAt'
	| 'wrapUpUntil'
>;

/** What the presence menu shows of whoever looks at it. */
export interface OwnPresence extends Told {
	/** They can be called themselves; null: not known. */
	hasNumber: boolean | null;
}

/** A question that somebody is asked once: whether they answer or put it away, it is not asked again. */
export interface PresenceQuestion {
	type: 'missed_call' | 'opening';
	/** Tells it from the next one of its kind. */
	key: string;
}

/** Null: there is nothing to ask. */
export function questionFor( own: OwnPresence ): PresenceQuestion | null {
	if ( own.presence.status === 'away' && own.missedCallAt ) {
		return { type: 'missed_call', key: `missed:${ own.missedCallAt }` };
	}
	if ( own.presence.status === 'offline' && own.isAwaited ) {
		return { type: 'opening', key: openingKey( own ) };
	}
	return null;
}

/** While a period lasts, the next one begins at the same time; so the next one's beginning names this one. */
export const openingKey = ( { opensAt }: Pick< OwnPresence, 'opensAt' > ) =>
	`opening:${ opensAt ?? '' }`;

/** What the agent's word, or the stream's, says about the presence of whoever looks. The stream hides numbers from agents. */
export const ownPresenceOf = (
	agent: Told & Pick< Agent, 'number' >,
	hidesNumbers: boolean
): OwnPresence => ( {
	presence: agent.presence,
	isInHours: agent.isInHours,
	isAwaited: agent.isAwaited,
	opensAt: agent.opensAt,
	missedCallAt: agent.missedCallAt,
	wrapUpUntil: agent.wrapUpUntil,
	hasNumber: hidesNumbers && ! agent.number ? null : !! agent.number,
} );
