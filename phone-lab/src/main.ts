import { parseArgs } from 'node:util';
import { z } from 'zod';
import { incomingNumberSchema } from './numbers/numbers.js';
import type { IncomingNumber } from './numbers/numbers.js';
import { startPhoneLab } from './phone-lab.js';
import type { PhoneLabOptions } from './phone-lab.js';

const usage = `Usage: node phone-lab/dist/main.js [--port 8802] [--data FILE] [--host 127.0.0.1] [--seed 1] [--calls-per-second 0] [--maximum-calls 0] [--voice-rate 1]
Environment: TWILIO_ACCOUNT_SID ("AC" and 32 hexadecimal digits), TWILIO_AUTH_TOKEN: what the application signs in with;
PHONE_LAB_APPLICATION_URL (may be absent): where to use the application, linked from the lab's page;
PHONE_LAB_NUMBERS (may be absent): the account's numbers, as JSON: [ { "number": "+33…", "voiceUrl": "http://…", "smsUrl": "http://…", "statusCallback": "http://…" } ].`;

function limit(
	name: 'callsPerSecond' | 'maximumCalls',
	text: string | undefined
): Partial< PhoneLabOptions > {
	const value = Number( text ?? 0 );
	if ( ! Number.isInteger( value ) || value < 0 ) {
		throw new Error(
			'--calls-per-second and --maximum-calls are whole numbers; 0 is no limit.'
		);
	}
	return text === undefined ? {} : { [ name ]: value };
}

function voiceRate( text: string ): number {
	const rate = Number( text );
	if ( ! ( rate >= 1 && rate <= 10 ) ) {
		throw new Error(
			'--voice-rate says how many times as fast as people the voices speak: from 1 to 10.'
		);
	}
	return rate;
}

function incomingNumbers( text: string ): IncomingNumber[] {
	try {
		return z.array( incomingNumberSchema ).parse( JSON.parse( text ) );
	} catch {
		throw new Error( 'PHONE_LAB_NUMBERS is a JSON list of numbers.' );
	}
}

async function main(): Promise< void > {
	const { values } = parseArgs( {
		options: {
			port: { type: 'string', default: '8802' },
			host: { type: 'string', default: '127.0.0.1' },
			data: { type: 'string' },
			seed: { type: 'string', default: '1' },
			'calls-per-second': { type: 'string' },
			'maximum-calls': { type: 'string' },
			'voice-rate': { type: 'string', default: '1' },
			help: { type: 'boolean', default: false },
		},
	} );
	if ( values.help ) {
		process.stdout.write( `${ usage }\n` );
		return;
	}
	const port = Number( values.port );
	const seed = Number( values.seed );
	if (
		! Number.isInteger( port ) ||
		port < 0 ||
		port > 65_535 ||
		! Number.isInteger( seed )
	) {
		throw new Error(
			'--port is a number from 0 to 65535, --seed a whole number.'
		);
	}
	const {
		TWILIO_ACCOUNT_SID: accountSid,
		TWILIO_AUTH_TOKEN: authToken,
		PHONE_LAB_APPLICATION_URL: applicationUrl,
		PHONE_LAB_NUMBERS: numbers,
	} = process.env;
	if ( ! accountSid || ! authToken ) {
		throw new Error(
			'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to what the application will sign in with; any values do.'
		);
	}
	const lab = await startPhoneLab( {
		port,
		host: values.host,
		accountSid,
		authToken,
		seed,
		voiceRate: voiceRate( values[ 'voice-rate' ] ),
		...limit( 'callsPerSecond', values[ 'calls-per-second' ] ),
		...limit( 'maximumCalls', values[ 'maximum-calls' ] ),
		...( numbers && { incomingNumbers: incomingNumbers( numbers ) } ),
		...( applicationUrl && { applicationUrl } ),
		...( values.data !== undefined && { dataFile: values.data } ),
	} );
	process.stdout.write( `Phone lab: ${ lab.url }\n` );
	let closing = false;
	const stop = () => {
		if ( ! closing ) {
			closing = true;
			void lab.close().then( () => process.exit( 0 ) );
		}
	};
	process.on( 'SIGINT', stop );
	process.on( 'SIGTERM', stop );
}

main().catch( ( error: unknown ) => {
	process.stderr.write(
		`Phone lab: ${ error instanceof Error ? error.message : String( error ) }\n${ usage }\n`
	);
	process.exitCode = 1;
} );
