import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express from 'express';
import { resumeCalls } from './calls/resume.js';
import { createLab } from './lab/create-lab.js';
import { labRoutes } from './lab/lab-routes.js';
import { liveFeed } from './lab/live-feed.js';
import { localOnly } from './lab/local-only.js';
import { pageRoutes } from './lab/page-routes.js';
import { fixedNumbers } from './phones/behaviour.js';
import { productApis, twilioApi } from './rest/twilio-api.js';
import { addNumbers } from './numbers/numbers.js';
import type { IncomingNumber } from './numbers/numbers.js';
import { emptyState, kept, upgraded } from './state/lab-state.js';
import type { LabState } from './state/lab-state.js';
import { StateFile } from './state/state-file.js';

export interface PhoneLabOptions {
	/** 0 takes any free one. */
	port: number;
	/** A loopback address only; 127.0.0.1 when absent. */
	host?: string;
	accountSid: string;
	authToken: string;
	/** Where calls are kept over a restart. Absent: in memory only. */
	dataFile?: string;
	/** Where a person begins to use the application; the page links to it from its first steps. */
	applicationUrl?: string;
	/** The account's numbers, that phones of the page can call and write to. */
	incomingNumbers?: IncomingNumber[];
	/** How many calls the account may begin in a second; the others are queued. 0, or absent: no limit. */
	callsPerSecond?: number;
	/** How many calls the account may have at once; one more is refused (10004). 0, or absent: no limit. */
	maximumCalls?: number;
	/** How many times as fast as people the network's voices speak; 1 when absent. */
	voiceRate?: number;
	/** Of the faults with a probability. */
	seed?: number;
}

export interface PhoneLab {
	url: string;
	/** Stops listening and keeps what is unfinished for the next start. */
	close: () => Promise< void >;
}

const loopback = /^(localhost|::1|127(\.\d{1,3}){3})$/;

function readState( dataFile: string | undefined, seed: number ): LabState {
	const read =
		dataFile === undefined
			? null
			: ( StateFile.read( dataFile ) as LabState | null );
	if ( read !== null && read.version !== 1 ) {
		throw new Error(
			`${ dataFile } was written by another version of the phone lab. Move it away to begin anew.`
		);
	}
	return read === null ? emptyState( seed ) : upgraded( read, seed );
}

/**
 * Starts a phone network that speaks Twilio's REST API, TwiML and webhooks, with a page of phones at `/`.
 *
 * @throws Error with a sentence when the host is not a loopback, the port is taken or the data file cannot be read
 */
export async function startPhoneLab(
	options: PhoneLabOptions
): Promise< PhoneLab > {
	const {
		host = '127.0.0.1',
		dataFile,
		seed = 1,
		voiceRate = 1,
		accountSid,
		authToken,
	} = options;
	if ( ! loopback.test( host ) ) {
		throw new Error(
			`The phone lab has no login and listens on this machine only: ${ host } is not a loopback address.`
		);
	}
	if ( ! /^AC[0-9a-fA-F]{32}$/.test( accountSid ) ) {
		throw new Error(
			'accountSid is "AC" and 32 hexadecimal digits, as at Twilio.'
		);
	}
	const state = readState( dataFile, seed );
	const { callsPerSecond, maximumCalls, incomingNumbers = [] } = options;
	state.settings = {
		callsPerSecond: callsPerSecond ?? state.settings.callsPerSecond,
		maximumCalls: maximumCalls ?? state.settings.maximumCalls,
	};
	const file = new StateFile( dataFile ?? null, () => kept( state ) );
	const stopping = new AbortController();
	let url = '';
	let changed: () => void = () => file.changed();
	const { lab, working, start } = createLab( {
		account: { accountSid, authToken },
		state,
		voiceRate,
		baseUrl: () => url,
		changed: () => changed(),
		saved: () => file.flush(),
		stopping: stopping.signal,
	} );
	addNumbers( state, incomingNumbers, lab.clock.now() );
	const feed = liveFeed( lab );
	changed = () => {
		file.changed();
		feed.changed();
	};

	const app = express();
	app.disable( 'x-powered-by' );
	app.set( 'etag', false );
	app.use( localOnly );
	app.use( '/2010-04-01', twilioApi( lab ) );
	app.use( [ '/v1', '/v2' ], productApis( lab ) );
	app.use(
		feed.router,
		pageRoutes( {
			applicationUrl: options.applicationUrl ?? null,
			accountSid,
			numbers: fixedNumbers,
		} )
	);
	app.use( '/lab', labRoutes( lab, working ) );

	const server = createServer( app );
	await new Promise< void >( ( resolve, reject ) => {
		server.once( 'error', ( error: NodeJS.ErrnoException ) =>
			reject(
				error.code === 'EADDRINUSE'
					? new Error(
							`Port ${ options.port } on ${ host } is taken. Choose another one with --port.`
						)
					: error
			)
		);
		server.listen( options.port, host, resolve );
	} );
	const { port } = server.address() as AddressInfo;
	url = `http://${ host.includes( ':' ) ? `[${ host }]` : host }:${ port }`;
	start();
	resumeCalls( lab );
	lab.webhooks.resume();

	return {
		url,
		close: async () => {
			lab.timers.stop();
			stopping.abort();
			feed.close();
			server.closeAllConnections();
			await new Promise( ( resolve ) => server.close( resolve ) );
			await file.flush();
		},
	};
}
