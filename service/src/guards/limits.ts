import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { QueryTypes } from 'sequelize';
import { zoneNamed } from '../availability/domain/zone.js';
import type { Channel } from '../channels/channel.js';
import { monthOf } from '../costs/domain/month.js';
import { createSpending, isSpent } from '../costs/spending.js';
import type { Database } from '../persistence/database.js';
import { toSqlInstant } from '../persistence/sql-instant.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';

export interface Taking {
	site: Site;
	channel: Channel;
	/** E.164. */
	number: string;
	/** As WordPress sees it. */
	visitorAddress: string;
	now: Date;
}

export interface Limits {
	/**
	 * Counts one request against the limits per number and day, per visitor address and hour, and per site and day. Joins the
	 * current transaction: a request that is refused or rolled back does not count.
	 *
	 * @throws {Refusal} spending_limit_reached, too_many_for_number, too_many_for_address, daily_cap_reached; each with `retryAt`.
	 */
	take: ( taking: Taking ) => Promise< void >;
	/**
	 * Counts one SMS with a code, against as many as there may be requests; sent or not, it counts.
	 *
	 * @throws {Refusal} As `take`.
	 */
	takeCode: ( taking: Taking ) => Promise< void >;
	/**
	 * Counts one test call of a phone, by its agent's user id or by its number: five an hour.
	 *
	 * @throws {Refusal} spending_limit_reached, too_many_requests; each with `retryAt`.
	 */
	takeTestCall: (
		site: Site,
		phone: string | number,
		now: Date
	) => Promise< void >;
	/** Whether the site's month has cost what its owner allows. */
	isSpent: ( site: Site, now: Date ) => Promise< boolean >;
	/** @throws {Refusal} spending_limit_reached, with `retryAt`. */
	refuseSpent: ( site: Site, now: Date ) => Promise< void >;
	/** How many requests were accepted today, in the site's zone. */
	requestsToday: ( site: Site, now: Date ) => Promise< number >;
	/** Forgets counters whose day or hour is over. */
	sweep: ( now: Date ) => Promise< void >;
}

interface Counter {
	siteId: string;
	period: string;
	subject: string;
	endsAt: Date;
}

/** Enough to find out what is wrong with a phone. */
const testCallsPerHour = 5;

export function createLimits( database: Database ): Limits {
	/**
	 * Adds one to each. The rows stay locked until the transaction ends, so nobody reads them in between; they are locked in
	 * this order, so that two requests never wait for each other.
	 */
	const count = async ( counters: readonly Counter[] ): Promise< void > => {
		const onConflict =
			database.dialect === 'mysql'
				? 'ON DUPLICATE KEY UPDATE'
				: 'ON CONFLICT ( site_id, period, subject ) DO UPDATE SET';
		const bind = counters.flatMap(
			( { siteId, period, subject, endsAt } ) => [
				siteId,
				period,
				subject,
				toSqlInstant( database.dialect, endsAt ),
			]
		);
		const tuples = counters.map( ( _counter, index ) => {
			const [ site, period, subject, end ] = [ 1, 2, 3, 4 ].map(
				( place ) => `$${ index * 4 + place }`
			);
			return `( ${ site }, ${ period }, ${ subject }, 1, ${ end } )`;
		} );
		await database.bound.write(
			`INSERT INTO request_counters ( site_id, period, subject, taken, expires_at )
			VALUES ${ tuples.join() } ${ onConflict } taken = taken + 1`,
			bind
		);
	};

	/** In the order asked for; a period begins with its kind, so no two of these have the same. */
	const read = async (
		counters: ReadonlyArray< Omit< Counter, 'endsAt' > >
	): Promise< number[] > => {
		const bind = counters.flatMap( ( { siteId, period, subject } ) => [
			siteId,
			period,
			subject,
		] );
		const conditions = counters.map(
			( _counter, index ) =>
				`( site_id = $${ index * 3 + 1 } AND period = $${ index * 3 + 2 } AND subject = $${ index * 3 + 3 } )`
		);
		const rows = await database.bound.select< {
			period: string;
			taken: number;
		} >(
			`SELECT period, taken FROM request_counters WHERE ${ conditions.join( ' OR ' ) }`,
			bind
		);
		return counters.map(
			( { period } ) =>
				rows.find( ( row ) => row.period === period )?.taken ?? 0
		);
	};

	const spending = createSpending( database );
	const isSpentOf = async ( site: Site, now: Date ) =>
		site.monthlyLimitMilli !== null &&
		isSpent( await spending.ofMonth( site, now ), site );
	const refuseSpent = async ( site: Site, now: Date ) => {
		if ( await isSpentOf( site, now ) ) {
			throw new Refusal( 'spending_limit_reached', {
				retryAt: monthOf( site.timeZone, now ).endsAt,
			} );
		}
	};

	const take = (
		what: 'request' | 'code',
		{ site, channel, number, visitorAddress, now }: Taking
	): Promise< void > =>
		database.transaction( async () => {
			await refuseSpent( site, now );
			const { requestsPerNumberPerDay, requestsPerAddressPerHour } =
				channel.settings.guards;
			const of = ( counter: Counter ) =>
				what === 'code' ? ofCodes( counter ) : counter;
			const counters = {
				number: of( perNumber( site, number, now ) ),
				address: of( perAddress( site, visitorAddress, now ) ),
				// Wanted by all, so locked last.
				site: of( perSite( site, now ) ),
			};
			const all = Object.values( counters );
			await count( all );
			const [ ofNumber = 0, ofAddress = 0, ofSite = 0 ] =
				await read( all );
			if ( ofNumber > requestsPerNumberPerDay ) {
				throw new Refusal( 'too_many_for_number', {
					field: 'number',
					retryAt: counters.number.endsAt,
				} );
			}
			if ( ofAddress > requestsPerAddressPerHour ) {
				throw new Refusal( 'too_many_for_address', {
					retryAt: counters.address.endsAt,
				} );
			}
			if ( ofSite > site.dailyRequestCap ) {
				throw new Refusal( 'daily_cap_reached', {
					retryAt: counters.site.endsAt,
				} );
			}
		} );

	return {
		isSpent: isSpentOf,
		refuseSpent,
		take: ( taking ) => take( 'request', taking ),
		takeCode: ( taking ) => take( 'code', taking ),
		takeTestCall: ( site, phone, now ) =>
			database.transaction( async () => {
				await refuseSpent( site, now );
				const { hour, endsAt } = hourOf( now );
				const counter = {
					siteId: site.id,
					period: `test ${ hour }`,
					subject: String( phone ),
					endsAt,
				};
				await count( [ counter ] );
				const [ taken = 0 ] = await read( [ counter ] );
				if ( taken > testCallsPerHour ) {
					throw new Refusal( 'too_many_requests', {
						text: 'problem.too_many_test_calls',
						values: { maximum: testCallsPerHour },
						retryAt: endsAt,
					} );
				}
			} ),
		async requestsToday( site, now ) {
			const [ today = 0 ] = await read( [ perSite( site, now ) ] );
			return today;
		},
		async sweep( now ) {
			await database.transaction( () =>
				database.sequelize.query(
					'DELETE FROM request_counters WHERE expires_at < :now',
					{
						type: QueryTypes.DELETE,
						replacements: { now },
					}
				)
			);
		},
	};
}

