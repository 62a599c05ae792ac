import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { QueryTypes } from 'sequelize';
import { zoneNamed } from '../availability/domain/zone.js';
import type { Channel } from '../channels/channel.js';
import type { Database } from '../persistence/database.js';
import { Refusal, type RefusalOptions } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { ErrorCode } from '@rappel/contract';

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
	 * @throws {Refusal} too_many_for_number, too_many_for_address, daily_cap_reached; each with `retryAt`.
	 */
	take: ( taking: Taking ) => Promise< void >;
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

export function createLimits( database: Database ): Limits {
	/** Adds one and returns the sum. The row stays locked until the transaction ends, so nobody reads it in between. */
	const count = async ( {
		siteId,
		period,
		subject,
		endsAt,
	}: Counter ): Promise< number > => {
		const onConflict =
			database.dialect === 'mysql'
				? 'ON DUPLICATE KEY UPDATE'
				: 'ON CONFLICT ( site_id, period, subject ) DO UPDATE SET';
		const replacements = { siteId, period, subject, endsAt };
		await database.sequelize.query(
			`INSERT INTO request_counters ( site_id, period, subject, taken, expires_at )
			VALUES ( :siteId, :period, :subject, 1, :endsAt ) ${ onConflict } taken = taken + 1`,
			{ type: QueryTypes.INSERT, replacements }
		);
		return read( replacements );
	};

	const read = async ( {
		siteId,
		period,
		subject,
	}: Omit< Counter, 'endsAt' > ): Promise< number > => {
		const rows = await database.sequelize.query< { taken: number } >(
			'SELECT taken FROM request_counters WHERE site_id = :siteId AND period = :period AND subject = :subject',
			{
				type: QueryTypes.SELECT,
				replacements: { siteId, period, subject },
			}
		);
		return rows[ 0 ]?.taken ?? 0;
	};

	const take = async (
		counter: Counter,
		most: number,
		code: ErrorCode,
		options: RefusalOptions = {}
	) => {
		if ( ( await count( counter ) ) > most ) {
			throw new Refusal( code, { ...options, retryAt: counter.endsAt } );
		}
	};

	return {
		take: ( { site, channel, number, visitorAddress, now } ) =>
			database.transaction( async () => {
				const { requestsPerNumberPerDay, requestsPerAddressPerHour } =
					channel.settings.guards;
				// Always in this order, so that two requests never wait for each other; the site's row, wanted by all, comes last.
				await take(
					perNumber( site, number, now ),
					requestsPerNumberPerDay,
					'too_many_for_number',
					{ field: 'number' }
				);
				await take(
					perAddress( site, visitorAddress, now ),
					requestsPerAddressPerHour,
					'too_many_for_address'
				);
				await take(
					perSite( site, now ),
					site.dailyRequestCap,
					'daily_cap_reached'
				);
			} ),
		requestsToday: ( site, now ) => read( perSite( site, now ) ),
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
	const hour = DateTime.fromJSDate( now, { zone: 'utc' } ).startOf( 'hour' );
	return {
		siteId: site.id,
		period: `address ${ hour.toFormat( "yyyy-MM-dd'T'HH" ) }`,
		subject: createHash( 'sha256' )
			.update( `${ site.secret } ${ networkOf( visitorAddress ) }` )
			.digest( 'hex' ),
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
