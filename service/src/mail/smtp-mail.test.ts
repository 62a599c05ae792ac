import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { MailError } from './mail.js';
import { createSmtpMail } from './smtp-mail.js';
import {
	startedSmtpServer,
	type SmtpServerUnderTest,
} from './testing/started-smtp-server.js';

const letter = {
	to: 'martin@boulangerie.example',
	subject: 'Note de 1 sur 5 – Accueil',
	text: 'Le client a donné la note de 1 sur 5.',
};
const from = 'Rappel <rappel@service.example>';

describe( 'createSmtpMail', () => {
	let server: SmtpServerUnderTest | undefined;
	let wild: Server | undefined;
	const mailTo = async ( options?: SMTPServerOptions ) => {
		server = await startedSmtpServer( options );
		return createSmtpMail( {
			smtpUrl: server.url,
			from,
			timeoutMilliseconds: 2_000,
		} );
	};
	const errorOf = async ( sending: Promise< void > ) => {
		const error = await sending.catch( ( thrown: unknown ) => thrown );
		expect( error ).toBeInstanceOf( MailError );
		return error as MailError;
	};
	const refusing = ( responseCode: number, sentence: string ) =>
		Object.assign( new Error( sentence ), { responseCode } );

	afterEach( async () => {
		await server?.stop();
		wild?.close();
		server = wild = undefined;
	} );

	it( 'hands a letter over to any SMTP server [S30]', async () => {
		const mail = await mailTo();

		await mail.send( letter );

		expect( server?.letters ).toHaveLength( 1 );
		const [ { to, raw } = { to: [], raw: '' } ] = server?.letters ?? [];
		expect( to ).toEqual( [ 'martin@boulangerie.example' ] );
		expect( raw ).toContain( 'From: Rappel <rappel@service.example>' );
		expect( raw ).toMatch( /Subject: =\?UTF-8\?/i );
	} );

	it( 'signs in with what the address holds', async () => {
		const mail = await mailTo( {
			authOptional: false,
			allowInsecureAuth: true,
			onAuth: ( { username, password }, _session, answer ) =>
				username === 'rappel' && password === 'secret'
					? answer( null, { user: username } )
					: answer( refusing( 535, 'Wrong password' ) ),
		} );
		const as = ( user: string ) =>
			createSmtpMail( {
				smtpUrl: `${ server?.url }`.replace( '//', `//${ user }@` ),
				from,
			} );

		await as( 'rappel:secret' ).send( letter );

		expect( server?.letters ).toHaveLength( 1 );
		expect(
			( await errorOf( as( 'rappel:wrong' ).send( letter ) ) ).kind
		).toBe( 'permanent' );
		expect( ( await errorOf( mail.send( letter ) ) ).kind ).toBe(
			'permanent'
		);
	} );

	it.each( [
		[ 550, 'permanent' ],
		[ 451, 'retryable' ],
	] as const )(
		'tells a recipient refused with %i as %s, without the address',
		async ( code, kind ) => {
			const mail = await mailTo( {
				onRcptTo: ( { address }, _session, answer ) =>
					answer( refusing( code, `No mailbox ${ address }` ) ),
			} );

			const error = await errorOf( mail.send( letter ) );

			expect( error.kind ).toBe( kind );
			expect( error.message ).not.toContain( 'martin' );
		}
	);

	it( 'tells a letter that the server did not take after all as retryable', async () => {
		const mail = await mailTo( {
			onData( stream, _session, answer ) {
				stream.resume();
				stream.on( 'end', () =>
					answer( refusing( 452, 'Disk full' ) )
				);
			},
		} );

		expect( ( await errorOf( mail.send( letter ) ) ).kind ).toBe(
			'retryable'
		);
	} );

	it( 'tells a server that is away as retryable', async () => {
		const mail = await mailTo();
		await server?.stop();

		expect( ( await errorOf( mail.send( letter ) ) ).kind ).toBe(
			'retryable'
		);
	} );

	it( 'does not know about a letter after which the server fell silent', async () => {
		// It takes the letter and never answers.
		const { url } = ( server = await startedSmtpServer( {
			onData: ( stream ) => void stream.resume(),
		} ) );
		const mail = createSmtpMail( {
			smtpUrl: url,
			from,
			timeoutMilliseconds: 200,
		} );

		expect( ( await errorOf( mail.send( letter ) ) ).kind ).toBe(
			'unknown'
		);
	} );

	it( 'tells a server that never greets as retryable', async () => {
		wild = createServer();
		await new Promise< void >( ( resolve ) => {
			wild?.listen( 0, '127.0.0.1', resolve );
		} );
		const { port } = wild.address() as AddressInfo;
		const mail = createSmtpMail( {
			smtpUrl: `smtp://127.0.0.1:${ port }`,
			from,
			timeoutMilliseconds: 200,
		} );

		expect( ( await errorOf( mail.send( letter ) ) ).kind ).toBe(
			'retryable'
		);
	} );
} );
