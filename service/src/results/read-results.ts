import type { Results, ResultsQuery } from '@rappel/contract';
import type { AgentNames } from '../callbacks/request-summary.js';
import type { ChannelStore } from '../channels/channel-store.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import {
	dayAfter,
	daysBetween,
	daysOutside,
	monthOf,
	monthsWithin,
	type Days,
} from './domain/local-days.js';
import { addedUp, type Cell } from './domain/roll-up.js';
import { figuresOf, noSums, sumOf } from './domain/sums.js';
import type { AddedUpPeriod, RememberedPeriods } from './remembered-periods.js';
import type { Place, ResultStore } from './result-store.js';
import type { RollUps } from './roll-ups.js';

export interface ResultReading {
	store: Pick< ResultStore, 'addedUpDays' | 'addedUpMonths' >;
	days: RememberedPeriods;
	months: RememberedPeriods;
	rollUps: Pick< RollUps, 'bringUpToDate' >;
	channels: Pick< ChannelStore, 'list' >;
	agentNames: AgentNames;
}

/** A year, and a day more every four years. */
const mostDays = 366;
const mostGroups = 100;
const hours = Array.from( { length: 24 }, ( _hour, hour ) => String( hour ) );

/**
 * The figures of a period beside those of the one just before, from the roll-ups alone, which are brought up to date first: a
 * request that changed a moment ago is in them.
 *
 * @throws {Refusal} invalid_request.
 */
export async function readResults(
	reading: ResultReading,
	site: Pick< Site, 'id' | 'timeZone' >,
	query: ResultsQuery
): Promise< Results > {
	const { from, to } = query;
	const days = checkedDays( query );
	const firstBefore = dayAfter( from, -days.length );
	await reading.rollUps.bringUpToDate( site, firstBefore, to );
	const place = {
		siteId: site.id,
		scope: '',
		dimension: query.channelId === undefined ? 'all' : 'channel',
	} as const;
	const sumsOf = ( cells: readonly Cell[] = [] ) =>
		cells.find( ( { key } ) => key === ( query.channelId ?? '' ) )?.sums ??
		noSums;
	const periods = await addedUpPeriods( reading.store, site.id, {
		first: firstBefore,
		last: to,
	} );
	const cellsOf = cellsFrom( reading, periods );
	const [ byDay, before, groups ] = await Promise.all( [
		cellsByDay(
			reading,
			place,
			periodsWithin( periods.days, { first: from, last: to } )
		),
		cellsOf( place, {
			first: firstBefore,
			last: dayAfter( from, -1 ),
		} ),
		groupsOf( cellsOf, site.id, query ),
	] );
	const ofDays = days.map( ( date ) => ( {
		date,
		sums: sumsOf( byDay.get( date ) ),
	} ) );
	return {
		total: figuresOf( sumOf( ofDays.map( ( { sums } ) => sums ) ) ),
		before: figuresOf( sumsOf( before ) ),
		days: ofDays.map( ( { date, sums } ) => ( {
			date,
			figures: figuresOf( sums ),
		} ) ),
		groups: await named( reading, site.id, query, groups ),
	};
}

function checkedDays( { from, to }: ResultsQuery ): string[] {
	if ( to < from ) {
		throw new Refusal( 'invalid_request', {
			field: 'to',
			text: 'validation.ends_before_start',
		} );
	}
	if ( dayAfter( from, mostDays - 1 ) < to ) {
		throw new Refusal( 'invalid_request', {
			field: 'from',
			text: 'validation.too_many',
			values: { maximum: mostDays },
		} );
	}
	return daysBetween( from, to );
}

