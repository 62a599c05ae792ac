import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { untilReady } from '../../../scripts/start/until-ready.js';
import { repository } from '../../../scripts/wordpress/paths.js';
import {
	findMariadbd,
	type MariadbServer,
	startMariadb,
} from '../../../service/src/persistence/testing/mariadb-server.js';
import { freePorts } from '../../support/free-ports.js';
import { NodeProcess } from '../../support/node-process.js';
import { ServiceClient } from '../../support/service-client.js';
import { SharedClock } from '../../support/shared-clock.js';
import { callerId } from '../../support/stack.js';
import { startBalancer } from './balancer.js';
import { Instance } from './instance.js';
import { LabPeople } from './lab-people.js';
import { Rows } from './rows.js';

export interface World {
	clock: SharedClock;
	mariadb: MariadbServer;
	rows: Rows;
	people: LabPeople;
	instances: Instance[];
	wordpress: ServiceClient;
	/** The end of what the service's processes printed. */
	log: () => string;
	end: () => Promise< void >;
}

export interface WorldOptions {
	instances: number;
	/** The guard that is off; see service/src/callbacks/sabotage.ts. */
	sabotage?: string;
	killAt: ( instance: number ) => string;
	/** Added to the service's environment. */
	environment?: Record< string, string >;
}

const account = {
	TWILIO_ACCOUNT_SID: `AC${ '1'.repeat( 32 ) }`,
	TWILIO_AUTH_TOKEN: '2'.repeat( 32 ),
};

/**
 * Several processes of the service behind one address, on one real MariaDB, with one phone lab; all of them on one clock
 * that a run moves on.
 */
export async function startWorld( options: WorldOptions ): Promise< World > {
	const mariadbd = findMariadbd();
	if ( ! mariadbd ) {
		throw new Error(
			'Several instances need a real MariaDB. On Debian or Ubuntu: apt-get install mariadb-server'
		);
	}
	const directory = await mkdtemp(
		join( existsSync( '/dev/shm' ) ? '/dev/shm' : tmpdir(), 'rappel-f-' )
	);
	const clock = new SharedClock( join( directory, 'clock' ) );
	const mariadb = await startMariadb( mariadbd, { survivesKills: true } );
	const rows = await Rows.create( mariadb.url );
	const [ publicPort, labPort, ...ports ] = ( await freePorts(
		2 + options.instances
	) ) as [ number, number, ...number[] ];
	const instances: Instance[] = [];
	const balancer = await startBalancer( publicPort, () =>
		instances.filter( ( one ) => ! one.stopped ).map( ( one ) => one.port )
	);
	const labUrl = `http://127.0.0.1:${ labPort }`;
	const lab = new NodeProcess(
		join( repository, 'phone-lab', 'dist', 'main.js' ),
		[ '--port', String( labPort ) ],
		{
			...account,
			...clock.environment,
			// Who rings the number that called is answered by the service.
			PHONE_LAB_NUMBERS: JSON.stringify( [
				{
					number: callerId,
					voiceUrl: `${ balancer.url }/twilio/incoming`,
					statusCallback: `${ balancer.url }/twilio/incoming/status`,
					smsUrl: `${ balancer.url }/twilio/sms`,
				},
			] ),
		}
	);
	lab.start();
	const environment = {
		...account,
		HOST: '127.0.0.1',
		DATABASE_URL: rows.url,
		PUBLIC_BASE_URL: balancer.url,
		TWILIO_BASE_URL: labUrl,
		TWILIO_CALLER_ID: callerId,
		CALLS_PER_SECOND: '0',
		LOG_LEVEL: 'warn',
		...options.environment,
	};
	const end = async () => {
		await Promise.all( instances.map( ( one ) => one.end() ) );
		await lab.end( 'SIGKILL' );
		await balancer.close();
		await rows.close();
		await mariadb.stop();
		await rm( directory, { recursive: true, force: true } );
	};
	try {
		// It also brings the database up to date, before two processes would at the same time.
		const { stdout } = await promisify( execFile )(
			process.execPath,
			[
				join( repository, 'service', 'dist', 'main.js' ),
				'pairing-code',
			],
			{ env: { ...process.env, ...environment } }
		);
		await untilReady(
			`${ labUrl }/lab/live`,
			( { ok } ) => ok,
			120,
			`The phone lab did not start: ${ lab.log }`
		);
		for ( const [ index, port ] of ports.entries() ) {
			instances.push(
				new Instance(
					port,
					{
						...environment,
						...clock.environment,
						...( options.sabotage && {
							RAPPEL_SABOTAGE: options.sabotage,
						} ),
					},
					() => options.killAt( index )
				)
			);
		}
		const log = () => instances.map( ( one ) => one.log ).join( '\n' );
		await untilReady(
			`${ balancer.url }/readyz`,
			( { ok } ) => ok,
			120,
			`The service did not start: ${ log() }`
		).catch( ( error: unknown ) => {
			throw new Error( `${ String( error ) } ${ log() }` );
		} );
		const wordpress = await ServiceClient.pair(
			balancer.url,
			stdout.trim(),
			'https://example.org',
			() => clock.now()
		);
		return {
			clock,
			mariadb,
			rows,
			people: new LabPeople( labUrl ),
			instances,
			wordpress,
			log,
			end,
		};
	} catch ( error ) {
		await end();
		throw error;
	}
}
