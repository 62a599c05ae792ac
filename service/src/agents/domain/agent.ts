import type {
	AgentHours,
	AlertSettings,
	Language,
	Presence,
	PresenceSource,
} from '@rappel/contract';

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
	/** Who or what said it. */
	statusSource: PresenceSource;
	/** When a page of Rappel was last known to be open before them; null: never. */
	seenAt: Date | null;
	/** They missed a call then and were made away; null once they said their status again. */
	missedCallAt: Date | null;
	/** In which they are spoken and written to; null: that of a channel of theirs. */
	language: Language | null;
	/** When they can be booked. */
	hours: AgentHours;
	/** What they want to be told, and how. */
	alerts: AlertSettings;
	/** When a call was last offered to them; null: never. */
	lastOfferedAt: Date | null;
	/** When their last call ended; null: they had none. */
	lastEndedAt: Date | null;
}
