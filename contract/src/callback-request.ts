import { z } from 'zod';
import { bookingSchema } from './booking.js';
import { recordingSchema } from './recording.js';
import {
	idSchema,
	instantSchema,
	languageSchema,
	localDateSchema,
	requestKeySchema,
	timeZoneSchema,
	typedNumberSchema,
} from './primitives.js';

/** POST /v1/callback-requests. Everything about the visitor comes from WordPress, since the service sees only WordPress. */
export const createRequestSchema = z.object( {
	key: requestKeySchema,
	channelId: idSchema,
	number: typedNumberSchema,
	name: z.string().trim().max( 80 ).nullable().default( null ),
	/** What the visitor wants the agent to know before the call. */
	note: z.string().trim().max( 300 ).nullable().default( null ),
	consent: z.boolean().default( false ),
	/** The sentence the visitor agreed to, as it was shown. */
	consentText: z.string().trim().max( 600 ).nullable().default( null ),
	language: languageSchema.default( 'fr' ),
	timeZone: timeZoneSchema.nullable().default( null ),
	pageUrl: z.string().max( 2_000 ).nullable().default( null ),
	pageTitle: z.string().max( 300 ).nullable().default( null ),
	/** The visitor's address as WordPress sees it (never from a header a visitor can set), for limits. */
	visitorAddress: z.string().max( 64 ),
	/** When the visitor sent it, by WordPress's clock: a kept request that comes too late is not dialled. */
	requestedAt: instantSchema,
	/** The slot to book; null: be called now. */
	slot: instantSchema.nullable().default( null ),
	/** The WordPress user who should take it: it waits for them, then falls to the team. Null: anybody. */
	ownerUserId: z.int().min( 1 ).nullable().default( null ),
	/** The code that came by SMS, once `code_needed` was answered. */
	code: z.string().trim().max( 12 ).nullable().default( null ),
	/** The code did not come: send another. */
	resendCode: z.boolean().default( false ),
	/** WordPress had to keep it: its visitor has been told so, and can type no code any more. */
	kept: z.boolean().default( false ),
	/** Sent by a page without JavaScript: the same channel, number and address within 60 s is one request. */
	withoutScript: z.boolean().default( false ),
} );
export type CreateRequest = z.infer< typeof createRequestSchema >;

/** What the visitor is told. `kept` is only ever said by WordPress, while the service cannot be reached. */
export const visitorStates = [
	'kept',
	'waiting',
	/** To be called at a time: again after a miss, or later as they asked by key. */
	'scheduled',
	'calling_company',
	'calling_client',
	'talking',
	/** Asked how it was, on the phone. */
	'surveying',
	/** Nobody is free: they may leave a message, on the phone. */
	'leaving_message',
	'done',
	'company_unavailable',
	'booking_link_sent',
	'client_not_reached',
	'cancelled',
	'expired',
	'overdue',
	'failed',
] as const;

/** POST /v1/callback-requests (201, or 200 when the key is known), GET /v1/callback-requests/by-key/{key}. */
export const visitorStatusSchema = z.object( {
	key: requestKeySchema,
	state: z.enum( visitorStates ),
	/** A sentence in the visitor's language; for an accepted request the channel's confirmation text. */
	message: z.string(),
	/** The number as it will be dialled, in national format, so that the visitor can see a slip. */
	numberShown: z.string(),
	/** The number the visitor's phone will show, for reading; null when none is set. */
	callerIdShown: z.string().nullable(),
	/** Place in the queue, from 1; null when not waiting. */
	place: z.int().min( 1 ).nullable(),
	/** When they are called, for `scheduled`; null otherwise. */
	dueAt: instantSchema.nullable().default( null ),
	/** Null: not booked. */
	booking: bookingSchema.nullable().default( null ),
	canCancel: z.boolean(),
	/** Nothing will change any more: stop asking. */
	final: z.boolean(),
	/** How long to wait before asking again, in milliseconds; 0 when `final`. */
	pollAfterMilliseconds: z.int().min( 0 ),
	updatedAt: instantSchema,
} );
export type VisitorStatus = z.infer< typeof visitorStatusSchema >;
export type VisitorState = VisitorStatus[ 'state' ];

/** POST /v1/callback-requests/by-key/{key}/cancellation. */
export const cancelRequestSchema = z.object( {
	reason: z
		.enum( [ 'changed_mind', 'wrong_number' ] )
		.default( 'changed_mind' ),
	language: languageSchema.default( 'fr' ),
} );

export const requestStates = [
	'scheduled',
	'queued',
	'calling_company',
	'calling_client',
	'talking',
	'surveying',
	'leaving_message',
	'done',
	'failed',
	'cancelled',
	'expired',
	'overdue',
] as const;

