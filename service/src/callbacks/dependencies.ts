import type { AgentStore } from '../agents/agent-store.js';
import type { Alerts } from '../alerts/alerts.js';
import type { BookingStore } from '../bookings/booking-store.js';
import type {
	BookingNotices,
	OfferedSlots,
	TextMessagesOfVisitor,
} from '../bookings/ports.js';
import type { ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { BlockedNumbers } from '../guards/blocked-numbers.js';
import type { Limits } from '../guards/limits.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logging.js';
import type { NumberCodes } from '../number-codes/number-codes.js';
import type { Database } from '../persistence/database.js';
import type { SiteStore } from '../sites/site-store.js';
import type { Pacing } from '../seats/pacing.js';
import type { Seats } from '../seats/seats.js';
import type { TelephonyOf } from '../telephony/telephony.js';
import type { AfterCall } from './after-call.js';
import type { FindCandidates } from './candidates.js';
import type { KillPoint } from './kill-point.js';
import type { PresenceByPhone } from './presence-by-phone.js';
import type { Guarded } from './sabotage.js';
import type { CallbackStore } from './store/callback-store.js';
import type { TeamNews } from './team-news.js';

/** What the use cases of callbacks work with, given by callbacks.ts. */
export interface Dependencies {
	database: Database;
	jobs: Jobs;
	store: CallbackStore;
	telephonyOf: TelephonyOf;
	sites: Pick< SiteStore, 'find' >;
	channels: Pick< ChannelStore, 'find' | 'findEvenRemoved' | 'list' >;
	limits: Pick< Limits, 'take' | 'requestsToday' | 'refuseSpent' >;
	/** Whether a visitor's number is theirs. */
	numberCodes: Pick< NumberCodes, 'check' | 'used' | 'ask' >;
	blockedNumbers: BlockedNumbers;
	alerts: Alerts;
	clock: Clock;
	logger: Logger;
	/** The service's own number, E.164; null when it has none. */
	defaultCallerId: string | null;
	seats: Seats;
	pacing: Pacing;
	/** How many calls a telephone account holds at a time; 0: no bound of ours. */
	maximumCalls: number;
	/** Who on the company's side could be called. */
	candidates: FindCandidates;
	agents: Pick<
		AgentStore,
		'names' | 'numbers' | 'noteOffered' | 'noteEnded'
	>;
	afterCall: AfterCall;
	presenceByPhone: PresenceByPhone;
	bookings: BookingStore;
	slots: OfferedSlots;
	/** What the visitor is told of a booking. */
	notices: BookingNotices;
	textMessages: TextMessagesOfVisitor;
	/** What those of the company are told of a request. */
	teamNews: TeamNews;
	/** No-op in life; see kill-point.ts. */
	killPoint: KillPoint;
	/** Every guard stands in life; see sabotage.ts. */
	guarded: Guarded;
}
