import { z } from 'zod';
import { e164Schema, languageSchema } from './primitives.js';
import { spokenTextsSchema } from './spoken-texts.js';

/** A text the owner may write, by language; a language that is absent stands for Rappel's default text in it. */
export const ownTexts = ( maximum: number ) =>
	z
		.partialRecord(
			languageSchema,
			z.string().trim().min( 1 ).max( maximum )
		)
		.default( {} );

/** Music made by Rappel (service/src/telephony/hold-music), free of anybody's rights. */
export const holdMusics = [ 'calm', 'bright', 'strings', 'none' ] as const;

/** How the two parties are joined. Durations in seconds unless the name says minutes. */
export const callSettingsSchema = z.object( {
	/** Single number: to the destination. Team: to the agents of the team; an empty team falls to the destination. */
	routing: z.enum( [ 'destination', 'team' ] ).default( 'destination' ),
	/**
	 * Destination: refused unless some member of the team (no team: anybody who may take callbacks) is eligible. Team: only
	 * eligible agents are called; off, the team in its order whatever their presence.
	 */
	checkAvailability: z.boolean().default( false ),
	dialOrder: z
		.enum( [ 'company_first', 'client_first' ] )
		.default( 'company_first' ),
	/** Among agents of the same priority. */
	distribution: z
		.enum( [ 'in_order', 'round_robin', 'longest_idle', 'all_at_once' ] )
		.default( 'in_order' ),
	/** "Press 1 to take the call": a mobile's voicemail answers like a person. */
	confirmation: z
		.enum( [ 'always', 'mobiles', 'never' ] )
		.default( 'mobiles' ),
	/** How long an agent is left alone after a call. */
	wrapUpSeconds: z.int().min( 0 ).max( 3_600 ).default( 0 ),
	/** How long a request that names an agent waits for them before it falls to the team. */
	ownerWaitMinutes: z.int().min( 0 ).max( 1_440 ).default( 5 ),
	/** End the call when a machine answers on that side. */
	endOnMachine: z
		.object( {
			company: z.boolean().default( false ),
			client: z.boolean().default( false ),
		} )
		.prefault( {} ),
	/** The client presses 1 to accept, 2 to be called later, 3 to cancel. */
	clientKeys: z.boolean().default( false ),
	/** How long a key is waited for; longer for people who need it. */
	keySeconds: z.int().min( 4 ).max( 30 ).default( 8 ),
	/** National or international; kept in E.164. Null: the channel cannot go live, unless it has a team. */
	destinationNumber: e164Schema.nullable().default( null ),
	/** Shown on both legs. Null: the site's, then the service's. */
	callerId: e164Schema.nullable().default( null ),
	/** Spoken to the party that waits. */
	waitingMessage: ownTexts( 400 ),
	spokenTexts: spokenTextsSchema.default( {} ),
	holdMusic: z.enum( holdMusics ).default( 'calm' ),
	/** An https address of an audio file, in place of `holdMusic`. */
	holdMusicUrl: z
		.url( { protocol: /^https?$/ } )
		.max( 500 )
		.nullable()
		.default( null ),
	voice: z.enum( [ 'woman', 'man' ] ).default( 'woman' ),
	companyRingSeconds: z.int().min( 10 ).max( 60 ).default( 25 ),
	clientRingSeconds: z.int().min( 10 ).max( 60 ).default( 25 ),
	/** The longest conversation; both are cut off after it. */
	maximumTalkSeconds: z.int().min( 60 ).max( 14_400 ).default( 3_600 ),
} );
export type CallSettings = z.infer< typeof callSettingsSchema >;

export const retryReasons = [
	'busy',
	'no_answer',
	'machine',
	'short_call',
] as const;

const retrySchema = z.object( {
	/** Counts the first one: 1 never tries again. */
	attempts: z.int().min( 1 ).max( 10 ).default( 2 ),
	spacingMinutes: z.int().min( 0 ).max( 240 ).default( 2 ),
	reasons: z
		.array( z.enum( retryReasons ) )
		.default( [ 'busy', 'no_answer', 'machine' ] ),
} );

/** When a side cannot be had. Never for an invalid or opted-out number. */
export const retrySettingsSchema = z.object( {
	company: retrySchema.prefault( {} ),
	client: retrySchema.prefault( {} ),
	/** A conversation shorter than this counts as a short call; 0: none does. */
	shortCallSeconds: z.int().min( 0 ).max( 120 ).default( 10 ),
} );
export type RetrySettings = z.infer< typeof retrySettingsSchema >;

