import { channelSettingsSchema } from '@rappel/contract';
import { openingSpans } from '../../service/src/availability/domain/opening-spans.js';
import { freeByCells } from '../../service/src/availability/domain/slots-occupancy.js';
import type {
	SlotFacts,
	SlotRules,
} from '../../service/src/availability/domain/slots-input.js';
import { freeSlots } from '../../service/src/availability/domain/slots.js';
import { takenSpans } from '../../service/src/availability/domain/slots-taken.js';
import { offsetTable } from '../../service/src/availability/domain/zone.js';
import { percentile, rounded } from './print.js';
import { slotsByDateFns, slotsByDayjs, slotsByLuxon } from './slots-peers.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

const timeZone = 'Europe/Paris';
/** The clock changes on the 28th of March. */
const now = Date.parse( '2027-02-28T23:00:00Z' );
const days = 60;
const bookings = 10_000;
/** For so many bookings; ten times as many have ten times the places. */
const places = 3;

const { booking, openingHours } = channelSettingsSchema.parse( {
	name: 'Round the clock',
	openingHours: { always: true },
	booking: {
		lengthMinutes: 15,
		stepMinutes: 15,
		minimumDelayMinutes: 0,
		windowDays: days,
		maximumPerDay: 200,
	},
} );
const rules: SlotRules = booking;
const window = { start: now, end: now + ( days + 1 ) * dayMs };

/** What every way of finding slots is given. */
export interface SlotsInput {
	timeZone: string;
	now: number;
	rules: SlotRules;
	/** How many bookings there are at each minute from `now` on. */
	takenAtMinute: Int32Array;
	places: number;
	/** How many bookings start on each date of the zone ("2027-03-01"). */
	bookedOn: ReadonlyMap< string, number >;
}

/**
 * From the opening hours to the free slots of 60 days, every 15 minutes round the clock, with a limit a day, through a clock change,
 * beside 10,000 bookings: ours where the bookings lie on the grid of the steps and where they do not, and a loop with each of three libraries
 * over the same input. The loops are spared the bookings: they find them counted by minute and by date beforehand. A zone's table of clock
 * changes is remembered, as it is in the service.
 */
export async function slots(): Promise< Record< string, number | boolean > > {
	const onGrid = makeFacts( bookings, places, 15 );
	const offGrid = makeFacts( bookings, places, 1 );
	if (
		! freeByCells( rules, onGrid, rules.stepMinutes ) ||
		freeByCells( rules, offGrid, rules.stepMinutes )
	) {
		throw new Error( 'One of the inputs is not what it is meant to be.' );
	}
	const gridMicros = micros( () => ours( onGrid ) );
	const generalMicros = micros( () => ours( offGrid ) );
	const input = inputOf( onGrid, places );
	const peers = [ slotsByLuxon, slotsByDayjs, slotsByDateFns ].map(
		( peer ) => ( {
			micros: micros( () => peer( input ), 1, 3 ),
			slots: peer( input ),
			offGrid: peer( inputOf( offGrid, places ) ),
		} )
	);
	const [ luxon, dayjs, dateFns ] = peers.map( ( peer ) => peer.micros );
	const found = ours( onGrid );
	const foundOffGrid = ours( offGrid );
	return {
		slots: found.length,
		gridMicros: rounded( gridMicros ),
		generalMicros: rounded( generalMicros ),
		luxonMicros: rounded( luxon ?? NaN, 0 ),
		dayjsMicros: rounded( dayjs ?? NaN, 0 ),
		dateFnsMicros: rounded( dateFns ?? NaN, 0 ),
		luxonRatio: rounded( ( luxon ?? NaN ) / gridMicros, 0 ),
		dayjsRatio: rounded( ( dayjs ?? NaN ) / gridMicros, 0 ),
		dateFnsRatio: rounded( ( dateFns ?? NaN ) / gridMicros, 0 ),
		agree:
			found.length > 0 &&
			foundOffGrid.length > 0 &&
			peers.every(
				( peer ) =>
					same( found, peer.slots ) &&
					same( foundOffGrid, peer.offGrid )
			),
		gridGrowth: rounded( growth( 15, gridMicros ) ),
		generalGrowth: rounded( growth( 1, generalMicros ) ),
	};
}

