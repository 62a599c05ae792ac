import { createHash } from 'node:crypto';
import { DataTypes, Op, type Model } from 'sequelize';
import { everyGuard, type Guarded } from '../callbacks/sabotage.js';
import { isUniqueViolation, type Database } from '../persistence/database.js';
import { instant } from '../persistence/instant.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { tableOf } from '../persistence/table.js';
import { createPlaces } from './places.js';
import type { TakenTime } from './ports.js';
import { createTakenOf } from './taken-times.js';
import { createQuotas, type Quota } from './quotas.js';

/** A booking as it is kept beside its request. */
export interface BookingRow {
	requestId: string;
	siteId: string;
	channelId: string;
	/** Of the client, E.164. */
	number: string;
	startsAt: Date;
	endsAt: Date;
	/** With the buffers. */
	heldFrom: Date;
	heldUntil: Date;
	/** Whether its places are taken. */
	held: boolean;
	/** Hours since 1970; null: it is over. */
	openHour: number | null;
	day: string | null;
	week: string | null;
	/** How often it was moved or cancelled. */
	sequence: number;
	salt: string;
	/** The time for which somebody was told that nobody is there. */
	warnedFor: Date | null;
}

export interface WantedTime {
	startsAt: Date;
	endsAt: Date;
	heldFrom: Date;
	heldUntil: Date;
	/** How many may be booked at the same time. */
	places: number;
	day: Quota;
	week: Quota;
}

/** `full`: no place is free, or a limit is reached. `same_hour`: this number has a booking within the hour. */
export type TakingResult = 'taken' | 'full' | 'same_hour';

/**
 * Bookings, their places and their limits. Everything joins the current transaction: the places are taken with the request that
 * needs them, or neither.
 */
export interface BookingStore {
	/** Unless it answers `taken`, nothing of it was kept. */
	take: (
		booking: Pick<
			BookingRow,
			'requestId' | 'siteId' | 'channelId' | 'number' | 'salt'
		>,
		wanted: WantedTime
	) => Promise< TakingResult >;
	/** As `take`, for a booking that gives its old time back. Unless it answers `taken`, the transaction must not commit. */
	move: ( requestId: string, wanted: WantedTime ) => Promise< TakingResult >;
	/**
	 * To a time that the company chose, be it offered or not: it gives its places back and takes none. A number is booked once an hour:
	 * in an hour of another booking this one is not found by the client's SMS any more, but by its link.
	 */
	moveWithoutPlaces: (
		requestId: string,
		startsAt: Date,
		endsAt: Date
	) => Promise< void >;
	/** Nothing to do for one that gave it back already. `uncount`: it does not count against the limits any more. */
	giveBack: (
		requestId: string,
		options: { uncount: boolean }
	) => Promise< void >;
	find: ( requestId: string ) => Promise< BookingRow | null >;
	/** The request of a link of the site; null: there is no such link. */
	findByToken: ( siteId: string, token: string ) => Promise< string | null >;
	/** The token leads to the booking from then on. May be told twice. */
	keepToken: ( booking: BookingRow, token: string ) => Promise< void >;
	/** The open bookings of a number from then on, on any site, the earliest first. */
	openOfNumber: ( number: string, from: Date ) => Promise< BookingRow[] >;
	/** Every booking of the site whose places are taken and that begins from then on. */
	heldFrom: ( siteId: string, from: Date ) => Promise< BookingRow[] >;
	/** What is taken of a channel between two instants; what only touches them is not told. */
	takenOf: (
		channelId: string,
		from: Date,
		to: Date
	) => Promise< TakenTime[] >;
	/** Whether this caller is the one who tells that nobody is there at that time; once for each time. */
	claimWarning: ( requestId: string, startsAt: Date ) => Promise< boolean >;
	/** Whether nobody has hours at its time. */
	markUncovered: (
		requestId: string,
		isUncovered: boolean
	) => Promise< void >;
	/** Gives back what requests that are over hold, should a give-back ever be missed. */
	sweep: () => Promise< void >;
	/** Forgets what is long past. */
	forget: ( now: Date ) => Promise< void >;
}

/** How long a link leads somewhere at most; then its row is forgotten. */
const keptDays = 60;

