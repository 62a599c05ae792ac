import type { Language } from '@rappel/contract';
import { text } from '../messages/texts.js';
import { dayOf } from './domain/local-time.js';
import { findZone, localOf, offsetAt, offsetTable } from './domain/zone.js';
import { ofPlace } from './say-place.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A line is never broken between a figure and its unit. */
const noBreak = '\u00a0';

/** From so far ahead on, the year is said with the date. */
const yearIsSaidAfterDays = 300;

/** Whose clocks an instant is said by. */
export interface Clocks {
	/** IANA name or offset, as WordPress has it. */
	siteZone: string;
	/** The visitor's; null: not known, or the site's. One that is not known to us counts as null. */
	visitorZone: string | null;
	language: Language;
}

interface OneClock {
	timeZone: string;
	language: Language;
}

/**
 * An instant for a person, by both clocks where they differ then: "mardi 1er décembre à 14 h, heure de Paris (13 h chez vous)",
 * "Tuesday, December 1 at 2:00 pm Paris time (1:00 pm where you are)". Never by an offset or an abbreviation. The visitor's day is
 * said where it is another one.
 *
 * @param at
 * @param clocks
 * @param clocks.now Shortly before `at`: from ten months on, the year is said too.
 */
export function sayTime(
	at: Date,
	{ now, ...clocks }: Clocks & { now: Date }
): string {
	const ofSite = { timeZone: clocks.siteZone, language: clocks.language };
	const date = sayDate( at, { ...ofSite, now } );
	const said = `${ date } ${ atTime( at, ofSite ) }`;
	return visitorsClock( at, clocks ) === null
		? said
		: bothClocks( at, clocks, said );
}

/** The time of day alone, by both clocks where they differ then: "14 h", "14 h, heure de Paris (13 h chez vous)". */
export function sayTimeByBothClocks( at: Date, clocks: Clocks ): string {
	const said = sayTimeOfDay( at, {
		timeZone: clocks.siteZone,
		language: clocks.language,
	} );
	return visitorsClock( at, clocks ) === null
		? said
		: bothClocks( at, clocks, said );
}

/** The company's time of day with its place: "14 h 30, heure de Paris", "2:30 pm Paris time". */
export function sayCompanyTime(
	at: Date,
	{ siteZone, language }: Pick< Clocks, 'siteZone' | 'language' >
): string {
	return withPlace(
		sayTimeOfDay( at, { timeZone: siteZone, language } ),
		siteZone,
		language
	);
}

/** Whether two clocks show different times at an instant. False when one of the zones is not known. */
export function clocksDiffer( at: Date, one: string, other: string ): boolean {
	return (
		one !== other &&
		findZone( one ) !== null &&
		findZone( other ) !== null &&
		offset( at, one ) !== offset( at, other )
	);
}

/**
 * A date: "mardi 1er décembre", "Tuesday, December 1".
 *
 * @param at
 * @param of
 * @param of.timeZone
 * @param of.language
 * @param of.now      Shortly before `at`: from ten months on, the year is said too. Absent: it never is.
 */
export function sayDate(
	at: Date,
	{ timeZone, language, now }: OneClock & { now?: Date }
): string {
	const local = localTime( at, timeZone );
	const far =
		now && at.getTime() - now.getTime() > yearIsSaidAfterDays * dayMs;
	return far
		? `${ dateIn( language, local ) }${ yearIn[ language ] }${ new Date( local ).getUTCFullYear() }`
		: dateIn( language, local );
}

/** A day of the week: "mardi", "Tuesday". */
export function sayDay( at: Date, { timeZone, language }: OneClock ): string {
	return nameOf( 'weekday', language, localTime( at, timeZone ) );
}

/** A time of day: "14 h", "9 h 05", "2:00 pm", "14:00", "14 Uhr". */
export function sayTimeOfDay(
	at: Date,
	{ timeZone, language }: OneClock
): string {
	return timeIn[ language ]( minuteOf( at, timeZone ) );
}

/** As a sentence goes on after a day: "à 14 h", "at 2:00 pm", "a la 1:00", "um 14 Uhr". */
export function atTime( at: Date, clock: OneClock ): string {
	return text(
		hourOf( at, clock.timeZone ) === 1 ? 'said.at_one' : 'said.at',
		clock.language,
		{
			time: sayTimeOfDay( at, clock ),
		}
	);
}

