import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelSettingsInput } from '@rappel/contract';
import { createAlerts } from '../alerts/alerts.js';
import { ServiceUnderTest } from '../callbacks/testing/service-under-test.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { TelephonyError } from '../telephony/telephony.js';

/** Nine in the morning of a day on which the channel can be booked. */
const slot = '2026-11-25T09:00:00.000Z';

onEachDatabase( 'numbers confirmed by a code', ( open ) => {
	let service: ServiceUnderTest;
	const start = async ( settings: Partial< ChannelSettingsInput > = {} ) => {
		service = await ServiceUnderTest.start( open(), {
			guards: { confirmNumber: 'always' },
			...settings,
		} );
	};
	beforeEach( () => start() );

	const code = () =>
		/^\d{6}/.exec(
			service.telephony.messages.at( -1 )?.text ?? ''
		)?.[ 0 ] ?? 'none';
	const wrong = () => ( code() === '000000' ? '000001' : '000000' );
	const refusal = async (
		given: Parameters< ServiceUnderTest[ 'submit' ] >[ 0 ]
	) => {
		const answer = await service.submit( given ).then(
			() => null,
			( error: unknown ) => error
		);
		return answer as {
			code: string;
			field?: string;
			retryAt?: Date;
		} | null;
	};
	const wait = ( seconds: number ) => {
		service.now = new Date( service.now.getTime() + seconds * 1_000 );
	};
	const messages = () => service.telephony.messages.length;

	describe( 'a visitor asks', () => {
		it( 'is sent a code of six digits, and nothing is kept until they type it [N06]', async () => {
			const key = randomUUID();
			expect( await refusal( { key } ) ).toMatchObject( {
				code: 'code_needed',
				field: 'code',
				retryAt: new Date( service.now.getTime() + 60_000 ),
				values: { number: '06 12 34 56 78' },
			} );
			expect( service.telephony.messages ).toEqual( [
				expect.objectContaining( {
					to: '+33612345678',
					text: expect.stringMatching(
						/^\d{6} est votre code pour .+\. Il est valable 10 minutes\.\n\n@\S+ #\d{6}$/
					),
				} ),
			] );
			expect( await service.requestId() ).toBe( '' );
			expect( await service.seatsTaken() ).toBe( 0 );
			expect( service.telephony.calls ).toHaveLength( 0 );

			const { created, status } = await service.submit( {
				key,
				code: ` ${ code().slice( 0, 3 ) } ${ code().slice( 3 ) }`,
			} );
			expect( created ).toBe( true );
			expect( status.state ).toBe( 'waiting' );
			expect( messages() ).toBe( 1 );
		} );

		it( 'keeps the code nowhere that it could be read from', async () => {
			await refusal( {} );
			const [ row ] = await open().bound.select< object >(
				'SELECT * FROM number_codes',
				[]
			);
			expect( JSON.stringify( row ) ).not.toContain( code() );
		} );

		it( 'is not sent a second code for the same form, however often it comes', async () => {
			const key = randomUUID();
			const answers = await Promise.all( [
				refusal( { key } ),
				refusal( { key } ),
				refusal( { key } ),
			] );
			expect( answers.map( ( answer ) => answer?.code ) ).toEqual(
				Array( 3 ).fill( 'code_needed' )
			);
			expect( messages() ).toBe( 1 );
		} );

		it( 'who is confirmed gets one request of two clicks', async () => {
			const key = randomUUID();
			await refusal( { key } );
			const typed = { key, code: code() };
			const answers = await Promise.all( [
				service.submit( typed ),
				service.submit( typed ),
			] );
			expect(
				answers.map( ( { created } ) => created ).toSorted()
			).toEqual( [ false, true ] );
			expect( ( await service.submit( typed ) ).created ).toBe( false );
		} );

		it( 'types it wrong five times at most, also at once [N06]', async () => {
			const key = randomUUID();
			await refusal( { key } );
			const answers = await Promise.all(
				Array.from( { length: 8 }, () =>
					refusal( { key, code: wrong() } )
				)
			);
			expect(
				answers.map( ( answer ) => answer?.code ).toSorted()
			).toEqual( [
				...Array( 4 ).fill( 'code_used_up' ),
				...Array( 4 ).fill( 'code_wrong' ),
			] );
			expect( await refusal( { key, code: code() } ) ).toMatchObject( {
				code: 'code_used_up',
				field: 'code',
			} );
		} );

		it( 'is told how many tries are left', async () => {
			const key = randomUUID();
			await refusal( { key } );
			expect( await refusal( { key, code: wrong() } ) ).toMatchObject( {
				code: 'code_wrong',
				values: { left: 4 },
			} );
		} );

		it( 'types it too late [N06]', async () => {
			const key = randomUUID();
			await refusal( { key } );
			wait( 600 );
			expect( await refusal( { key, code: code() } ) ).toMatchObject( {
				code: 'code_expired',
			} );
		} );

		it( 'gets another one after a minute, three in all, and the last one counts [N06]', async () => {
			const key = randomUUID();
			await refusal( { key } );
			const first = code();
			expect( await refusal( { key, resendCode: true } ) ).toMatchObject(
				{
					code: 'code_resend_too_soon',
					field: 'code',
				}
			);
			wait( 60 );
			expect( await refusal( { key, resendCode: true } ) ).toMatchObject(
				{
					code: 'code_needed',
				}
			);
			wait( 60 );
			const third = await refusal( { key, resendCode: true } );
			expect( third ).toMatchObject( { code: 'code_needed' } );
			expect( third?.retryAt ).toBeUndefined();
			wait( 60 );
			expect( await refusal( { key, resendCode: true } ) ).toMatchObject(
				{
					code: 'too_many_for_number',
					field: 'code',
				}
			);
			expect( messages() ).toBe( 3 );
			if ( first !== code() ) {
				expect( await refusal( { key, code: first } ) ).toMatchObject( {
					code: 'code_wrong',
				} );
			}
			expect(
				( await service.submit( { key, code: code() } ) ).created
			).toBe( true );
		} );

		it( 'who corrects the number gets a code there; that of the first number does not do', async () => {
			const key = randomUUID();
			await refusal( { key } );
			const first = code();
			const number = '06 87 65 43 21';
			expect(
				await refusal( { key, number, code: first } )
			).toMatchObject( { code: 'code_needed' } );
			expect( service.telephony.messages.at( -1 )?.to ).toBe(
				'+33687654321'
			);
			expect(
				( await service.submit( { key, number, code: code() } ) )
					.created
			).toBe( true );
		} );

		it( 'cannot use a code under another key', async () => {
			await refusal( {} );
			expect(
				await refusal( { key: randomUUID(), code: code() } )
			).toMatchObject( { code: 'code_needed' } );
		} );
	} );

	it( 'is asked for bookings alone where the owner says so, and no slot is held before [N06]', async () => {
		await start( {
			guards: { confirmNumber: 'bookings' },
			openingHours: { always: true },
		} );
		expect( ( await service.submit() ).created ).toBe( true );
		const booking = { key: randomUUID(), number: '06 87 65 43 21', slot };
		expect( await refusal( booking ) ).toMatchObject( {
			code: 'code_needed',
		} );
		const others = { number: '06 98 76 54 32', slot, kept: true };
		expect( ( await service.submit( others ) ).created ).toBe( true );
		// Somebody was quicker; the code is as good for another time.
		expect( await refusal( { ...booking, code: code() } ) ).toMatchObject( {
			code: 'slot_taken',
		} );
		const { status } = await service.submit( {
			...booking,
			code: code(),
			slot: '2026-11-25T10:00:00.000Z',
		} );
		expect( status.booking?.startsAt ).toBe( '2026-11-25T10:00:00.000Z' );
		expect( messages() ).toBe( 1 );
	} );

	it( 'is not asked for what would be refused all the same', async () => {
		await start( {
			guards: { confirmNumber: 'always' },
			openingHours: { always: false, weekly: [] },
		} );
		expect( await refusal( {} ) ).toMatchObject( {
			code: 'channel_closed',
		} );
		expect( messages() ).toBe( 0 );
	} );

	it( 'is not asked of a request that WordPress had to keep [N16]', async () => {
		expect( ( await service.submit( { kept: true } ) ).created ).toBe(
			true
		);
		expect( messages() ).toBe( 0 );
	} );

	describe( 'a number that gets no SMS is refused, with a sentence that says so', () => {
		it( 'of a landline [N06]', async () => {
			expect(
				await refusal( { number: '01 45 67 89 01' } )
			).toMatchObject( {
				code: 'number_type_refused',
				field: 'number',
				text: 'problem.number_type_refused.no_mobile',
			} );
			expect( messages() ).toBe( 0 );
		} );

		it.each( [
			// https://www.twilio.com/docs/api/errors/21614 and …/21610
			[ '21614', 'no_mobile' ],
			[ '21610', 'no_text_messages' ],
		] )( 'as the network says by %s', async ( network, sentence ) => {
			service.telephony.fail(
				new TelephonyError( 'permanent', network, 'refused' )
			);
			const expected = {
				code: 'number_type_refused',
				text: `problem.number_type_refused.${ sentence }`,
			};
			expect( await refusal( {} ) ).toMatchObject( expected );
			// It is remembered.
			expect( await refusal( {} ) ).toMatchObject( expected );
		} );

		it( 'as the network says afterwards', async () => {
			const key = randomUUID();
			await refusal( { key } );
			await service.numberCodes.messageChanged( {
				messageId: service.telephony.messages[ 0 ]?.messageId ?? '',
				status: 'undelivered',
				code: '30006',
				failure: { kind: 'permanent', numberInvalid: false },
			} );
			wait( 60 );
			expect( await refusal( { key, resendCode: true } ) ).toMatchObject(
				{
					code: 'number_type_refused',
				}
			);
		} );
	} );

	describe( 'the network', () => {
		it( 'does not take the SMS: the visitor is told, the owner too, and the next try is the first', async () => {
			const key = randomUUID();
			service.telephony.fail(
				new TelephonyError( 'settings', '20003', 'refused' )
			);
			expect( await refusal( { key } ) ).toMatchObject( {
				code: 'code_not_sent',
			} );
			const alerts = createAlerts( open(), { clock: service.clock } );
			expect( await alerts.list( service.site.id ) ).toMatchObject( [
				{ code: 'text_messages_refused', detail: '20003' },
			] );
			expect( await refusal( { key } ) ).toMatchObject( {
				code: 'code_needed',
			} );
			expect( await alerts.list( service.site.id ) ).toEqual( [] );
		} );

		it( 'may have taken it: the code that came does', async () => {
			const key = randomUUID();
			service.telephony.fail(
				new TelephonyError( 'unknown', 'timeout', 'no answer' ),
				true
			);
			expect( await refusal( { key } ) ).toMatchObject( {
				code: 'code_needed',
			} );
			expect(
				( await service.submit( { key, code: code() } ) ).created
			).toBe( true );
		} );
	} );

	describe( 'codes are counted like requests [R18]', () => {
		it( 'by number', async () => {
			await start( {
				guards: {
					confirmNumber: 'always',
					requestsPerNumberPerDay: 2,
				},
			} );
			await refusal( {} );
			await refusal( {} );
			expect( await refusal( {} ) ).toMatchObject( {
				code: 'too_many_for_number',
				field: 'number',
			} );
			expect( messages() ).toBe( 2 );
		} );

		it( 'by address', async () => {
			await start( {
				guards: {
					confirmNumber: 'always',
					requestsPerAddressPerHour: 1,
				},
			} );
			await refusal( {} );
			expect(
				await refusal( { number: '06 87 65 43 21' } )
			).toMatchObject( { code: 'too_many_for_address' } );
		} );
	} );

	it( 'is forgotten after an hour', async () => {
		await refusal( {} );
		const left = async () =>
			( await open().bound.select( 'SELECT 1 FROM number_codes', [] ) )
				.length;
		wait( 3_599 );
		await service.numberCodes.sweep( service.now );
		expect( await left() ).toBe( 1 );
		wait( 2 );
		await service.numberCodes.sweep( service.now );
		expect( await left() ).toBe( 0 );
	} );
} );
