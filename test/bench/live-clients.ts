/**
 * The browsers of `bench -- live`, as lean as can be: bare sockets that read into one buffer, and note when each event came. A
 * process of its own, told what to do by its parent.
 */
import { connect, type Socket } from 'node:net';

export type ToClients =
	| { type: 'open'; port: number; paths: string[] }
	| { type: 'report' }
	| { type: 'close' };

export type FromClients =
	| { type: 'connected'; clients: number }
	/** By the event's text: when it came to each client, in milliseconds since 1970. */
	| { type: 'came'; events: Array< [ text: string, times: number[] ] > };

const marker = 'event: ';
const shared = Buffer.alloc( 262_144 );
const sockets: Socket[] = [];
const came = new Map< string, number[] >();
let snapshots = 0;

process.on( 'message', ( message: ToClients ) => {
	switch ( message.type ) {
		case 'open':
			void openAll( message.port, message.paths );
			break;
		case 'report':
			tell( { type: 'came', events: [ ...came ] } );
			break;
		default:
			sockets.forEach( ( socket ) => socket.destroy() );
			process.disconnect();
	}
} );

function tell( message: FromClients ): void {
	process.send?.( message );
}

async function openAll( port: number, paths: string[] ): Promise< void > {
	for ( const path of paths ) {
		await open( port, path );
	}
	const wait = setInterval( () => {
		// Each begins with one.
		if ( snapshots >= sockets.length ) {
			clearInterval( wait );
			tell( { type: 'connected', clients: sockets.length } );
		}
	}, 20 );
}

function open( port: number, path: string ): Promise< void > {
	return new Promise< void >( ( resolve, reject ) => {
		const take = createReader();
		const socket = connect( {
			port,
			host: '127.0.0.1',
			onread: {
				// One for all: it is read within the callback.
				buffer: shared,
				callback: ( bytes ) => {
					take( shared.toString( 'latin1', 0, bytes ) );
					return true;
				},
			},
		} );
		socket.once( 'error', reject );
		socket.once( 'connect', () => {
			socket.write( `GET ${ path } HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n` );
			resolve();
		} );
		sockets.push( socket );
	} );
}

function createReader(): ( text: string ) => void {
	let unread = '';
	return ( text ) => {
		const at = performance.timeOrigin + performance.now();
		unread += text;
		let end = unread.indexOf( '\n\n' );
		while ( end >= 0 ) {
			const start = unread.indexOf( marker );
			if ( start >= 0 && start < end ) {
				note( unread.slice( start + marker.length, end ), at );
			}
			unread = unread.slice( end + 2 );
			end = unread.indexOf( '\n\n' );
		}
	};
}

function note( event: string, at: number ): void {
	if ( event.startsWith( 'snapshot' ) ) {
		snapshots++;
		return;
	}
	const times = came.get( event );
	if ( times ) {
		times.push( at );
	} else {
		came.set( event, [ at ] );
	}
}
