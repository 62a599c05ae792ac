import { pipeline, Readable } from 'node:stream';
import type {
	Language,
	RequestFilter,
	RequestSummary,
	Viewer,
} from '@rappel/contract';
import { stringify } from 'csv-stringify';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { DateTime } from 'luxon';
import { zoneNamed } from '../availability/domain/zone.js';
import type { ExportColumn } from '../messages/text-key.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import type { Reading } from './read-requests.js';
import { namesOf, summaryOf, viewerNamed } from './request-summary.js';
import { soughtRequests } from './sought-requests.js';
import type { Position } from './store/request-reader.js';
import type { RequestRow } from './store/rows.js';

/** More than a spreadsheet is pleasant with. */
const maximumRows = 100_000;
const rowsOfPage = 500;

interface Export {
	site: Site;
	filter: RequestFilter;
	/** Of the head and of the words in it. */
	language: Language;
	maximum?: number;
}

/**
 * What a filter finds, the newest first, as CSV (RFC 4180, UTF-8 with a mark for spreadsheets). It is read page by page as it is taken,
 * so it needs the same memory whatever its length; past its maximum it ends with a sentence that says so.
 *
 * No cell is a formula for a spreadsheet: one that begins like one gets a "'" before it, and all text is quoted, so that a spreadsheet
 * that splits at another separator finds no cell inside (https://owasp.org/www-community/attacks/CSV_Injection). A number, which
 * begins with "+", is written "(+33) 6 12 34 56 78" instead.
 */
export function exportRequests( reading: Reading, wanted: Export ): Readable {
	return pipeline(
		Readable.from( recordsOf( reading, wanted ) ),
		stringify( {
			bom: true,
			record_delimiter: 'windows',
			quoted_string: true,
			escape_formulas: true,
		} ),
		// Whoever reads it is told of an error by the stream itself; who stops reading ends the queries.
		() => undefined
	);
}

type Cell = string | number | null;

async function* recordsOf(
	reading: Reading,
	{ site, filter, language, maximum = maximumRows }: Export
): AsyncGenerator< Cell[] > {
	const { reader, clock } = reading;
	const sought = soughtRequests( site, filter );
	const names = await namesOf( reading, site.id );
	const viewer: Viewer | null = viewerNamed( filter.visibleTo );
	const columns = Object.entries( columnsFor( site.timeZone, language ) );
	yield columns.map( ( [ name ] ) =>
		text( `export.column.${ name as ExportColumn }`, language )
	);
	let after: Position | null = null;
	for ( let written = 0; ; ) {
		const limit = Math.min( rowsOfPage, maximum - written );
		const found: RequestRow[] = await reader.list( sought, {
			sort: 'newest',
			after,
			limit,
			withoutOverdue: null,
		} );
		const page = found.slice( 0, limit );
		for ( const row of page ) {
			const request = summaryOf( row, names, {
				now: clock.now(),
				viewer,
			} );
			yield columns.map( ( [ , cell ] ) => cell( { row, request } ) );
		}
		written += page.length;
		after = page.at( -1 ) ?? null;
		if ( found.length <= limit ) {
			return;
		}
		if ( written >= maximum ) {
			const sentence = text( 'export.truncated', language, {
				count: maximum,
			} );
			yield columns.map( ( _, index ) =>
				index === 0 ? sentence : ''
			);
			return;
		}
	}
}

type CellOf = ( of: { row: RequestRow; request: RequestSummary } ) => Cell;

function columnsFor(
	timeZone: string,
	language: Language
): Record< ExportColumn, CellOf > {
	const zone = zoneNamed( timeZone );
	const local = ( at: Date | null ) =>
		at &&
		DateTime.fromJSDate( at, { zone } ).toFormat( 'yyyy-MM-dd HH:mm:ss' );
	return {
		made: ( { row } ) => local( row.createdAt ),
		channel: ( { request } ) => request.channelName,
		state: ( { row } ) => text( `export.state.${ row.state }`, language ),
		number: ( { request } ) => readableNumber( request.number ),
		name: ( { row } ) => row.name,
		note: ( { row } ) => row.note,
		booked: ( { row } ) => local( row.bookedFor ),
		ended: ( { row } ) => local( row.endedAt ),
		agent: ( { request } ) => request.agentName,
		attempts: ( { row } ) => row.attempt,
		talk_seconds: ( { row } ) => row.talkSeconds,
		score: ( { row } ) => row.surveyScore,
		outcome: ( { row } ) =>
			row.outcome && text( `export.outcome.${ row.outcome }`, language ),
		outcome_note: ( { row } ) => row.outcomeNote,
		page: ( { row } ) => row.pageTitle,
		address: ( { row } ) => row.pageUrl,
		cost: ( { request } ) =>
			request.costMilli === null ? null : request.costMilli / 1_000,
		currency: ( { request } ) => request.currency,
		id: ( { row } ) => row.id,
	};
}

/** "(+33) 6 12 34 56 78", or masked "(+33) •••••••78": no spreadsheet takes it for a formula or for a figure. */
export function readableNumber( number: string ): string {
	const shown =
		parsePhoneNumberFromString( number )?.formatInternational() ??
		number.replace( '•', ' •' );
	return shown.replace( /^\+(\d+) ?/, '(+$1) ' );
}
