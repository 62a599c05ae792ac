import type { ReadRequest } from './day-reader.js';

interface Day {
	siteId: string;
	day: string;
	timeZone: string;
}

interface Remembered {
	revision: number;
	requests: readonly ReadRequest[];
	uses: number;
}

/** Some ten megabytes; the day that was kept longest ago is forgotten first. */
const mostRequests = 20_000;
/** Then a day is read whole again, so that a request that was removed is not counted for long. */
const mostUses = 100;

/**
 * What this process read of a day when it added it up last. It is right as long as nobody has kept the day since (its revision
 * is the same), but for requests that have changed, which say so themselves: those alone have to be read again.
 */
export class RememberedDays {
	private readonly days = new Map< string, Remembered >();
	/** How many requests these are. */
	private size = 0;

	/** Null: the day has to be read whole. */
	at( day: Day, revision: number ): readonly ReadRequest[] | null {
		const name = nameOf( day );
		const known = this.days.get( name );
		if ( known?.revision === revision && known.uses < mostUses ) {
			known.uses++;
			return known.requests;
		}
		this.forget( name );
		return null;
	}

	/** As the day was kept by this process, with its revision since. */
	keep( day: Day, revision: number, requests: readonly ReadRequest[] ): void {
		const name = nameOf( day );
		const uses = this.days.get( name )?.uses ?? 0;
		this.forget( name );
		this.days.set( name, { revision, requests, uses } );
		this.size += requests.length;
		for ( const oldest of this.days.keys() ) {
			if ( this.size <= mostRequests ) {
				return;
			}
			this.forget( oldest );
		}
	}

	private forget( name: string ): void {
		this.size -= this.days.get( name )?.requests.length ?? 0;
		this.days.delete( name );
	}
}

function nameOf( { siteId, day, timeZone }: Day ): string {
	return [ siteId, day, timeZone ].join( ' ' );
}
