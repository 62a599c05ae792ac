import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type {
	ChannelSettingsInput,
	RequestAction,
	Viewer,
} from '@rappel/contract';
import { at, booked, start } from '../bookings/testing/bookings-under-test.js';
import { openDatabase, type Database } from '../persistence/database.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { KillPointName } from './kill-point.js';
import { ProcessDied, ServiceUnderTest } from './testing/service-under-test.js';

const supervisor: Viewer = { userId: 90, supervises: true };
const agent = ( userId: number ): Viewer => ( { userId, supervises: false } );

/** A team that waits for whoever is called by name. */
const team: Partial< ChannelSettingsInput > = {
	calls: {
		routing: 'team',
		checkAvailability: true,
		destinationNumber: '+33140000000',
	},
	team: [
		{ userId: 1, priority: 1 },
		{ userId: 2, priority: 1 },
	],
	fallback: { type: 'try_again', tryAgainMinutes: 10, tryAgainTimes: 3 },
};

async function act(
	service: ServiceUnderTest,
	action: RequestAction,
	{ by = supervisor, ids }: { by?: Viewer; ids?: string[] } = {}
) {
	const requestIds = ids ?? [ await service.requestId() ];
	const acted = await service.callbacks.actOnRequests( service.site, {
		requestIds,
		action,
		by,
	} );
	await service.jobs.run();
	return acted;
}

async function problem(
	...given: Parameters< typeof act >
): Promise< string | undefined > {
	const [ first ] = await act( ...given );
	return first?.refusal?.code;
}

async function requestsOf( service: ServiceUnderTest ) {
	const { requests } = await service.callbacks.listRequests(
		service.site.id,
		{ limit: 100 }
	);
	return requests;
}

const types = (
	detail: Awaited< ReturnType< ServiceUnderTest[ 'detail' ] > >
) => detail.timeline.map( ( { type } ) => type );