export const failureReasons = [
	'company_busy',
	'company_no_answer',
	'company_refused',
	'company_failed',
	'company_hung_up',
	'company_machine',
	'client_busy',
	'client_no_answer',
	'client_refused',
	'client_failed',
	'client_hung_up',
	'client_machine',
	'client_number_invalid',
	'nobody_available',
	'nobody_accepted',
	'booking_link_sent',
	/** Its time passed while nothing ran: a link to a new slot was sent. */
	'booking_missed',
	'telephony_settings',
	'telephony_unavailable',
	'not_confirmed',
] as const;

export const legSchema = z.object( {
	id: idSchema,
	party: z.enum( [ 'company', 'client' ] ),
	/** The agent who was called; null: a number of the channel, or the client. */
	userId: z.int().nullable().default( null ),
	agentName: z.string().nullable().default( null ),
	/** They rang us. */
	incoming: z.boolean().default( false ),
	number: z.string(),
	state: z.enum( [
		'planned',
		'dialing',
		'unknown',
		'ringing',
		'answered',
		'ended',
	] ),
	dialedAt: instantSchema.nullable(),
	ringingAt: instantSchema.nullable(),
	answeredAt: instantSchema.nullable(),
	endedAt: instantSchema.nullable(),
	/** completed: was answered and is over. Null while the leg lives. */
	endReason: z
		.enum( [
			'completed',
			'busy',
			'no_answer',
			'refused',
			'failed',
			'cancelled',
			'machine',
			'not_confirmed_by_key',
			'withdrawn',
			'not_confirmed',
		] )
		.nullable(),
	/** Whether this party hung up first; null when not known or not answered. */
	hungUpFirst: z.boolean().nullable(),
} );
export type Leg = z.infer< typeof legSchema >;

export const attemptSchema = z.object( {
	id: idSchema,
	ordinal: z.int().min( 1 ),
	startedAt: instantSchema,
	endedAt: instantSchema.nullable(),
	joinedAt: instantSchema.nullable(),
	/** How long the two talked; 0 when they never met. */
	talkSeconds: z.int().min( 0 ),
	legs: z.array( legSchema ),
} );

/** One line of the timeline; `party` where it speaks of a leg. */
export const timelineEntrySchema = z.object( {
	at: instantSchema,
	type: z.enum( [
		'requested',
		'booked',
		'booking_moved',
		/** Who may be called is not there ten minutes before. */
		'booking_uncovered',
		'booking_confirmed',
		/** `detail`: its kind, "confirmation". */
		'text_message_sent',
		/** `detail`: its kind and why, "reminder 30005": the network's error number, `landline` or `opted_out`. */
		'text_message_not_sent',
		'called_late',
		'delivered_late',
		'held_back',
		'due',
		'attempt_started',
		'retry_scheduled',
		'trying_again',
		'postponed',
		'fell_back',
		'rang_back',
		'machine',
		'not_taken',
		'withdrawn',
		'key_pressed',
		'taken',
		'recording_agreed',
		'recording_declined',
		'survey_answered',
		'voicemail_left',
		'dialing',
		'dial_unknown',
		'ringing',
		'answered',
		'waiting_message',
		'joined',
		'hung_up',
		'not_answered',
		'busy',
		'refused',
		'call_failed',
		'cancelled',
		'done',
		'failed',
		'expired',
		'overdue',
		'reconciled',
		/** By `agentName`, as the actions of the dashboard: to whom is in `detail`. */
		'called_now',
		'assigned',
		'rescheduled',
		/** `detail`: the outcome. */
		'handled',
		'number_blocked',
		/** Nobody handled it in time: the team is asked, or those who supervise were told. */
		'returned',
		'supervisor_told',
		/** By `agentName`; `detail`: listen, whisper or join. */
		'supervised',
	] ),
	party: z.enum( [ 'company', 'client' ] ).nullable(),
	/** Of the agent whom it speaks of; null: of nobody. */
	agentName: z.string().nullable().default( null ),
	/** A code or figure that belongs to the entry (Twilio's error number, seconds talked); null when none. */
	detail: z.string().nullable(),
} );
export type TimelineEntry = z.infer< typeof timelineEntrySchema >;

/** What came of a request, as whoever handled it says. */
export const outcomes = [
	'solved',
	'to_follow_up',
	'not_reached',
	'wrong_number',
	'not_needed',
] as const;