/** SMS are counted apart from the requests that they are for. */
function ofCodes( counter: Counter ): Counter {
	return { ...counter, period: `code ${ counter.period }` };
}

function perNumber( site: Site, number: string, now: Date ): Counter {
	const { date, endsAt } = dayOf( site, now );
	return {
		siteId: site.id,
		period: `number ${ date }`,
		subject: number,
		endsAt,
	};
}

/** An address is personal: a digest is enough to count, and goes within the hour. */
function perAddress( site: Site, visitorAddress: string, now: Date ): Counter {
	const { hour, endsAt } = hourOf( now );
	return {
		siteId: site.id,
		period: `address ${ hour }`,
		subject: createHash( 'sha256' )
			.update( `${ site.secret } ${ networkOf( visitorAddress ) }` )
			.digest( 'hex' ),
		endsAt,
	};
}

function hourOf( now: Date ): { hour: string; endsAt: Date } {
	const hour = DateTime.fromJSDate( now, { zone: 'utc' } ).startOf( 'hour' );
	return {
		hour: hour.toFormat( "yyyy-MM-dd'T'HH" ),
		endsAt: hour.plus( { hours: 1 } ).toJSDate(),
	};
}

function perSite( site: Site, now: Date ): Counter {
	const { date, endsAt } = dayOf( site, now );
	return { siteId: site.id, period: `site ${ date }`, subject: '', endsAt };
}

function dayOf( site: Site, now: Date ): { date: string; endsAt: Date } {
	const day = DateTime.fromJSDate( now, {
		zone: zoneNamed( site.timeZone ),
	} ).startOf( 'day' );
	return {
		date: day.toISODate() ?? '',
		endsAt: day.plus( { days: 1 } ).toJSDate(),
	};
}

/** One subscriber has a whole IPv6 /64 (RFC 6177), and would otherwise have a new address for every request. */
function networkOf( address: string ): string {
	if ( ! address.includes( ':' ) || address.includes( '.' ) ) {
		return address;
	}
	const [ head = '', tail ] = address.toLowerCase().split( '::' );
	const groups = head === '' ? [] : head.split( ':' );
	const last = tail === undefined || tail === '' ? [] : tail.split( ':' );
	const missing = tail === undefined ? 0 : 8 - groups.length - last.length;
	return [
		...groups,
		...Array< string >( Math.max( 0, missing ) ).fill( '0' ),
		...last,
	]
		.slice( 0, 4 )
		.map( ( group ) => group.replace( /^0+(?=.)/, '' ) )
		.join( ':' );
}