onEachDatabase(
	'what somebody of the company does with a request',
	( open, place ) => {
		let service: ServiceUnderTest;
		/** As another process has it; of SQLite's file there is one process only. */
		let other: Database | undefined;
		beforeAll( async () => {
			if ( open().dialect === 'mysql' ) {
				other = await openDatabase( { url: place().url } );
			}
		} );
		afterAll( () => other?.close() );
		beforeEach( async () => {
			service = await ServiceUnderTest.start( open(), team );
			await service.agent( 1, 'offline' );
			await service.agent( 2, 'offline' );
			await service.agent( 90, 'offline' );
		} );

		/** Nobody is there: it is tried again in ten minutes. */
		const waits = async ( number = '0612345678' ) => {
			await service.submit( { number } );
			await service.jobs.run();
		};

		it( 'calls now who waits for a time, and says who wanted it [R11]', async () => {
			await waits();
			await service.presence( 1, 'online' );
			const [ acted ] = await act( service, { action: 'call_now' } );
			expect( acted ).toMatchObject( {
				refusal: null,
				newRequestId: null,
				request: { state: 'queued' },
			} );
			expect( ( await service.detail() ).timeline ).toContainEqual(
				expect.objectContaining( {
					type: 'called_now',
					agentName: 'Agent 90',
				} )
			);
			expect( await problem( service, { action: 'call_now' } ) ).toBe(
				'request_not_changeable'
			);
		} );

		it( 'rings the one who takes it, and waits for them alone [R05] [R11]', async () => {
			await waits();
			await service.presence( 1, 'online' );
			await act( service, { action: 'take' }, { by: agent( 2 ) } );
			expect( service.called() ).toEqual( [] );
			expect( await service.detail() ).toMatchObject( {
				state: 'queued',
				heldBackBy: 'owner_away',
				ownerUserId: 2,
			} );
			const number = await service.agent( 2 );
			await service.callbacks.queueMayMove( service.site.id );
			await service.jobs.run();
			expect( service.called() ).toEqual( [ number ] );
		} );

		it( 'is assigned by who supervises, to somebody who can be called [R05] [R11]', async () => {
			await waits();
			const assign = ( userId: number | null ) =>
				( { action: 'assign', userId } ) as const;
			expect(
				await problem( service, assign( 2 ), { by: agent( 1 ) } )
			).toBe( 'not_yours' );
			expect( await problem( service, assign( 55 ) ) ).toBe(
				'agent_not_found'
			);
			await act( service, assign( 2 ) );
			expect(
				( await service.detail() ).timeline.at( -1 )
			).toMatchObject( {
				type: 'assigned',
				agentName: 'Agent 90',
				detail: 'Agent 2',
			} );
			// It is a colleague's now.
			for ( const action of [ 'call_now', 'take', 'cancel' ] as const ) {
				expect(
					await problem( service, { action }, { by: agent( 1 ) } )
				).toBe( 'not_yours' );
			}
			await act( service, assign( null ) );
			expect(
				await problem( service, { action: 'take' }, { by: agent( 1 ) } )
			).toBe( undefined );
		} );

		it( 'is called at the time that the company chooses, outside the hours too [R11]', async () => {
			await waits();
			const dueAt = '2026-11-24T22:30:00.000Z';
			expect(
				await problem( service, {
					action: 'reschedule',
					dueAt: '2026-11-24T09:00:00.000Z',
				} )
			).toBe( 'time_not_possible' );
			expect(
				await problem( service, {
					action: 'reschedule',
					dueAt: '2028-01-01T09:00:00.000Z',
				} )
			).toBe( 'time_not_possible' );
			await act( service, { action: 'reschedule', dueAt } );
			expect( await service.detail() ).toMatchObject( {
				state: 'scheduled',
				dueAt,
				bookedFor: null,
			} );
			service.now = new Date( '2026-11-24T22:00:00.000Z' );
			const number = await service.agent( 1 );
			service.now = new Date( dueAt );
			await service.jobs.run();
			expect( service.called() ).toEqual( [ number ] );
		} );

		it( 'says what came of it, and takes it off what was missed [R11]', async () => {
			await waits();
			await act( service, {
				action: 'handled',
				outcome: 'solved',
				note: 'By e-mail.',
			} );
			expect( await service.detail() ).toMatchObject( {
				state: 'cancelled',
				outcome: 'solved',
				outcomeNote: 'By e-mail.',
			} );
			expect( types( await service.detail() ) ).toEqual(
				expect.arrayContaining( [ 'handled', 'cancelled' ] )
			);
		} );

		it( 'does what can be done of many, and says of each what cannot', async () => {
			await waits( '0612345671' );
			await waits( '0612345672' );
			const ids = ( await requestsOf( service ) ).map( ( { id } ) => id );
			const unknown = randomUUID();
			const acted = await act(
				service,
				{ action: 'cancel' },
				{ ids: [ ...ids, unknown ] }
			);
			expect(
				acted.map( ( { requestId, request, refusal } ) => [
					requestId,
					request?.state ?? refusal?.code,
				] )
			).toEqual( [
				...ids.map( ( id ) => [ id, 'cancelled' ] ),
				[ unknown, 'request_not_found' ],
			] );
		} );

		it( 'is not found by another site', async () => {
			await waits();
			const id = await service.requestId();
			const elsewhere = await ServiceUnderTest.start( open() );
			expect(
				await problem(
					elsewhere,
					{ action: 'cancel' },
					{ ids: [ id ] }
				)
			).toBe( 'request_not_found' );
		} );

		it( 'can be cancelled while an agent is rung, and not once the client is [R11]', async () => {
			const number = await service.agent( 1 );
			await waits();
			await service.tell( number, 'ringing' );
			await service.answer( number );
			expect( await problem( service, { action: 'cancel' } ) ).toBe(
				'request_not_changeable'
			);
		} );

		const over = async () => {
			await waits();
			await act( service, { action: 'cancel' } );
			service.now = new Date( service.now.getTime() + 3_600_000 );
			await service.presence( 1, 'online' );
		};

		it( 'makes a new request of one that is over, once for two clicks [N01] [R11]', async () => {
			await over();
			const old = await service.requestId();
			const again = { action: 'call_now' } as const;
			const [ first ] = await act( service, again, { ids: [ old ] } );
			const [ second ] = await act( service, again, { ids: [ old ] } );
			expect( first?.newRequestId ).toEqual( expect.any( String ) );
			expect( second?.newRequestId ).toBe( first?.newRequestId );
			expect( service.called() ).toHaveLength( 1 );
			expect( await requestsOf( service ) ).toMatchObject( [
				{ id: first?.newRequestId, state: 'calling_company' },
				{ id: old, state: 'cancelled' },
			] );
			const detail = await service.callbacks.readRequest(
				service.site.id,
				old
			);
			expect( detail.timeline.at( -1 ) ).toMatchObject( {
				type: 'called_now',
				agentName: 'Agent 90',
			} );
		} );

		it( 'makes another of it once that one is over, too', async () => {
			await over();
			const old = await service.requestId();
			const again = { action: 'call_now' } as const;
			await act( service, again, { ids: [ old ] } );
			await act( service, { action: 'cancel' } );
			service.now = new Date( service.now.getTime() + 120_000 );
			await act( service, again, { ids: [ old ] } );
			expect( await requestsOf( service ) ).toHaveLength( 3 );
		} );

		it( 'makes one of it when two instances are asked at once [N01]', async () => {
			await over();
			const old = await service.requestId();
			const there = service.onInstance( other ?? open() );
			const wanted = {
				requestIds: [ old ],
				action: { action: 'call_now' } as const,
				by: supervisor,
			};
			const acted = await Promise.all(
				[ service, there, service, there ].map( ( one ) =>
					one.callbacks.actOnRequests( service.site, wanted )
				)
			);
			expect(
				new Set(
					acted.flat().map( ( { newRequestId } ) => newRequestId )
				).size
			).toBe( 1 );
			await service.jobs.run();
			await there.jobs.run();
			expect( await requestsOf( service ) ).toHaveLength( 2 );
			expect( [ ...service.called(), ...there.called() ] ).toHaveLength(
				1
			);
		} );

		it( 'is taken by one of two who take it at once', async () => {
			await waits();
			const there = service.onInstance( other ?? open() );
			const requestIds = [ await service.requestId() ];
			const taken = await Promise.all(
				[ 1, 2 ].map( ( userId ) =>
					( userId === 1 ? service : there ).callbacks.actOnRequests(
						service.site,
						{
							requestIds,
							action: { action: 'take' },
							by: agent( userId ),
						}
					)
				)
			);
			expect(
				taken
					.flat()
					.map( ( { refusal } ) => refusal?.code ?? 'taken' )
					.toSorted()
			).toEqual( [ 'not_yours', 'taken' ] );
		} );

		it.each< KillPointName >( [
			'act:before-commit',
			'call-again:between',
			'act:after-commit',
		] )(
			'calls nobody twice when it is killed at %s [N01]',
			async ( name ) => {
				await over();
				const old = await service.requestId();
				const again = { action: 'call_now' } as const;
				service.killAt( name );
				await expect(
					act( service, again, { ids: [ old ] } )
				).rejects.toThrow( ProcessDied );
				service.restart();
				await act( service, again, { ids: [ old ] } );
				expect( await requestsOf( service ) ).toHaveLength( 2 );
				expect( service.called() ).toHaveLength( 1 );
			}
		);

		it( 'does not call a number again that was blocked, or whose country is not called any more [R18]', async () => {
			await over();
			const old = await service.requestId();
			await service.saveSettings( {
				guards: {
					...service.channel.settings.guards,
					allowedCountries: [ 'BE' ],
				},
			} );
			expect(
				await problem(
					service,
					{ action: 'call_now' },
					{ ids: [ old ] }
				)
			).toBe( 'number_country_refused' );
		} );

		it( 'blocks a number: what is open of it is cancelled, and it asks no more [R11] [R18]', async () => {
			await waits();
			const block = { action: 'block_number' } as const;
			expect( await problem( service, block, { by: agent( 1 ) } ) ).toBe(
				'not_yours'
			);
			await act( service, block );
			expect( await service.detail() ).toMatchObject( {
				state: 'cancelled',
			} );
			await expect( service.submit() ).rejects.toMatchObject( {
				code: 'number_blocked',
				field: 'number',
			} );
			const listed = await service.callbacks.listBlockedNumbers(
				service.site.id
			);
			expect( listed.numbers ).toMatchObject( [
				{ number: '+33612345678', byUserId: 90 },
			] );
			// Another site knows nothing of it.
			const elsewhere = await ServiceUnderTest.start( open() );
			await elsewhere.submit();
			await service.callbacks.unblockNumber(
				service.site.id,
				'+33612345678'
			);
			await waits();
			await expect(
				service.callbacks.unblockNumber(
					service.site.id,
					'+33612345678'
				)
			).rejects.toMatchObject( { code: 'blocked_number_not_found' } );
		} );

		it( 'cancels a request that was being made while its number was blocked [R18]', async () => {
			await waits();
			await act( service, { action: 'block_number' } );
			// As one whose transaction began before.
			await service.callbacks.unblockNumber(
				service.site.id,
				'+33612345678'
			);
			await waits();
			const [ newest ] = await requestsOf( service );
			await open().bound.write(
				'INSERT INTO blocked_numbers ( site_id, number, blocked_at ) VALUES ( $1, $2, $3 )',
				[ service.site.id, '+33612345678', '2026-11-24 10:00:00.000' ]
			);
			await service.pass( 35 );
			const [ now ] = await requestsOf( service );
			expect( [ newest?.state, now?.state ] ).toEqual( [
				'scheduled',
				'cancelled',
			] );
		} );
	}
);

onEachDatabase( 'a booking that the company', ( open ) => {
	const heldPlaces = async () => {
		const [ row ] = await open().bound.select< { held: number } >(
			'SELECT COUNT(*) AS held FROM booking_places',
			[]
		);
		return Number( row?.held );
	};

	it( 'moves gives its places back, and its client is told [R11]', async () => {
		const service = await start( open() );
		await booked( service );
		expect( await heldPlaces() ).toBeGreaterThan( 0 );
		service.told.length = 0;
		const dueAt = at( 24 * 60 + 7 );
		await act( service, { action: 'reschedule', dueAt } );
		expect( await heldPlaces() ).toBe( 0 );
		expect( await service.detail() ).toMatchObject( {
			state: 'scheduled',
			dueAt,
			bookedFor: dueAt,
		} );
		expect( service.told ).toMatchObject( [
			[ 'moved', { startsAt: new Date( dueAt ) } ],
		] );
	} );

	it( 'has called before its time gives its places back [R11]', async () => {
		const service = await start( open() );
		await booked( service );
		await act( service, { action: 'call_now' } );
		expect( await heldPlaces() ).toBe( 0 );
		expect( service.called() ).toHaveLength( 1 );
	} );
} );