/** What comes when nobody is eligible, or all refused. */
export const fallbackSettingsSchema = z.object( {
	type: z
		.enum( [
			'refuse',
			'call_number',
			'try_again',
			'voicemail',
			'text_message',
		] )
		.default( 'refuse' ),
	/** For `call_number`. */
	number: e164Schema.nullable().default( null ),
	/** For `try_again`. */
	tryAgainMinutes: z.int().min( 1 ).max( 240 ).default( 10 ),
	tryAgainTimes: z.int().min( 1 ).max( 20 ).default( 3 ),
	/** For `text_message`: where the client may book; null: the page they asked on. */
	bookingUrl: z
		.url( { protocol: /^https?$/ } )
		.max( 500 )
		.nullable()
		.default( null ),
} );
export type FallbackSettings = z.infer< typeof fallbackSettingsSchema >;

/** Load guards. */
export const queueSettingsSchema = z.object( {
	/** Off: one call at a time on the channel. */
	simultaneousCalls: z.boolean().default( true ),
	/** With simultaneous calls on: how many at a time. */
	limit: z.int().min( 1 ).max( 1_000 ).default( 10 ),
	/** For each agent. */
	callsPerAgent: z.int().min( 1 ).max( 10 ).default( 1 ),
	/** With so many waiting, an immediate request is refused; 0: no bound. */
	maximumWaiting: z.int().min( 0 ).max( 1_000 ).default( 50 ),
	/** With the first in the queue waiting so long, an immediate request is refused; 0: no bound. */
	maximumWaitMinutes: z.int().min( 0 ).max( 240 ).default( 0 ),
	/** No immediate request in the last minutes before closing. */
	minutesBeforeClosing: z.int().min( 0 ).max( 240 ).default( 0 ),
	/** A request that is still not joined then is given up. */
	expiresAfterMinutes: z.int().min( 5 ).max( 1_440 ).default( 60 ),
	/** Off: requests are taken and wait, and nobody is called. */
	processing: z.boolean().default( true ),
} );
export type QueueSettings = z.infer< typeof queueSettingsSchema >;

/** Recorded from the moment the two are joined, once the client has agreed by a key. */
export const recordingSettingsSchema = z.object( {
	enabled: z.boolean().default( false ),
	retentionDays: z.int().min( 1 ).max( 3_650 ).default( 90 ),
} );

/** After the call the client is asked to press 1 (not at all satisfied) to 5 (very). */
export const surveySettingsSchema = z.object( {
	enabled: z.boolean().default( false ),
	/** At or under this score the recipients get an e-mail; null: never. */
	alertAtOrBelow: z.int().min( 1 ).max( 5 ).nullable().default( 2 ),
	recipients: z.array( z.email().max( 254 ) ).max( 20 ).default( [] ),
} );

/** Somebody who rings the number that called them. */
export const ringBackSettingsSchema = z.object( {
	enabled: z.boolean().default( true ),
	/** Outside the hours or with nobody there: voicemail, or a sentence. */
	otherwise: z.enum( [ 'voicemail', 'message' ] ).default( 'message' ),
} );

export const teamMemberSchema = z.object( {
	/** The WordPress user's id. */
	userId: z.int().min( 1 ),
	/** 1 is asked first; agents of the same priority by `distribution`. */
	priority: z.int().min( 1 ).max( 9 ).default( 1 ),
} );
/** In the order in which it is shown, and called when `distribution` is `in_order`. */
export const teamSchema = z.array( teamMemberSchema ).max( 200 ).default( [] );
export type TeamMember = z.infer< typeof teamMemberSchema >;

/** How truthful presence is kept. Nobody is ever made online. */
export const presenceSettingsSchema = z.object( {
	/** Away after so long without a page of Rappel open; null: never. Who set it by phone or personal page is left alone. */
	awayAfterMinutes: z.int().min( 2 ).max( 240 ).nullable().default( null ),
	/** Away after a call that rang and was not answered; busy is not missed. */
	awayAfterMissedCall: z.boolean().default( true ),
} );
export type PresenceSettings = z.infer< typeof presenceSettingsSchema >;

/** A request that nobody handles in time. */
export const returnTimerSettingsSchema = z.object( {
	/**
	 * So long after it was due and not joined, its owner is waited for no more and the team is asked; as long again, and those who
	 * supervise are told. Null: never.
	 */
	minutes: z.int().min( 2 ).max( 1_440 ).nullable().default( null ),
} );
export type ReturnTimerSettings = z.infer< typeof returnTimerSettingsSchema >;
