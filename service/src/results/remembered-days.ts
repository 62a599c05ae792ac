import { LRUCache } from 'lru-cache';
import type { Addend } from './domain/roll-up.js';

/** A request as it was counted. */
export interface DayRequest extends Addend {
	id: string;
	version: number;
	/** The roll-ups had it so already. */
	inResults: boolean;
}

export interface ClockedDay {
	siteId: string;
	day: string;
	timeZone: string;
}

interface Remembered {
	day: ClockedDay;
	revision: number;
	requests: readonly DayRequest[];
	uses: number;
}

/** Some ten megabytes; the day that was asked for longest ago is forgotten first. */
const mostRequests = 20_000;
/** Then a day is to be read whole again, so that a request that was removed is not counted for long. */
const mostUses = 100;

/**
 * What this process counted of a day when it added it up last. It is right as long as nobody has kept the day since (its revision
 * is the same), but for requests that have changed, which say so themselves: those alone have to be read again.
 */
export class RememberedDays {
	private readonly days = new LRUCache< string, Remembered >( {
		maxSize: mostRequests,
		sizeCalculation: ( { requests } ) => Math.max( 1, requests.length ),
	} );

	/** Null: the day has to be read whole. */
	at( day: ClockedDay, revision: number ): readonly DayRequest[] | null {
		const known = this.days.get( nameOf( day ) );
		if ( known?.revision !== revision ) {
			return null;
		}
		known.uses++;
		return known.requests;
	}

	/** As the day was kept by this process, with its revision since. */
	keep(
		day: ClockedDay,
		revision: number,
		requests: readonly DayRequest[]
	): void {
		const name = nameOf( day );
		const uses = this.days.get( name )?.uses ?? 0;
		this.days.set( name, { day, revision, requests, uses } );
	}

	/** Those that were used so often that they are to be read whole: they are forgotten by this. */
	forgetWorn(): ClockedDay[] {
		const worn = [ ...this.days.values() ].flatMap( ( { day, uses } ) =>
			uses < mostUses ? [] : [ day ]
		);
		worn.forEach( ( day ) => this.days.delete( nameOf( day ) ) );
		return worn;
	}
}

function nameOf( { siteId, day, timeZone }: ClockedDay ): string {
	return [ siteId, day, timeZone ].join( ' ' );
}
