// Loaded into each process of a test by `node --import`: all of them, and the database's clock as the service asks for it, go
// by one clock (shared-clock.ts). It runs with the machine's and is ahead of it by what stands in the file RAPPEL_CLOCK_FILE (a
// double, in milliseconds); the test moves it on, and timers whose time has come by that fire at once.
import { openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const MachineDate = Date;
const machineNow = Date.now.bind( Date );
const machineUptime = performance.now.bind( performance );
const file = openSync( process.env.RAPPEL_CLOCK_FILE, 'r' );
const bytes = Buffer.alloc( 8 );

function ahead() {
	readSync( file, bytes, 0, 8, 0 );
	return bytes.readDoubleLE( 0 );
}

const now = () => machineNow() + ahead();

globalThis.Date = class Date extends MachineDate {
	constructor( ...given ) {
		super( ...( given.length === 0 ? [ now() ] : given ) );
	}
	static now() {
		return now();
	}
};
performance.now = () => machineUptime() + ahead();

// Timers. Shorter ones than a poll need no help.
const pollMilliseconds = 5;
const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
/** What waits: the machine's own timer → when it is due by the shared clock, and what to do then. */
const waiting = new Map();

globalThis.setTimeout = ( work, milliseconds = 0, ...given ) => {
	const timer = setTimeout( () => {
		waiting.delete( timer );
		work( ...given );
	}, milliseconds );
	const wait = () =>
		waiting.set( timer, {
			due: now() + milliseconds,
			fire: () => {
				waiting.delete( timer );
				clearTimeout( timer );
				work( ...given );
			},
		} );
	if ( milliseconds > pollMilliseconds ) {
		wait();
		const { refresh } = timer;
		timer.refresh = () => {
			wait();
			return refresh.call( timer );
		};
	}
	return timer;
};
globalThis.setInterval = ( work, milliseconds = 0, ...given ) => {
	const entry = { due: now() + milliseconds, fire: () => tick() };
	const tick = () => {
		entry.due = now() + milliseconds;
		work( ...given );
	};
	const timer = setInterval( tick, milliseconds );
	waiting.set( timer, entry );
	return timer;
};
const clear = ( stop ) => ( timer ) => {
	waiting.delete( timer );
	stop( timer );
};
globalThis.clearTimeout = clear( clearTimeout );
globalThis.clearInterval = clear( clearInterval );

let seen = ahead();
setInterval( () => {
	const here = ahead();
	if ( here === seen ) {
		return;
	}
	seen = here;
	const instant = now();
	const due = [ ...waiting ]
		.filter( ( [ , entry ] ) => entry.due <= instant )
		.sort( ( [ , one ], [ , other ] ) => one.due - other.due );
	for ( const [ timer, entry ] of due ) {
		if ( waiting.get( timer ) === entry ) {
			entry.fire();
		}
	}
}, pollMilliseconds ).unref();

// The database's clock.
const databaseClock = 'UTC_TIMESTAMP( 3 )';
const sqlNow = () =>
	new Date().toISOString().replace( 'T', ' ' ).replace( 'Z', '' );
const fromService = createRequire(
	new URL( '../../service/package.json', import.meta.url )
);
const { prototype: connection } = fromService(
	join( dirname( fromService.resolve( 'mysql2' ) ), 'lib/base/connection.js' )
);
const { query, execute } = connection;
connection.query = function ( sql, ...rest ) {
	const text = typeof sql === 'string' ? sql : sql.sql;
	if ( ! text?.includes( databaseClock ) ) {
		return query.call( this, sql, ...rest );
	}
	const moved = text.replaceAll( databaseClock, `TIMESTAMP'${ sqlNow() }'` );
	return typeof sql === 'string'
		? query.call( this, moved, ...rest )
		: query.call( this, Object.assign( sql, { sql: moved } ), ...rest );
};
// A prepared text must stay the same: the instant is bound.
connection.execute = function ( sql, values, ...rest ) {
	if ( typeof sql !== 'string' || ! sql.includes( databaseClock ) ) {
		return execute.call( this, sql, values, ...rest );
	}
	const parts = sql.split( databaseClock );
	const bound = [ ...( values ?? [] ) ];
	let place = 0;
	for ( const part of parts.slice( 0, -1 ) ) {
		place += part.split( '?' ).length - 1;
		bound.splice( place++, 0, sqlNow() );
	}
	return execute.call( this, parts.join( '?' ), bound, ...rest );
};
