import { describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import {
	at,
	book,
	booked,
	plain,
	refused,
	slot,
	slotPlus,
	start,
	until,
} from './testing/bookings-under-test.js';

onEachDatabase( 'a booking', ( open ) => {
	describe( 'of a slot', () => {
		it( 'is confirmed in the visitor’s language, with their clock where it differs, its link and its entry for a calendar [S04]', async () => {
			const service = await start( open() );
			const { created, status } = await book( service, {
				timeZone: 'Europe/London',
			} );
			expect( created ).toBe( true );
			expect( status ).toMatchObject( {
				state: 'scheduled',
				dueAt: slot,
				canCancel: true,
				booking: { startsAt: slot, endsAt: at( 15 ) },
			} );
			expect( plain( status.message ) ).toContain(
				'mardi 24 novembre à 14 h, heure de Paris (13 h chez vous)'
			);
			expect( status.booking?.changeUrl ).toMatch(
				/^https:\/\/boulangerie\.example\/\?rappel_booking=[\w-]{22}$/
			);
			expect( service.told ).toMatchObject( [
				[ 'booked', { startsAt: new Date( slot ) } ],
			] );
		} );

		it( 'is told in the channel’s own words, with their places filled in', async () => {
			const service = await start( open(), {
				bookingTexts: {
					confirmation: {
						fr: '{name}, {company} vous appelle le {date} à {time}.',
						en: 'Not in this language.',
					},
				},
			} );
			const { status } = await book( service, { name: 'Ada' } );
			expect( plain( status.message ) ).toBe(
				'Ada, Boulangerie Martin vous appelle le mardi 24 novembre à 14 h.'
			);
		} );

		it( 'is the same when the same is sent twice', async () => {
			const service = await start( open() );
			const submission = service.submission( { slot } );
			const answers = await Promise.all(
				[ 1, 2 ].map( () =>
					service.callbacks.createRequest( service.site, submission )
				)
			);
			expect(
				answers.map( ( { created } ) => created ).toSorted()
			).toEqual( [ false, true ] );
			expect( answers[ 0 ]?.status.booking ).toEqual(
				answers[ 1 ]?.status.booking
			);
		} );

		it( 'that somebody else has taken is refused with the nearest free ones [N03]', async () => {
			const service = await start( open() );
			await book( service );
			const refusal = await refused( book( service ) );
			expect( refusal.code ).toBe( 'slot_taken' );
			expect(
				refusal.alternatives?.map( ( { startsAt } ) => startsAt )
			).toEqual( [ -45, -30, -15, 15, 30, 45 ].map( at ) );
			expect(
				await service.callbacks.hasLiving(
					service.site.id,
					service.channel.id
				)
			).toBe( true );
		} );

		it.each( [
			[ 'too soon [S25]', '2026-11-24T10:15:00.000Z' ],
			[ 'beyond the booking window [S26]', '2026-12-25T10:00:00.000Z' ],
			[ 'between two steps', '2026-11-24T13:05:00.000Z' ],
			[ 'in the past', '2026-11-23T13:00:00.000Z' ],
		] )( 'that is %s is not offered', async ( _why, wanted ) => {
			const service = await start( open() );
			const refusal = await refused( book( service, { slot: wanted } ) );
			expect( refusal.code ).toBe( 'slot_not_offered' );
			expect( refusal.alternatives ).toHaveLength( 6 );
		} );

		it( 'is refused where only immediate calls are taken, and an immediate one where only bookings are [S10]', async () => {
			const immediate = await start( open(), { callTypes: 'immediate' } );
			expect( ( await refused( book( immediate ) ) ).code ).toBe(
				'booking_not_offered'
			);
			const deferred = await start( open(), { callTypes: 'deferred' } );
			expect( ( await refused( deferred.submit() ) ).code ).toBe(
				'immediate_not_offered'
			);
			expect( ( await book( deferred ) ).created ).toBe( true );
		} );

		it( 'leaves its visitor free to be called at once besides, and is one an hour', async () => {
			const service = await start( open(), {
				booking: { capacity: 'number', capacityNumber: 3 },
			} );
			const number = '06 12 34 56 78';
			await book( service, { number } );
			expect( ( await service.submit( { number } ) ).created ).toBe(
				true
			);
			expect(
				( await refused( book( service, { number, slot: at( 30 ) } ) ) )
					.code
			).toBe( 'request_already_open' );
			expect(
				( await book( service, { number, slot: at( 60 ) } ) ).created
			).toBe( true );
		} );

		it( 'counts against the limits of its number and address like any other [R18]', async () => {
			const service = await start( open(), {
				guards: { requestsPerNumberPerDay: 1 },
			} );
			const number = '06 12 34 56 78';
			await book( service, { number } );
			expect(
				(
					await refused(
						book( service, { number, slot: at( 120 ) } )
					)
				).code
			).toBe( 'too_many_for_number' );
		} );
	} );

	describe( 'that WordPress kept and delivers late [N16]', () => {
		const late = { requestedAt: '2026-11-24T09:00:00.000Z' };

		it( 'is booked while its slot is offered and free', async () => {
			const service = await start( open() );
			const { status } = await book( service, late );
			expect( status.state ).toBe( 'scheduled' );
		} );

		it( 'is kept as missed with a link to another time when its slot is over or gone', async () => {
			const service = await start( open() );
			await book( service );
			for ( const wanted of [ slot, '2026-11-24T09:30:00.000Z' ] ) {
				const { created, status } = await book( service, {
					...late,
					slot: wanted,
				} );
				expect( created ).toBe( true );
				expect( status.state ).toBe( 'booking_link_sent' );
			}
			expect(
				service.after.filter(
					( [ what ] ) => what === 'bookingLinkWanted'
				)
			).toHaveLength( 2 );
			const detail = await service.detail();
			expect( detail.failureReason ).toBe( 'booking_missed' );
		} );
	} );

	it( 'whose client rings before its time is joined with the company now, and is called then all the same [R20]', async () => {
		const service = await start( open() );
		await book( service, { number: '06 12 34 56 78' } );
		expect( await service.ringIn() ).toMatchObject( {
			type: 'wait_in_room',
		} );
		const ofCompany = () =>
			service.called().filter( ( number ) => number === '+33123456789' );
		expect( ofCompany() ).toHaveLength( 1 );
		await service.tell( 'company', 'busy' );
		await until( service, slotPlus( 0 ) );
		expect( ofCompany() ).toHaveLength( 2 );
	} );

	describe( 'whose time comes', () => {
		it( 'is called within a second of it, though nobody was online when it was made', async () => {
			const service = await start( open() );
			await book( service );
			await until( service, slotPlus( -0.1 ) );
			expect( service.called() ).toEqual( [] );
			service.now = slotPlus( 1 / 60 );
			await service.jobs.run();
			expect( service.called() ).toHaveLength( 1 );
			await service.talk( 60 );
			expect( await service.detail() ).toMatchObject( {
				state: 'done',
				bookedFor: slot,
				overdue: false,
			} );
			expect(
				( await service.detail() ).timeline.map( ( { type } ) => type )
			).toEqual(
				expect.arrayContaining( [ 'booked', 'due', 'joined' ] )
			);
		} );

		it( 'is called again as any other when the client was not reached, and told in the end', async () => {
			const service = await start( open(), {
				retries: {
					client: {
						attempts: 2,
						spacingMinutes: 5,
						reasons: [ 'no_answer' ],
					},
				},
			} );
			const { reader } = await booked( service );
			await until( service, slotPlus( 0 ) );
			await service.answer( 'company' );
			await service.room( 'company', 'entered' );
			await service.tell( 'client', 'no_answer' );
			await service.tell( 'company', 'completed' );
			expect( await service.detail() ).toMatchObject( {
				state: 'scheduled',
				bookedFor: slot,
			} );
			expect(
				( await service.callbacks.readBooking( reader ) ).state
			).toBe( 'calling' );
			await service.pass( 301 );
			await service.answer( 'company' );
			await service.room( 'company', 'entered' );
			await service.tell( 'client', 'no_answer' );
			await service.tell( 'company', 'completed' );
			expect( service.told.map( ( [ what ] ) => what ) ).toEqual( [
				'booked',
				'notReached',
			] );
			expect(
				await service.callbacks.readBooking( reader )
			).toMatchObject( { state: 'over', canChange: false } );
		} );

		it( 'while nothing ran is called late, with an apology first', async () => {
			const service = await start( open(), {
				calls: {
					dialOrder: 'client_first',
					destinationNumber: '+33140000000',
				},
			} );
			await book( service );
			service.now = slotPlus( 20 );
			expect(
				(
					await service.callbacks.listRequests( service.site.id, {
						limit: 5,
					} )
				).requests
			).toMatchObject( [ { overdue: true } ] );
			service.restart();
			await service.callbacks.sweep();
			await service.jobs.run();
			const script = await service.answer( 'client' );
			expect( script ).toMatchObject( {
				type: 'wait_in_room',
				before: {
					text: expect.stringContaining( 'plus tard que prévu' ),
				},
			} );
			expect(
				( await service.detail() ).timeline.map( ( { type } ) => type )
			).toContain( 'called_late' );
		} );

		it( 'while nothing ran for too long is missed, and gets a link to a new slot', async () => {
			const service = await start( open() );
			const { reader } = await booked( service );
			service.now = slotPlus( 61 );
			service.restart();
			await service.callbacks.sweep();
			await service.jobs.run();
			expect( service.called() ).toEqual( [] );
			expect( await service.detail() ).toMatchObject( {
				state: 'failed',
				failureReason: 'booking_missed',
			} );
			expect( service.after ).toMatchObject( [
				[ 'bookingLinkWanted', { number: expect.any( String ) } ],
			] );
			expect(
				( await service.callbacks.readBooking( reader ) ).message
			).toContain( 'désolés' );
		} );
	} );
} );