/** What the hand of a wall's clock points to: 0 to 23. */
export function hourOf( at: Date, timeZone: string ): number {
	return Math.floor( minuteOf( at, timeZone ) / 60 );
}

/** Days between the dates that a wall's calendar shows; negative when `other` is earlier. */
export function daysBetween( at: Date, other: Date, timeZone: string ): number {
	return (
		dayOf( localTime( other, timeZone ) ) -
		dayOf( localTime( at, timeZone ) )
	);
}

/** Null when theirs is the site's, or is not known. */
function visitorsClock(
	at: Date,
	{ siteZone, visitorZone, language }: Clocks
): OneClock | null {
	return visitorZone !== null && clocksDiffer( at, siteZone, visitorZone )
		? { timeZone: visitorZone, language }
		: null;
}

function bothClocks( at: Date, clocks: Clocks, said: string ): string {
	const { siteZone, language } = clocks;
	const company = withPlace( said, siteZone, language );
	const theirs = visitorsClock( at, clocks );
	if ( theirs === null ) {
		return company;
	}
	const sameDay =
		dayOf( localTime( at, siteZone ) ) ===
		dayOf( localTime( at, theirs.timeZone ) );
	return text( 'said.both', language, {
		company,
		own: sameDay
			? sayTimeOfDay( at, theirs )
			: `${ sayDate( at, theirs ) } ${ atTime( at, theirs ) }`,
	} );
}

function withPlace( time: string, zone: string, language: Language ): string {
	const place = ofPlace( zone, language );
	return place === null
		? text( 'said.company_time', language, { time } )
		: text( 'said.place_time', language, { time, place } );
}

function offset( at: Date, zone: string ): number {
	const instant = at.getTime();
	return offsetAt(
		offsetTable( zone, { start: instant, end: instant } ),
		instant
	);
}

function localTime( at: Date, zone: string ): number {
	const instant = at.getTime();
	return localOf(
		offsetTable( zone, { start: instant, end: instant } ),
		instant
	);
}

function minuteOf( at: Date, zone: string ): number {
	const local = localTime( at, zone );
	return Math.floor( ( local - dayOf( local ) * dayMs ) / minuteMs );
}

const two = ( value: number ) => String( value ).padStart( 2, '0' );
const colon = ( minute: number ) =>
	`${ Math.floor( minute / 60 ) }:${ two( minute % 60 ) }`;

/** By the minute of the day. */
const timeIn: Record< Language, ( minute: number ) => string > = {
	en: ( minute ) => {
		const hour = Math.floor( minute / 60 );
		return `${ hour % 12 || 12 }:${ two( minute % 60 ) }${ noBreak }${ hour < 12 ? 'am' : 'pm' }`;
	},
	// Imprimerie nationale: "9 h", "14 h 05".
	fr: ( minute ) =>
		`${ Math.floor( minute / 60 ) }${ noBreak }h${ minute % 60 === 0 ? '' : noBreak + two( minute % 60 ) }`,
	es: colon,
	de: ( minute ) =>
		`${ minute % 60 === 0 ? minute / 60 : colon( minute ) }${ noBreak }Uhr`,
	it: colon,
};

/** What stands between a date and its year. */
const yearIn: Record< Language, string > = {
	en: ', ',
	fr: ' ',
	es: ' de ',
	de: ' ',
	it: ' ',
};

function dateIn( language: Language, local: number ): string {
	const weekday = nameOf( 'weekday', language, local );
	const month = nameOf( 'month', language, local );
	const day = new Date( local ).getUTCDate();
	switch ( language ) {
		case 'en':
			return `${ weekday }, ${ month }${ noBreak }${ day }`;
		case 'fr':
			return `${ weekday } ${ day === 1 ? '1er' : day }${ noBreak }${ month }`;
		case 'es':
			return `${ weekday } ${ day }${ noBreak }de ${ month }`;
		case 'de':
			return `${ weekday }, ${ day }.${ noBreak }${ month }`;
		case 'it':
			return `${ weekday } ${ day }${ noBreak }${ month }`;
	}
}

const formats = new Map< string, Intl.DateTimeFormat >();

function nameOf(
	part: 'weekday' | 'month',
	language: Language,
	local: number
): string {
	const key = `${ part } ${ language }`;
	const format =
		formats.get( key ) ??
		new Intl.DateTimeFormat( language, {
			[ part ]: 'long',
			timeZone: 'UTC',
		} );
	formats.set( key, format );
	return format.format( local );
}
