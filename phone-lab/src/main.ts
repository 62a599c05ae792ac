import { parseArgs } from 'node:util';
import { startPhoneLab } from './phone-lab.js';

const usage = `Usage: node phone-lab/dist/main.js [--port 8802] [--data FILE] [--host 127.0.0.1] [--seed 1]
Environment: TWILIO_ACCOUNT_SID ("AC" and 32 hexadecimal digits), TWILIO_AUTH_TOKEN: what the application signs in with;
PHONE_LAB_APPLICATION_URL (may be absent): where to use the application, linked from the lab's page.`;

async function main(): Promise< void > {
	const { values } = parseArgs( {
		options: {
			port: { type: 'string', default: '8802' },
			host: { type: 'string', default: '127.0.0.1' },
			data: { type: 'string' },
			seed: { type: 'string', default: '1' },
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