export function createBookingStore(
	database: Database,
	guarded: Guarded = everyGuard
): BookingStore {
	const { bound, dialect } = database;
	const bookings = database.sequelize.define< Model< BookingRow > >(
		'Booking',
		{
			requestId: { type: DataTypes.UUID, primaryKey: true },
			siteId: DataTypes.UUID,
			channelId: DataTypes.UUID,
			number: DataTypes.STRING( 20 ),
			startsAt: instant,
			endsAt: instant,
			heldFrom: instant,
			heldUntil: instant,
			held: DataTypes.BOOLEAN,
			openHour: DataTypes.INTEGER,
			day: DataTypes.STRING( 16 ),
			week: DataTypes.STRING( 16 ),
			sequence: DataTypes.INTEGER,
			salt: DataTypes.STRING( 32 ),
			warnedFor: instant,
		},
		{ tableName: 'bookings', timestamps: false, underscored: true }
	);
	const table = tableOf( database, bookings );
	const links = tableOf(
		database,
		database.sequelize.define< Model< LinkRow > >(
			'BookingLink',
			{
				tokenHash: { type: DataTypes.CHAR( 64 ), primaryKey: true },
				siteId: DataTypes.UUID,
				requestId: DataTypes.UUID,
			},
			{ tableName: 'booking_links', timestamps: false, underscored: true }
		)
	);
	const places = createPlaces( database );
	const quotas = createQuotas( database );

	const find = async ( requestId: string ): Promise< BookingRow | null > =>
		( await bookings.findByPk( requestId ) )?.get( { plain: true } ) ??
		null;

	/** The row of the booking is there already, with the times that it wants. */
	const takeTime = async (
		{ channelId, requestId }: Pick< BookingRow, 'channelId' | 'requestId' >,
		wanted: WantedTime
	): Promise< boolean > => {
		if ( ! guarded( 'booking-places' ) ) {
			return true;
		}
		if ( ! ( await quotas.take( channelId, wanted.day ) ) ) {
			return false;
		}
		if ( ! ( await quotas.take( channelId, wanted.week ) ) ) {
			await quotas.giveBack( channelId, wanted.day.period );
			return false;
		}
		if (
			await places.take( {
				channelId,
				requestId,
				from: wanted.heldFrom,
				until: wanted.heldUntil,
				capacity: wanted.places,
			} )
		) {
			return true;
		}
		await quotas.giveBack( channelId, wanted.day.period );
		await quotas.giveBack( channelId, wanted.week.period );
		return false;
	};

	const giveBack = async ( row: BookingRow, uncount: boolean ) => {
		if ( row.held ) {
			await places.giveBack( row.requestId );
		}
		if ( uncount ) {
			for ( const period of [ row.day, row.week ] ) {
				if ( period ) {
					await quotas.giveBack( row.channelId, period );
				}
			}
		}
		await table.update(
			{
				held: false,
				openHour: null,
				...( uncount && {
					day: null,
					week: null,
					sequence: row.sequence + 1,
				} ),
			},
			{ requestId: row.requestId }
		);
	};

	return {
		async take( booking, wanted ) {
			try {
				await table.insert( [
					{
						...booking,
						...timesOf( wanted ),
						sequence: 0,
						warnedFor: null,
					},
				] );
			} catch ( error ) {
				// Both databases undo the one statement, and the transaction goes on.
				if ( isUniqueViolation( error ) ) {
					return 'same_hour';
				}
				throw error;
			}
			if ( await takeTime( booking, wanted ) ) {
				return 'taken';
			}
			await bound.write( 'DELETE FROM bookings WHERE request_id = $1', [
				booking.requestId,
			] );
			return 'full';
		},

		async move( requestId, wanted ) {
			const row = await find( requestId );
			if ( ! row ) {
				throw new Error( `Request ${ requestId } is not booked` );
			}
			await giveBack( row, true );
			try {
				await table.update(
					{ ...timesOf( wanted ), sequence: row.sequence + 1 },
					{ requestId }
				);
			} catch ( error ) {
				if ( isUniqueViolation( error ) ) {
					return 'same_hour';
				}
				throw error;
			}
			return ( await takeTime( row, wanted ) ) ? 'taken' : 'full';
		},

		async moveWithoutPlaces( requestId, startsAt, endsAt ) {
			const row = await find( requestId );
			if ( ! row ) {
				return;
			}
			await giveBack( row, true );
			const time = {
				startsAt,
				endsAt,
				heldFrom: startsAt,
				heldUntil: endsAt,
			};
			const openHour = Math.floor( startsAt.getTime() / hourMs );
			try {
				await table.update( { ...time, openHour }, { requestId } );
			} catch ( error ) {
				// Both databases undo the one statement, and the transaction goes on.
				if ( ! isUniqueViolation( error ) ) {
					throw error;
				}
				await table.update( time, { requestId } );
			}
			await bound.write(
				'UPDATE callback_requests SET uncovered = $1 WHERE id = $2',
				[ false, requestId ]
			);
		},

		async giveBack( requestId, { uncount } ) {
			const row = await find( requestId );
			if (
				row &&
				( row.held ||
					row.openHour !== null ||
					( uncount && row.day !== null ) )
			) {
				await giveBack( row, uncount );
			}
		},

		find,

		async findByToken( siteId, token ) {
			const [ row ] = await bound.select< { request_id: string } >(
				'SELECT request_id FROM booking_links WHERE token_hash = $1 AND site_id = $2',
				[ hashOf( token ), siteId ]
			);
			return row?.request_id ?? null;
		},

		async keepToken( { siteId, requestId }, token ) {
			await links.insertUnlessThere( {
				tokenHash: hashOf( token ),
				siteId,
				requestId,
			} );
		},

		async openOfNumber( number, from ) {
			const rows = await bookings.findAll( {
				where: {
					number,
					openHour: { [ Op.not ]: null },
					startsAt: { [ Op.gte ]: from },
				},
				order: [ [ 'startsAt', 'ASC' ] ],
			} );
			return rows.map( ( row ) => row.get( { plain: true } ) );
		},

		async heldFrom( siteId, from ) {
			const rows = await bookings.findAll( {
				where: {
					siteId,
					held: true,
					startsAt: { [ Op.gte ]: from },
				},
				order: [ [ 'startsAt', 'ASC' ] ],
			} );
			return rows.map( ( row ) => row.get( { plain: true } ) );
		},

		takenOf: createTakenOf( database ),

		async claimWarning( requestId, startsAt ) {
			const at = toSqlInstant( dialect, startsAt );
			const claimed = await bound.write(
				`UPDATE bookings SET warned_for = $1
				WHERE request_id = $2 AND starts_at = $3 AND ( warned_for IS NULL OR warned_for <> $4 )`,
				[ at, requestId, at, at ]
			);
			return claimed === 1;
		},

		async markUncovered( requestId, isUncovered ) {
			await bound.write(
				'UPDATE callback_requests SET uncovered = $1 WHERE id = $2 AND uncovered <> $3',
				[ isUncovered, requestId, isUncovered ]
			);
		},

		async sweep() {
			await database.transaction( async () => {
				const over = await bound.select< { request_id: string } >(
					`SELECT b.request_id FROM bookings b JOIN callback_requests r ON r.id = b.request_id
					WHERE b.held = $1 AND r.ended_at IS NOT NULL LIMIT 200`,
					[ true ]
				);
				for ( const { request_id: requestId } of over ) {
					const row = await find( requestId );
					if ( row ) {
						await giveBack( row, false );
					}
				}
			} );
		},

		async forget( now ) {
			await database.transaction( async () => {
				await places.forget( new Date( now.getTime() - dayMs ) );
				await bookings.destroy( {
					where: {
						held: false,
						openHour: null,
						startsAt: {
							[ Op.lt ]: new Date(
								now.getTime() - keptDays * dayMs
							),
						},
					},
				} );
				await bound.write(
					'DELETE FROM booking_links WHERE NOT EXISTS ( SELECT 1 FROM bookings b WHERE b.request_id = booking_links.request_id )',
					[]
				);
			} );
		},
	};
}

interface LinkRow {
	tokenHash: string;
	siteId: string;
	requestId: string;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

function timesOf( {
	startsAt,
	endsAt,
	heldFrom,
	heldUntil,
	day,
	week,
}: WantedTime ) {
	return {
		startsAt,
		endsAt,
		heldFrom,
		heldUntil,
		held: true,
		openHour: Math.floor( startsAt.getTime() / hourMs ),
		day: day.period,
		week: week.period,
	};
}

function hashOf( token: string ): string {
	return createHash( 'sha256' ).update( token ).digest( 'hex' );
}
