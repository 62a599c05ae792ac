import type { AgentHours, Presence } from '@rappel/contract';

/** A WordPress user who may take callbacks. */
export interface Agent {
	siteId: string;
	/** The WordPress user's id. */
	userId: number;
	name: string;
	/** E.164; null: they cannot be called. */
	number: string | null;
	email: string | null;
	/** As they said last. Whether it still holds, the opening hours say (presence.ts). */
	status: Presence[ 'status' ];
	statusSince: Date;
	/** When they can be booked. */
	hours: AgentHours;
	/** When a call was last offered to them; null: never. */
	lastOfferedAt: Date | null;
	/** When their last call ended; null: they had none. */
	lastEndedAt: Date | null;
}
