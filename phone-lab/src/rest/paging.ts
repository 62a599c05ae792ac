import type { Request } from 'express';
import { Parameters } from './parameters.js';

const pageSize = { fallback: 50, minimum: 1, maximum: 1_000 };
const anyPage = { fallback: 0, minimum: 0, maximum: 1_000_000 };

/**
 * One page of a list, newest first, in Twilio's envelope. A page token names the last entry of the page before it, so
 * that calls that are made meanwhile move nothing. `key` is the list's name in the answer.
 */
export function pageOf< T, J >(
	request: Request,
	key: string,
	entries: T[],
	sidOf: ( entry: T ) => string,
	json: ( entry: T ) => J
): Record< string, unknown > {
	const parameters = new Parameters( request.query );
	const size = parameters.count( 'PageSize', pageSize );
	const page = parameters.count( 'Page', anyPage );
	const token = parameters.text( 'PageToken' );
	const behind = token?.startsWith( 'PA' )
		? entries.findIndex( ( entry ) => sidOf( entry ) === token.slice( 2 ) )
		: -1;
	const start = behind >= 0 ? behind + 1 : page * size;
	const shown = entries.slice( start, start + size );
	const uri = ( number: number, after: string | null ) => {
		const query = new URLSearchParams(
			request.originalUrl.split( '?' )[ 1 ] ?? ''
		);
		query.set( 'PageSize', String( size ) );
		query.set( 'Page', String( number ) );
		query.delete( 'PageToken' );
		if ( after !== null ) {
			query.set( 'PageToken', `PA${ after }` );
		}
		return `${ request.originalUrl.split( '?' )[ 0 ] }?${ query.toString() }`;
	};
	const last = shown.at( -1 );
	return {
		[ key ]: shown.map( json ),
		page,
		page_size: size,
		start,
		end: shown.length === 0 ? start : start + shown.length - 1,
		uri: request.originalUrl,
		first_page_uri: uri( 0, null ),
		previous_page_uri: page > 0 ? uri( page - 1, null ) : null,
		next_page_uri:
			last !== undefined && start + size < entries.length
				? uri( page + 1, sidOf( last ) )
				: null,
	};
}

/**
 * Twilio's date filters `Name`, `Name<` and `Name>`, which hold a day in UTC or, from the SDK, an instant.
 * The bounds are included, as Twilio's `<=` and `>=` are.
 */
export function withinDates(
	request: Request,
	name: string,
	instant: number | null
): boolean {
	const parameters = new Parameters( request.query );
	const bound = ( suffix: string ) => {
		const text =
			parameters.text( `${ name }${ suffix }` ) ??
			parameters.text( `${ name }${ suffix }=` );
		const at = text === null ? NaN : Date.parse( text );
		return text === null || Number.isNaN( at ) ? null : { at };
	};
	const dayMilliseconds = 86_400_000;
	const [ on, before, after ] = [ bound( '' ), bound( '<' ), bound( '>' ) ];
	if ( ! on && ! before && ! after ) {
		return true;
	}
	if ( instant === null ) {
		return false;
	}
	const secondsOf = ( at: number ) => Math.floor( at / 1_000 );
	return (
		( ! on ||
			Math.floor( instant / dayMilliseconds ) ===
				Math.floor( on.at / dayMilliseconds ) ) &&
		( ! before || secondsOf( instant ) <= secondsOf( before.at ) ) &&
		( ! after || secondsOf( instant ) >= secondsOf( after.at ) )
	);
}
