import { afterEach, expect, it, jest } from '@jest/globals';
import type { Supervise, Supervision } from '@rappel/contract';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { client, company, WholeCall } from '../telephony/testing/whole-call.js';

jest.setTimeout( 60_000 );

const supervisor = '+33140000009';

onEachDatabase( 'a supervisor over the phone lab', ( open, place ) => {
	let call: WholeCall;
	afterEach( () => call.stop() );

	const talk = async () => {
		call = await WholeCall.start( open(), place().url );
		await call.agent.put( '/v1/agents/9', {
			name: 'Chef',
			number: supervisor,
		} );
		await call.submit();
		await call.answer( company );
		await call.answer( client );
		return ( await call.is( 'talking' ) ).id;
	};
	const supervise = async ( id: string, mode: Supervise[ 'mode' ] ) =>
		(
			await call.agent.post(
				`/v1/callback-requests/${ id }/supervision`,
				{
					mode,
					by: { userId: 9, supervises: true },
				}
			)
		).body as Supervision;
	/** Whom each hears, by their numbers. */
	const hears = async () => {
		const { phones } = ( await call.labState() ) as unknown as {
			phones: Array< { number: string; with: string[] } >;
		};
		const of = ( number: string ) =>
			phones.find( ( phone ) => phone.number === number )?.with ?? [];
		return {
			company: of( company ).toSorted(),
			client: of( client ).toSorted(),
			supervisor: of( supervisor ).toSorted(),
		};
	};
	const are = ( wanted: Awaited< ReturnType< typeof hears > > ) =>
		call.until( `they hear ${ JSON.stringify( wanted ) }`, async () => {
			const now = await hears();
			return JSON.stringify( now ) === JSON.stringify( wanted );
		} );
	/** The service knows that they are in the call. */
	const isThere = ( id: string, mode: Supervise[ 'mode' ] ) =>
		call.until( 'they are there', async () => {
			const { state } = await supervise( id, mode );
			return state === 'in_call';
		} );
	const both = [ company, client ].toSorted();

	it( 'listens unheard, whispers to the agent alone, joins in, and goes with the talk [R12] [N13]', async () => {
		const id = await talk();

		expect( await supervise( id, 'listen' ) ).toMatchObject( {
			state: 'calling',
		} );
		await call.answer( supervisor );
		await are( {
			company: [ client ],
			client: [ company ],
			supervisor: both,
		} );
		await isThere( id, 'listen' );

		await supervise( id, 'whisper' );
		await are( {
			company: [ client, supervisor ].toSorted(),
			client: [ company ],
			supervisor: both,
		} );

		await supervise( id, 'join' );
		await are( {
			company: [ client, supervisor ].toSorted(),
			client: [ company, supervisor ].toSorted(),
			supervisor: both,
		} );

		await call.act( client, 'hangup' );
		const { timeline } = await call.ended( 'done' );
		expect(
			timeline
				.filter( ( { type } ) => type === 'supervised' )
				.map( ( { agentName, detail } ) => [ agentName, detail ] )
		).toEqual( [
			[ 'Chef', 'listen' ],
			[ 'Chef', 'whisper' ],
			[ 'Chef', 'join' ],
		] );
		await call.until( 'no call lives', async () =>
			( await call.labState() ).calls.every(
				( { status } ) => status === 'completed'
			)
		);
	} );

	it( 'hangs up without the two noticing, and rings no more once they have hung up [R12]', async () => {
		const id = await talk();
		await supervise( id, 'join' );
		await call.answer( supervisor );
		await are( {
			company: [ client, supervisor ].toSorted(),
			client: [ company, supervisor ].toSorted(),
			supervisor: both,
		} );
		await isThere( id, 'join' );
		await call.act( supervisor, 'hangup' );
		await are( {
			company: [ client ],
			client: [ company ],
			supervisor: [],
		} );
		expect( ( await call.detail() ).state ).toBe( 'talking' );

		await call.until( 'they may be called again', async () => {
			const { state } = await supervise( id, 'listen' );
			return state === 'calling';
		} );
		await call.rings( supervisor );
		await call.act( company, 'hangup' );
		await call.ended( 'done' );
		await call.until( 'the supervisor’s phone is quiet', async () =>
			( await call.labState() ).calls.every( ( { status } ) =>
				[ 'completed', 'canceled', 'no-answer' ].includes( status )
			)
		);
	} );
} );
