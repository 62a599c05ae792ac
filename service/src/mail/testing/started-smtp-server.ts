import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SmtpServerUnderTest {
	/** smtp://127.0.0.1:port */
	url: string;
	/** The letters it accepted, as they came over the wire. */
	letters: Array< { to: string[]; raw: string } >;
	/** Once it has accepted so many. */
	arrived: ( count: number ) => Promise< void >;
	stop: () => Promise< void >;
}

/** A real SMTP server on this machine that accepts every letter, unless the test says otherwise. */
export async function startedSmtpServer(
	options: SMTPServerOptions = {}
): Promise< SmtpServerUnderTest > {
	const letters: SmtpServerUnderTest[ 'letters' ] = [];
	const waiting: Array< () => void > = [];
	const server = new SMTPServer( {
		authOptional: true,
		disabledCommands: [ 'STARTTLS' ],
		logger: false,
		onData( stream, session, accept ) {
			const chunks: Buffer[] = [];
			stream.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
			stream.on( 'end', () => {
				letters.push( {
					to: session.envelope.rcptTo.map(
						( { address } ) => address
					),
					raw: Buffer.concat( chunks ).toString( 'utf8' ),
				} );
				accept();
				waiting.splice( 0 ).forEach( ( look ) => look() );
			} );
		},
		...options,
	} );
	// A connection that a test breaks is no fault of the server's.
	server.on( 'error', () => undefined );
	await new Promise< void >( ( resolve ) => {
		server.listen( 0, '127.0.0.1', resolve );
	} );
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${ port }`,
		letters,
		async arrived( count ) {
			while ( letters.length < count ) {
				await new Promise< void >( ( resolve ) => {
					waiting.push( resolve );
				} );
			}
		},
		stop: () =>
			new Promise( ( resolve ) => {
				server.close( () => resolve() );
			} ),
	};
}
