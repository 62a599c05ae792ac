import type { IncomingNews, PresenceNews } from '../telephony/call-events.js';
import type { CallScript } from '../telephony/call-script.js';

/** An agent calls a number of ours to set their presence. */
export interface PresenceByPhone {
	/** What they hear; null: it is no agent, or nobody can say which. */
	answer: ( news: IncomingNews ) => Promise< CallScript | null >;
	/** They pressed a key, or none in time. */
	chosen: ( news: PresenceNews ) => Promise< CallScript >;
}

/** Nobody sets their presence by phone. */
export const noPresenceByPhone: PresenceByPhone = {
	answer: async () => null,
	chosen: async () => ( { type: 'hang_up' } ),
};
