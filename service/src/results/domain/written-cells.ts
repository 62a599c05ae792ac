import { writeRingTimes } from './ring-times.js';
import type { Cell } from './roll-up.js';
import type { Sums } from './sums.js';

/** A cell as it is kept, in an order that does not change: figures that come later go to its end. */
type Written = [
	key: string,
	requests: number,
	booked: number,
	joined: number,
	joinedAtFirstTry: number,
	missed: number,
	cancelled: number,
	bookingsDue: number,
	bookingsPunctual: number,
	talkSeconds: number,
	scores: readonly number[],
	costMicros: number | null,
	currency: string | null,
	ringTimes: string,
];

/** JSON: a year of a dimension is read and added up in a few milliseconds, where the database takes longer over as many rows. */
export function writeCells( cells: readonly Cell[] ): string {
	return JSON.stringify(
		cells.map( ( { key, sums }: Cell ): Written => [
			key,
			sums.requests,
			sums.booked,
			sums.joined,
			sums.joinedAtFirstTry,
			sums.missed,
			sums.cancelled,
			sums.bookingsDue,
			sums.bookingsPunctual,
			sums.talkSeconds,
			sums.scores,
			sums.cost?.micros ?? null,
			sums.cost?.currency ?? null,
			writeRingTimes( sums.ringTimes ),
		] )
	);
}

export function readCells( text: string ): Cell[] {
	return ( JSON.parse( text ) as Written[] ).map( ( written ) => ( {
		key: written[ 0 ],
		sums: readSums( written ),
	} ) );
}

function readSums( written: Written ): Sums {
	const [ , requests, booked, joined, joinedAtFirstTry, ...more ] = written;
	const [ missed, cancelled, bookingsDue, bookingsPunctual, ...last ] = more;
	const [ talkSeconds, scores, micros, currency, ringTimes ] = last;
	return {
		requests,
		booked,
		joined,
		joinedAtFirstTry,
		missed,
		cancelled,
		bookingsDue,
		bookingsPunctual,
		talkSeconds,
		scores,
		cost:
			micros === null || currency === null ? null : { micros, currency },
		ringTimes: ringTimes === '' ? [] : [ ringTimes ],
	};
}
