import { expect, test } from '@playwright/test';
import type { RequestSummary } from '@rappel/contract';
import {
	type KillPointName,
	killPoints,
} from '../../service/src/callbacks/kill-point.js';
import { eventually } from '../support/eventually.js';
import { fictionalNumber, ServiceClient } from '../support/service-client.js';
import {
	companyNumber,
	type PhoneSide,
	startPhoneSide,
} from '../support/stack.js';

/**
 * The service is killed with SIGKILL at each step of a call, started again, and the call is gone on with. Whatever the
 * step: never two calls for one leg, no request lost, none left hanging.
 */
const client = fictionalNumber( 7 );

/** Later passages of a point: the second dialling is the client's, later webhooks belong to later stages of the call. */
const passages: Partial< Record< KillPointName, number[] > > = {
	'dial:before-intent': [ 1, 2 ],
	'dial:after-intent': [ 1, 2 ],
	'dial:after-send': [ 1, 2 ],
	'dial:after-record': [ 1, 2 ],
	'webhook:voice:before-commit': [ 1, 2 ],
	'webhook:voice:after-commit': [ 1, 2 ],
	'webhook:status:before-commit': [ 1, 2, 3, 4 ],
	'webhook:status:after-commit': [ 1, 2, 3, 4 ],
	'webhook:conference:before-commit': [ 1, 2, 3 ],
	'webhook:conference:after-commit': [ 1, 2, 3 ],
	'webhook:after_room:before-commit': [ 1 ],
	'webhook:after_room:after-commit': [ 1 ],
};

let side: PhoneSide;
let wordpress: ServiceClient;
let channelId: string;

test.beforeEach( async () => {
	side = await startPhoneSide();
	const code = await side.pairingCode();
	await side.startService();
	wordpress = await ServiceClient.pair( side.serviceUrl, code );
	const channel = await wordpress.createChannel( {
		name: 'Switchboard',
		openingHours: { always: true },
		calls: { destinationNumber: companyNumber },
	} );
	channelId = channel.id;
	await side.service.end();
} );

test.afterEach( async () => {
	await side.stop();
} );

for ( const point of killPoints ) {
	for ( const passage of passages[ point ] ?? [ 1 ] ) {
		test( `killed at ${ point }, passage ${ passage } [N01, N12]`, async () => {
			await side.startService( {
				RAPPEL_KILL_AT: `${ point }#${ passage }`,
			} );
			const request = wordpress.request( channelId, client );

			let back = false;
			const goesOn = side.service
				.gone()
				.then( () => side.startService() )
				.then( () => ( back = true ) );
			await send( request );
			// Ending a call, redirecting or asking for one happens only where the two do not meet.
			const clientAnswers = ! point.startsWith( 'effect:' );
			const end = await carryOn( String( request.key ), clientAnswers );
			await eventually(
				'the service was killed, and is back',
				() => back
			);
			await goesOn;

			const toCompany = await side.phones.callsTo( companyNumber );
			const toClient = await side.phones.callsTo( client );
			expect(
				toCompany.length,
				'calls to the company'
			).toBeLessThanOrEqual( 1 );
			expect(
				toClient.length,
				'calls to the client'
			).toBeLessThanOrEqual( 1 );
			expect( ( await wordpress.requests() ).requests ).toHaveLength( 1 );
			expect( end.state, 'the request is over' ).toMatch(
				/^(done|failed)$/
			);
			expect(
				( await side.phones.state() ).calls.every( ( { status } ) =>
					isOver( status )
				)
			).toBe( true );
		} );
	}
}

/** Sends as WordPress does: the same request, with the same key, again until it is answered (N16). */
async function send( request: Record< string, unknown > ): Promise< void > {
	await eventually(
		'the request is taken',
		async () => {
			const { status } = await wordpress.call(
				'POST',
				'/v1/callback-requests',
				request
			);
			return status === 201 || status === 200;
		},
		30
	);
}

/** Answers whatever rings (the client may refuse), hangs up once both have talked, and waits for the request's end. */
async function carryOn(
	key: string,
	clientAnswers: boolean
): Promise< RequestSummary > {
	return eventually(
		'the request ends',
		async () => {
			const { phones: all, calls } = await side.phones.state();
			for ( const phone of all.filter(
				( { state } ) => state === 'ringing'
			) ) {
				const lifts = phone.number !== client || clientAnswers;
				// It may have stopped ringing since it was seen.
				await side.phones[ lifts ? 'answer' : 'refuse' ](
					phone.number
				).catch( () => undefined );
			}
			const talking = all.find(
				( phone ) => phone.number === client && phone.with.length > 0
			);
			if ( talking ) {
				await side.phones.hangUp( client ).catch( () => undefined );
			}
			const { requests } = await wordpress.requests();
			const [ request ] = requests;
			return request &&
				request.endedAt !== null &&
				calls.every( ( { status } ) => isOver( status ) )
				? request
				: null;
		},
		160
	).catch( async ( error: Error ) => {
		throw new Error(
			`${ error.message }\n${ JSON.stringify( await wordpress.status( key ).catch( String ) ) }\n${ side.service.log.slice( -4_000 ) }`
		);
	} );
}

function isOver( status: string ): boolean {
	return [ 'completed', 'busy', 'no-answer', 'failed', 'canceled' ].includes(
		status
	);
}
