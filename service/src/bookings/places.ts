import { isUniqueViolation, type Database } from '../persistence/database.js';
import type { BoundValue } from '../persistence/bound-sql.js';

export interface WantedPlaces {
	channelId: string;
	requestId: string;
	from: Date;
	until: Date;
	/** How many may be taken at the same time. */
	capacity: number;
}

/**
 * Places of a channel that cannot be taken twice, whatever instances do at the same time: one row is one place for one minute, and two
 * who want the same row conflict. A booking has one place in each of its minutes, not the same one in all: so what is free by the
 * count is free by the rows. Everything joins the current transaction.
 */
export interface Places {
	/** False when some minute has no place free; nothing is kept then. */
	take: ( wanted: WantedPlaces ) => Promise< boolean >;
	giveBack: ( requestId: string ) => Promise< void >;
	/** Places of minutes before that instant are no use to anybody. */
	forget: ( before: Date ) => Promise< void >;
}

/** Somebody else was quicker so often: then it is said to be taken. */
const maximumTries = 5;
const minuteMs = 60_000;

interface Row {
	cell: number;
	place: number;
}

export function createPlaces( { bound }: Database ): Places {
	const read = ( { channelId, from, until }: WantedPlaces ) =>
		bound.select< Row >(
			'SELECT cell, place FROM booking_places WHERE channel_id = $1 AND cell >= $2 AND cell < $3',
			[ channelId, firstCell( from ), endCell( until ) ]
		);

	/** In the order of the cells, so that two who want the same ones never wait for each other. */
	const insert = async (
		{ channelId, requestId }: WantedPlaces,
		rows: readonly Row[]
	): Promise< boolean > => {
		const values: BoundValue[] = [];
		const tuples = rows.map( ( { cell, place } ) => {
			values.push( channelId, cell, place, requestId );
			const last = values.length;
			return `( $${ last - 3 }, $${ last - 2 }, $${ last - 1 }, $${ last } )`;
		} );
		try {
			await bound.write(
				`INSERT INTO booking_places ( channel_id, cell, place, request_id ) VALUES ${ tuples.join() }`,
				values
			);
			return true;
		} catch ( error ) {
			// Both databases undo the one statement, and the transaction goes on.
			if ( isUniqueViolation( error ) ) {
				return false;
			}
			throw error;
		}
	};

	return {
		async take( wanted ) {
			for ( let tries = 0; tries < maximumTries; tries++ ) {
				const rows = freePlaces( wanted, await read( wanted ) );
				if ( ! rows ) {
					return false;
				}
				if ( await insert( wanted, rows ) ) {
					return true;
				}
			}
			return false;
		},
		async giveBack( requestId ) {
			await bound.write(
				'DELETE FROM booking_places WHERE request_id = $1',
				[ requestId ]
			);
		},
		async forget( before ) {
			await bound.write( 'DELETE FROM booking_places WHERE cell < $1', [
				firstCell( before ),
			] );
		},
	};
}

/** The lowest free place of each cell; null when one has none. After a capacity was lowered, places above it still count. */
function freePlaces(
	{ from, until, capacity }: WantedPlaces,
	taken: readonly Row[]
): Row[] | null {
	const byCell = new Map< number, Set< number > >();
	for ( const { cell, place } of taken ) {
		byCell.set( cell, ( byCell.get( cell ) ?? new Set() ).add( place ) );
	}
	const rows: Row[] = [];
	for ( let cell = firstCell( from ); cell < endCell( until ); cell++ ) {
		const others = byCell.get( cell ) ?? new Set();
		if ( others.size >= capacity ) {
			return null;
		}
		let place = 1;
		while ( others.has( place ) ) {
			place++;
		}
		rows.push( { cell, place } );
	}
	return rows;
}

function firstCell( from: Date ): number {
	return Math.floor( from.getTime() / minuteMs );
}

function endCell( until: Date ): number {
	return Math.ceil( until.getTime() / minuteMs );
}