export const requestSummarySchema = z.object( {
	id: idSchema,
	channelId: idSchema,
	channelName: z.string(),
	state: z.enum( requestStates ),
	failureReason: z.enum( failureReasons ).nullable(),
	/** Why it does not ring yet, while it waits: `earlier_requests`, `channel_busy`, …; null otherwise. */
	heldBackBy: z.string().nullable().default( null ),
	/** When it is called, while it is scheduled; null otherwise. */
	dueAt: instantSchema.nullable().default( null ),
	/** The booked time; null: not booked. */
	bookedFor: instantSchema.nullable().default( null ),
	/** Booked, and no agent has hours then. */
	uncovered: z.boolean().default( false ),
	/** Its time has passed and it is not called yet. */
	overdue: z.boolean().default( false ),
	/** Of how many: "try 2 of 3". */
	attempt: z.int().min( 1 ).default( 1 ),
	attempts: z.int().min( 1 ).default( 1 ),
	/** Who took the call; null: nobody, or a number of the channel. */
	agentName: z.string().nullable().default( null ),
	/** The WordPress user who took the call. */
	takenByUserId: z.int().nullable().default( null ),
	/** Whom it waits for; null: anybody. */
	ownerUserId: z.int().nullable().default( null ),
	surveyScore: z.int().min( 1 ).max( 5 ).nullable().default( null ),
	/** Said by whoever handled it; null: not handled. */
	outcome: z.enum( outcomes ).nullable().default( null ),
	outcomeNote: z.string().nullable().default( null ),
	/** What the network asked so far, in thousandths of the currency's unit; null: not known yet. */
	costMilli: z.int().nullable().default( null ),
	/** ISO 4217; null: not known. */
	currency: z.string().nullable().default( null ),
	/** E.164; for who may not see it with all but its country code and last two digits replaced by "•": "+33•••••••78". */
	number: z.string(),
	name: z.string().nullable(),
	createdAt: instantSchema,
	requestedAt: instantSchema,
	endedAt: instantSchema.nullable(),
	talkSeconds: z.int().min( 0 ),
} );
export type RequestSummary = z.infer< typeof requestSummarySchema >;

export const requestDetailSchema = requestSummarySchema.extend( {
	language: languageSchema,
	timeZone: z.string().nullable(),
	/** What the visitor wrote for the agent; null: nothing. */
	note: z.string().nullable().default( null ),
	pageUrl: z.string().nullable(),
	pageTitle: z.string().nullable(),
	consentText: z.string().nullable(),
	consentAt: instantSchema.nullable(),
	/** Whether the client agreed to being recorded; null: not asked. */
	recordingAgreed: z.boolean().nullable().default( null ),
	recordings: z.array( recordingSchema ).default( [] ),
	attemptsMade: z.array( attemptSchema ),
	timeline: z.array( timelineEntrySchema ),
} );
export type RequestDetail = z.infer< typeof requestDetailSchema >;

/** GET /v1/callback-requests/{requestId}: another agent’s is not found by whom `visibleTo` names. */
export const readRequestQuerySchema = z.object( {
	visibleTo: z.coerce.number().int().min( 1 ).optional(),
} );

/** What is asked for of requests, in the list and in the CSV. */
export const requestFilterSchema = z.object( {
	channelId: idSchema.optional(),
	state: z.enum( requestStates ).optional(),
	/** Digits of the number (three or more), or the beginning of a word of the name or the page's title. */
	search: z.string().trim().max( 80 ).optional(),
	/** By when they were made: whole days of the site's clock, both included. */
	from: localDateSchema.optional(),
	to: localDateSchema.optional(),
	/** booked: with a time; uncovered: nobody is there then; missed: over without a talk and not handled; handled. */
	only: z.enum( [ 'booked', 'uncovered', 'missed', 'handled' ] ).optional(),
	/** Whose: took it, or is waited for. */
	agentUserId: z.coerce.number().int().min( 1 ).optional(),
	/** What the agent with this id may see: what waits, and their own; numbers masked unless theirs. Absent: all. */
	visibleTo: z.coerce.number().int().min( 1 ).optional(),
} );
export type RequestFilter = z.infer< typeof requestFilterSchema >;

/** GET /v1/callback-requests: by `newest`, on the first page what is overdue comes first. */
export const listRequestsQuerySchema = requestFilterSchema.extend( {
	sort: z.enum( [ 'newest', 'oldest' ] ).default( 'newest' ),
	/** The `nextCursor` of the page before. */
	cursor: z.string().max( 200 ).optional(),
	limit: z.coerce.number().int().min( 1 ).max( 100 ).default( 25 ),
} );
export type ListRequestsQuery = z.infer< typeof listRequestsQuerySchema >;

export const requestListSchema = z.object( {
	requests: z.array( requestSummarySchema ),
	/** Null on the last page. */
	nextCursor: z.string().nullable(),
} );
export type RequestList = z.infer< typeof requestListSchema >;
