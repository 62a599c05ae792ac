import { z } from 'zod';
import { ownTexts } from './call-settings.js';
import {
	instantSchema,
	languageSchema,
	localDateSchema,
	timeZoneSchema,
} from './primitives.js';

/** Every duration of a booking is a multiple of this, in minutes. */
export const bookingGridMinutes = 5;

const onGrid = ( minimum: number, maximum: number ) =>
	z.int().min( minimum ).max( maximum ).multipleOf( bookingGridMinutes );

/** Slots and bookings of a channel. Minutes, in the site's time zone. */
export const bookingSettingsSchema = z.object( {
	/** How long a callback is planned for. */
	lengthMinutes: onGrid( 5, 240 ).default( 15 ),
	/** Between the starts of two slots, counted from the start of each opening range. */
	stepMinutes: onGrid( 5, 240 ).default( 15 ),
	bufferBeforeMinutes: onGrid( 0, 120 ).default( 0 ),
	bufferAfterMinutes: onGrid( 0, 120 ).default( 0 ),
	/** How many may be booked at the same time. Team: as many agents as have hours then (an empty team: 1). */
	capacity: z.enum( [ 'team', 'number' ] ).default( 'team' ),
	capacityNumber: z.int().min( 1 ).max( 200 ).default( 1 ),
	/** 0: no limit. By the date and the ISO week of the site's clock. */
	maximumPerDay: z.int().min( 0 ).max( 10_000 ).default( 0 ),
	maximumPerWeek: z.int().min( 0 ).max( 10_000 ).default( 0 ),
	/** Between now and the first slot that is offered. */
	minimumDelayMinutes: z.int().min( 0 ).max( 20_160 ).default( 30 ),
	/** Calendar days of the site's clock from today, today included. */
	windowDays: z.int().min( 1 ).max( 365 ).default( 14 ),
	/** A booking whose time passed while nothing ran: call late with an apology, or send a link to a new slot. */
	whenLate: z
		.enum( [ 'call_with_apology', 'offer_new_slot' ] )
		.default( 'call_with_apology' ),
	/** From when on it is late; and how long it is still called, with an apology, before a new slot is offered all the same. */
	lateAfterMinutes: z.int().min( 1 ).max( 60 ).default( 5 ),
	latestMinutes: z.int().min( 5 ).max( 1_440 ).default( 60 ),
} );
export type BookingSettings = z.infer< typeof bookingSettingsSchema >;

/** The secret of a booking's link: 128 bits, base64url. */
export const bookingTokenSchema = z.string().regex( /^[A-Za-z0-9_-]{22}$/ );

/** A time that is said to a person. Where their clock differs from the company's, both are said. */
export const saidTimeSchema = z.object( {
	at: instantSchema,
	/** "mardi 1er décembre à 14 h, heure de Paris (13 h chez vous)". */
	text: z.string(),
} );

/** One slot of the visitor's choice. */
export const slotSchema = z.object( {
	startsAt: instantSchema,
	/** The visitor's time of day: "13 h 30". */
	label: z.string(),
	/** The company's time of day where it differs, as an addition: "14 h 30, heure de Paris"; null where it does not. */
	companyLabel: z.string().nullable(),
} );
export type Slot = z.infer< typeof slotSchema >;

/** A free slot that stands outside a list of days. */
export const alternativeSlotSchema = slotSchema.extend( {
	/** The visitor's day, as in a list: "mardi 1er décembre". */
	dayLabel: z.string(),
} );
export type AlternativeSlot = z.infer< typeof alternativeSlotSchema >;

/** GET /v1/channels/{id}/slots?from=YYYY-MM-DD&days=7&timeZone=…&language=fr */
export const slotsQuerySchema = z.object( {
	/** A date of the visitor's clock; absent: the first that has a free slot. */
	from: localDateSchema.optional(),
	/** Dates that have a free slot. */
	days: z.coerce.number().int().min( 1 ).max( 31 ).default( 7 ),
	/** The visitor's; absent: the site's. One that is not known counts as absent. */
	timeZone: timeZoneSchema.optional(),
	language: languageSchema.optional(),
} );

/** The dates, by the visitor's clock, that have a free slot; empty when none is left in the booking window. */
export const slotsSchema = z.object( {
	/** In which `date` and `label` are said. */
	timeZone: z.string(),
	/** Whether the two clocks differ on some day told here; then this sentence says so: "Les heures sont celles de Montréal. …". */
	clocksSentence: z.string().nullable(),
	lengthMinutes: z.int(),
	days: z.array(
		z.object( {
			date: localDateSchema,
			/** "mardi 1er décembre" */
			label: z.string(),
			slots: z.array( slotSchema ),
		} )
	),
	/** The first date after these with a free slot; null: none. */
	nextDate: localDateSchema.nullable(),
	/** The date before `from` at which asking for as many days ends just before it; null: nothing before. */
	previousDate: localDateSchema.nullable(),
} );
export type Slots = z.infer< typeof slotsSchema >;

/** What the visitor knows of their booking. Given by key after booking, and by the link's token. */
export const bookingSchema = z.object( {
	startsAt: instantSchema,
	endsAt: instantSchema,
	/** Said as in `saidTimeSchema`. */
	when: z.string(),
	/** On the WordPress site, without an account; it expires a day after the booking's time. */
	changeUrl: z.string(),
	calendarUrl: z.string(),
	/** What became of the confirmation by SMS, as a sentence: "You get an SMS…", "No SMS: this is a landline"; null: none is sent. */
	textMessageSentence: z.string().nullable(),
} );
export type Booking = z.infer< typeof bookingSchema >;

/** GET /v1/bookings/{token}: what the page of the link shows. POST …/slot and …/cancellation answer the same. */
export const bookingPageSchema = z.object( {
	state: z.enum( [ 'booked', 'cancelled', 'calling', 'over' ] ),
	/** What is so, as a sentence. */
	message: z.string(),
	booking: bookingSchema,
	channelId: z.string(),
	/** Where they asked to be called, to ask anew; null: not known. */
	pageUrl: z.string().nullable(),
	companyName: z.string(),
	language: languageSchema,
	timeZone: z.string(),
	/** National format, its middle masked: "06 12 •• •• 78". */
	numberShown: z.string(),
	callerIdShown: z.string().nullable(),
	canChange: z.boolean(),
	canCancel: z.boolean(),
	/** Whether this number gets SMS of this site at all; null: it cannot (a landline). */
	textMessagesWanted: z.boolean().nullable(),
} );
export type BookingPage = z.infer< typeof bookingPageSchema >;

/** POST /v1/bookings/{token}/slot. */
export const moveBookingSchema = z.object( {
	startsAt: instantSchema,
	language: languageSchema.optional(),
	timeZone: timeZoneSchema.nullable().optional(),
} );

/** POST /v1/bookings/{token}/text-messages: opting out of this site's SMS, or in again. */
export const textMessagesWantedSchema = z.object( { wanted: z.boolean() } );

/** What the visitor reads about booking; null: Rappel's text in their language. */
export const bookingTextsSchema = z.object( {
	/** The deferred button. */
	buttonLabel: ownTexts( 60 ),
	/** {date} {time} {datetime} {name} {company} */
	confirmation: ownTexts( 400 ),
	/** While closed, full or paused; {opening} is the next opening. */
	unavailable: ownTexts( 400 ),
} );
