import { LRUCache } from 'lru-cache';
import type { Addend } from './domain/roll-up.js';

/** A request as it was counted. */
export interface DayRequest extends Addend {
	id: string;
	version: number;
	/** The roll-ups had it so already. */
	inResults: boolean;
}

interface Day {
	siteId: string;
	day: string;
	timeZone: string;
}

interface Remembered {
	revision: number;
	requests: readonly DayRequest[];
	uses: number;
}

/** Some ten megabytes; the day that was asked for longest ago is forgotten first. */
const mostRequests = 20_000;
/** Then a day is read whole again, so that a request that was removed is not counted for long. */
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
	at( day: Day, revision: number ): readonly DayRequest[] | null {
		const name = nameOf( day );
		const known = this.days.get( name );
		if ( known?.revision === revision && known.uses < mostUses ) {
			known.uses++;
			return known.requests;
		}
		this.days.delete( name );
		return null;
	}

	/** As the day was kept by this process, with its revision since. */
	keep( day: Day, revision: number, requests: readonly DayRequest[] ): void {
		const name = nameOf( day );
		const uses = this.days.get( name )?.uses ?? 0;
		this.days.set( name, { revision, requests, uses } );
	}
}

function nameOf( { siteId, day, timeZone }: Day ): string {
	return [ siteId, day, timeZone ].join( ' ' );
}
