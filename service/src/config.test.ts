import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const complete = {
	TWILIO_ACCOUNT_SID: `AC${ '0'.repeat( 32 ) }`,
	TWILIO_AUTH_TOKEN: 'a token of an account',
	PUBLIC_BASE_URL: 'https://callback.example.com/',
};

describe( "the service's settings", () => {
	it( 'have a default for everything but the telephone account', () => {
		expect( readConfig( complete ) ).toMatchObject( {
			host: '127.0.0.1',
			port: 8_801,
			databaseUrl: 'sqlite:.data/rappel.sqlite',
			publicBaseUrl: 'https://callback.example.com',
			twilio: { baseUrl: null, callerId: null },
			simulated: false,
			logLevel: 'info',
			pairingCode: null,
			metricsToken: null,
			secretsKey: null,
			callsPerSecond: 1,
			maximumCalls: 0,
			mail: null,
			sabotage: null,
		} );
	} );

	it( 'tell every fault at once, each with what mends it', () => {
		const reading = () =>
			readConfig( {
				PORT: 'x',
				DATABASE_URL: 'postgres://x',
				LOG_LEVEL: 'loud',
				TWILIO_CALLER_ID: '0612345678',
				PAIRING_CODE: 'RPL-1234',
			} );

		const error = failureOf( reading );

		expect( error.exitCode ).toBe( 78 );
		for ( const variable of [
			'PORT',
			'DATABASE_URL',
			'LOG_LEVEL',
			'TWILIO_CALLER_ID',
			'TWILIO_ACCOUNT_SID',
			'TWILIO_AUTH_TOKEN',
			'PUBLIC_BASE_URL',
			'PAIRING_CODE',
		] ) {
			expect( error.message ).toContain( `${ variable }: ` );
		}
	} );

	it( 'want two calls at a time at least, and a sender for a mail server', () => {
		const { message } = failureOf( () =>
			readConfig( {
				...complete,
				MAXIMUM_CALLS: '1',
				CALLS_PER_SECOND: '-1',
				SMTP_URL: 'smtp://mail.example.com',
			} )
		);
		for ( const variable of [
			'MAXIMUM_CALLS',
			'CALLS_PER_SECOND',
			'MAIL_FROM',
		] ) {
			expect( message ).toContain( `${ variable }: ` );
		}
	} );

	it( 'count an empty variable as absent', () => {
		expect(
			readConfig( { ...complete, TWILIO_BASE_URL: ' ', PORT: '' } )
		).toMatchObject( { port: 8_801, twilio: { baseUrl: null } } );
	} );

	it( 'are simulated when the telephone network is on this machine, and need no public address then [N13]', () => {
		const withLab = {
			...complete,
			PUBLIC_BASE_URL: '',
			TWILIO_BASE_URL: 'http://127.0.0.1:8802',
		};
		expect( readConfig( withLab ) ).toMatchObject( {
			simulated: true,
			publicBaseUrl: null,
		} );
		expect(
			readConfig( {
				...complete,
				TWILIO_BASE_URL: 'https://127.0.0.1.example.com',
			} ).simulated
		).toBe( false );
	} );

	it( 'never put a secret into a message', () => {
		const error = failureOf( () =>
			readConfig( {
				...complete,
				TWILIO_AUTH_TOKEN: 's3cret',
				DATABASE_URL: 'mysql://me:s3cret@',
			} )
		);
		expect( error.message ).not.toContain( 's3cret' );
	} );
} );

function failureOf( reading: () => unknown ): ConfigError {
	try {
		reading();
	} catch ( error ) {
		if ( error instanceof ConfigError ) {
			return error;
		}
	}
	throw new Error( 'The settings were accepted.' );
}
