import { beforeEach, expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { ServiceUnderTest } from './testing/service-under-test.js';

const closed = { always: false, weekly: [] };
const once = { client: { attempts: 1 } };

onEachDatabase( 'somebody who rings the number back', ( open ) => {
	let service: ServiceUnderTest;
	const start = async ( settings = {} ) => {
		service = await ServiceUnderTest.start( open(), settings );
	};
	/** The client was called, and did not answer. */
	const miss = async () => {
		const { status } = await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'no_answer' );
		await service.tell( 'company', 'completed' );
		return status.key;
	};
	beforeEach( () => start() );

	it( 'is matched to the request that waits for its next try, and joined with the company [R20]', async () => {
		const key = await miss();
		expect( await service.status( key ) ).toMatchObject( {
			state: 'scheduled',
		} );
		expect( await service.ringIn() ).toMatchObject( {
			type: 'wait_in_room',
		} );
		await service.room( 'client', 'entered' );
		expect( service.called().at( -1 ) ).toBe( '+33123456789' );
		service.now = new Date( service.now.getTime() + 3_000 );
		expect( await service.answer( 'company' ) ).toMatchObject( {
			type: 'join_room',
		} );
		await service.room( 'company', 'entered' );
		expect( await service.status( key ) ).toMatchObject( {
			state: 'talking',
		} );
		const detail = await service.detail();
		expect( detail.timeline.map( ( entry ) => entry.type ) ).toContain(
			'rang_back'
		);
		expect( detail.attemptsMade.at( -1 )?.legs ).toContainEqual(
			expect.objectContaining( { party: 'client', incoming: true } )
		);
	} );

	it( 'begins a new request where the latest one is over, and is not dialled themselves [R20]', async () => {
		await start( { retries: once } );
		const key = await miss();
		expect( await service.status( key ) ).toMatchObject( { final: true } );
		const dialled = service.telephony.sent;
		expect( await service.ringIn() ).toMatchObject( {
			type: 'wait_in_room',
		} );
		expect( service.telephony.sent ).toBe( dialled + 1 );
		const { requests } = await service.callbacks.listRequests(
			service.site.id,
			{ limit: 5 }
		);
		expect( requests ).toHaveLength( 2 );
		expect( requests[ 0 ] ).toMatchObject( { state: 'calling_company' } );
	} );

	it( 'hears the same when the network asks twice [N01]', async () => {
		await miss();
		const first = await service.ringIn();
		const { callSid } = service.callTo( 'client' );
		const again = await service.callbacks.callEvents.rangIn( {
			callSid,
			from: '+33612345678',
			to: '+33123456700',
		} );
		expect( again ).toEqual( first );
	} );

	it( 'waits on the line for a place on the channel, and is joined once one is free [S19] [R20]', async () => {
		await start( { queue: { simultaneousCalls: false }, retries: once } );
		await miss();
		await service.submit( { number: '0612345671' } );
		await service.jobs.run();
		const other = service.callTo( 'company' );
		expect( await service.ringIn() ).toMatchObject( {
			type: 'wait_in_room',
		} );
		const dialled = service.telephony.sent;
		await service.pass( 20 );
		expect( service.telephony.sent ).toBe( dialled );
		await service.tellCall( other, 'busy' );
		await service.pass( 10 );
		expect( service.telephony.sent ).toBe( dialled + 1 );
	} );

	it( 'hears a sentence outside of the hours, and no request begins [R20]', async () => {
		await miss();
		await service.saveSettings( { openingHours: closed } );
		expect( await service.ringIn() ).toMatchObject( {
			type: 'say_and_hang_up',
		} );
	} );

	it( 'may leave a message outside of the hours where the channel says so [R20] [R14]', async () => {
		await start( { retries: once, ringBack: { otherwise: 'voicemail' } } );
		await miss();
		await service.saveSettings( { openingHours: closed } );
		expect( await service.ringIn() ).toMatchObject( {
			type: 'take_voicemail',
		} );
		await service.leaveMessage( 'client', 9 );
		expect( service.after ).toContainEqual( [
			'recorded',
			expect.objectContaining( { kind: 'voicemail', seconds: 9 } ),
		] );
		expect( await service.detail() ).toMatchObject( { state: 'done' } );
	} );

	it.each( [
		[ 'a stranger', { from: '+33699999999' }, {} ],
		[ 'another number of ours', { to: '+33199999999' }, {} ],
		[
			'a channel that takes no calls back',
			{},
			{ ringBack: { enabled: false } },
		],
	] )( 'is not answered: %s', async ( _who, call, settings ) => {
		await miss();
		await service.saveSettings( settings );
		expect( await service.ringIn( call ) ).toEqual( { type: 'refuse' } );
	} );

	it( 'is not answered while their own phone is being rung [N01]', async () => {
		await service.submit();
		await service.jobs.run();
		await service.answer( 'company' );
		await service.tell( 'client', 'ringing' );
		expect( await service.ringIn() ).toEqual( { type: 'refuse' } );
	} );
} );