async function groupsOf(
	cellsOf: CellsOf,
	siteId: string,
	{ from, to, groupBy, channelId }: ResultsQuery
): Promise< Cell[] > {
	const ofChannel = groupBy === 'channel' ? undefined : channelId;
	const groups = await cellsOf(
		{ siteId, scope: ofChannel ?? '', dimension: groupBy },
		{ first: from, last: to }
	);
	switch ( groupBy ) {
		case 'hour':
			return hours.map(
				( key ) =>
					groups.find( ( group ) => group.key === key ) ?? {
						key,
						sums: noSums,
					}
			);
		case 'channel':
			return mostFirst(
				groups.filter(
					( { key } ) => channelId === undefined || key === channelId
				)
			);
		default:
			return mostFirst( groups );
	}
}

interface Periods {
	days: readonly AddedUpPeriod[];
	/** Those that are what their days are. */
	months: readonly AddedUpPeriod[];
}

async function addedUpPeriods(
	store: ResultReading[ 'store' ],
	siteId: string,
	{ first, last }: Days
): Promise< Periods > {
	const [ days, months ] = await Promise.all( [
		store.addedUpDays( siteId, { first, last } ),
		store.addedUpMonths( siteId, {
			first: monthOf( first ),
			last: monthOf( last ),
		} ),
	] );
	return { days, months };
}

const periodsWithin = (
	periods: readonly AddedUpPeriod[],
	{ first, last }: Days
) => periods.filter( ( { name } ) => first <= name && name <= last );

async function cellsByDay(
	{ days }: Pick< ResultReading, 'days' >,
	place: Place,
	periods: readonly AddedUpPeriod[]
): Promise< Map< string, readonly Cell[] > > {
	const cells = await days.cells( place, periods );
	return new Map(
		periods.map( ( { name }, index ) => [ name, cells[ index ] ?? [] ] )
	);
}

type CellsOf = ( place: Place, span: Days ) => Promise< Cell[] >;

/** Of months that were added up, as far as a span has them whole, and of the days beside them. */
function cellsFrom(
	{ days, months }: Pick< ResultReading, 'days' | 'months' >,
	periods: Periods
): CellsOf {
	return async ( place, span ) => {
		const whole = new Set( monthsWithin( span ) );
		const ofMonths = periods.months.filter( ( { name } ) =>
			whole.has( name )
		);
		const others = daysOutside(
			span,
			new Set( ofMonths.map( ( { name } ) => name ) )
		);
		const parts = await Promise.all( [
			months.cells( place, ofMonths ),
			// Each span by itself: what lies between two of them is not read.
			...others.map( ( part ) =>
				days.cells( place, periodsWithin( periods.days, part ) )
			),
		] );
		return addedUp( parts.flat() );
	};
}

function mostFirst( groups: readonly Cell[] ): Cell[] {
	return groups
		.toSorted(
			( a, b ) =>
				b.sums.requests - a.sums.requests || ( a.key < b.key ? -1 : 1 )
		)
		.slice( 0, mostGroups );
}

async function named(
	{ channels, agentNames }: Pick< ResultReading, 'channels' | 'agentNames' >,
	siteId: string,
	{ groupBy }: ResultsQuery,
	groups: readonly Cell[]
): Promise< Results[ 'groups' ] > {
	const nameOf = await namesOf();
	return groups.map( ( { key, sums } ) => ( {
		key,
		name: nameOf( key ),
		figures: figuresOf( sums ),
	} ) );

	async function namesOf(): Promise< ( key: string ) => string > {
		switch ( groupBy ) {
			case 'channel': {
				// A removed one still has its figures.
				const all = await channels.list( siteId, {
					evenRemoved: true,
				} );
				const names = new Map(
					all.map( ( { id, settings } ) => [ id, settings.name ] )
				);
				return ( key ) => names.get( key ) ?? '';
			}
			case 'agent': {
				const names = await agentNames( siteId );
				return ( key ) => names.get( Number( key ) ) ?? '';
			}
			case 'page':
				return ( key ) => decoded( key );
			case 'hour':
				return ( key ) => `${ key.padStart( 2, '0' ) }:00`;
		}
	}
}

/** "/élagage/" rather than "/%C3%A9lagage/". */
function decoded( path: string ): string {
	try {
		return decodeURI( path );
	} catch {
		return path;
	}
}