/** How many times longer it takes with ten times the bookings. */
function growth( unitMinutes: number, microsBefore: number ): number {
	const more = makeFacts( 10 * bookings, 10 * places, unitMinutes );
	return micros( () => ours( more ) ) / microsBefore;
}

function ours( facts: SlotFacts ): number[] {
	const zone = offsetTable( timeZone, window );
	return freeSlots( rules, {
		...facts,
		zone,
		opening: openingSpans( openingHours, new Set(), zone, window ),
	} );
}

/** Bookings of 15, 30 and 45 minutes that start at multiples of so many minutes, in the order of their starts, as a database has them. */
function makeFacts(
	count: number,
	capacity: number,
	unitMinutes: number
): SlotFacts {
	const random = randomNumbers( 20_270_301 );
	const units = ( days * 24 * 60 ) / unitMinutes;
	const taken = Array.from( { length: count }, () => {
		const start =
			now + Math.floor( random() * units ) * unitMinutes * minuteMs;
		const quarters = random() < 0.8 ? 1 : 1 + Math.floor( random() * 3 );
		return { start, end: start + quarters * 15 * minuteMs };
	} ).sort( ( a, b ) => a.start - b.start );
	const zone = offsetTable( timeZone, window );
	return {
		opening: openingSpans( openingHours, new Set(), zone, window ),
		capacity: [ { from: -Infinity, places: capacity } ],
		taken: takenSpans( taken ),
		bookedStarts: Float64Array.from( taken, ( { start } ) => start ),
		zone,
		now,
	};
}

function inputOf( facts: SlotFacts, capacity: number ): SlotsInput {
	const takenAtMinute = new Int32Array( ( days + 2 ) * 24 * 60 );
	const { starts, ends } = facts.taken;
	starts.forEach( ( start, index ) => {
		for ( let at = start; at < ( ends[ index ] ?? 0 ); at += minuteMs ) {
			const minute = ( at - now ) / minuteMs;
			takenAtMinute[ minute ] = ( takenAtMinute[ minute ] ?? 0 ) + 1;
		}
	} );
	return {
		timeZone,
		now,
		rules,
		takenAtMinute,
		places: capacity,
		bookedOn: countByDate( [ ...facts.bookedStarts ] ),
	};
}

function countByDate( starts: readonly number[] ): Map< string, number > {
	// As ISO 8601 has it.
	const format = new Intl.DateTimeFormat( 'en-CA', { timeZone } );
	const counts = new Map< string, number >();
	for ( const date of starts.map( ( start ) => format.format( start ) ) ) {
		counts.set( date, ( counts.get( date ) ?? 0 ) + 1 );
	}
	return counts;
}

/**
 * What one run costs the processor, the median of several batches once the compiler has seen it. Not the time on the clock: on a
 * machine with other work that is mostly waiting.
 */
function micros( run: () => unknown, runs = 100, batches = 7 ): number {
	const costs: number[] = [];
	for ( let batch = 0; batch <= batches; batch++ ) {
		const before = process.cpuUsage();
		for ( let n = 0; n < runs; n++ ) {
			run();
		}
		const { user, system } = process.cpuUsage( before );
		if ( batch > 0 ) {
			costs.push( ( user + system ) / runs );
		}
	}
	return percentile( costs, 0.5 );
}

function same( one: readonly number[], other: readonly number[] ): boolean {
	return (
		one.length === other.length &&
		one.every( ( start, index ) => start === other[ index ] )
	);
}

/** The same numbers in each run: Park and Miller's generator. */
function randomNumbers( seed: number ): () => number {
	const modulus = 2 ** 31 - 1;
	let state = seed % modulus;
	return () => {
		state = ( state * 48_271 ) % modulus;
		return state / modulus;
	};
}
