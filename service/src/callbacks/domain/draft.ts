import type { CallbackRequest } from './callback-request.js';
import type { Effect } from './commands.js';
import type { RequestEvent } from './events.js';
import { evolve } from './evolve.js';

type WithoutInstant< E > = E extends RequestEvent
	? Omit< E, 'at' > & { at?: Date }
	: never;

/** A decision while it is being made: each event is applied at once, so that what follows sees it. Local to one decide. */
export class Draft {
	readonly events: RequestEvent[] = [];
	readonly effects: Effect[] = [];

	/** When that which is told took place: now, or a little before. */
	occurredAt: Date;

	/** The leg that is waiting for our answer right now: what it hears next is that answer, and it need not be redirected. */
	answering: string | null = null;

	constructor(
		public request: CallbackRequest,
		readonly now: Date
	) {
		this.occurredAt = now;
	}

	/** @param event `at` is `occurredAt` when absent. */
	happens( event: WithoutInstant< RequestEvent > ): this {
		const complete = { at: this.occurredAt, ...event } as RequestEvent;
		this.events.push( complete );
		this.request = evolve( this.request, complete );
		return this;
	}

	then( effect: Effect ): this {
		this.effects.push( effect );
		return this;
	}
}
