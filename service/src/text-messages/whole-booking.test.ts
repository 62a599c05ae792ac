import { afterEach, expect, it, jest } from '@jest/globals';
import type { ChannelSettingsInput, Slots } from '@rappel/contract';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { client, WholeCall } from '../telephony/testing/whole-call.js';

jest.setTimeout( 60_000 );

/** Of a block that nobody has, where messages come back with 30005. */
const outOfService = '+12025550135';

onEachDatabase( 'text messages over the phone lab', ( open, place ) => {
	let call: WholeCall;

	const start = async ( settings: Partial< ChannelSettingsInput > = {} ) => {
		call = await WholeCall.start( open(), place().url, settings );
	};
	afterEach( () => call.stop() );

	/** The earliest that is free. */
	const book = async ( number: string = client ) => {
		const answer = await call.agent.get(
			`/v1/channels/${ call.channel.id }/slots`
		);
		const { days } = answer.body as Slots;
		return call.submit( {
			number,
			slot: days[ 0 ]?.slots[ 0 ]?.startsAt ?? null,
		} );
	};
	const told = async () =>
		( await call.detail() ).timeline.map( ( { type, detail } ) =>
			[ type, detail ?? '' ].join( ' ' ).trim()
		);
	const tells = ( entry: string ) =>
		call.until( `the timeline tells “${ entry }”`, async () =>
			( await told() ).includes( entry )
		);

	/** Until the service has read it. */
	const writeAndWait = async ( body: string ) => {
		await call.write( client, body );
		await call.until( `“${ body }” is read`, async () =>
			( await call.labState() ).webhooks.some(
				( { state, parameters } ) =>
					parameters.Body === body && state === 'delivered'
			)
		);
	};

	it( 'confirm a booking, and are answered: 1 confirms it, 2 cancels it [S27] [N08] [N13]', async () => {
		await start();
		const { booking } = await book();
		expect( booking?.textMessageSentence ).toMatch( /confirmation.* SMS/ );
		await call.reads( client, 'Répondez 2 pour annuler' );
		await tells( 'text_message_sent confirmation' );

		await call.write( client, 'Ok !' );
		await call.reads( client, "c'est confirmé" );
		await tells( 'booking_confirmed' );

		await call.write( client, '2' );
		await call.is( 'cancelled' );
		await call.reads( client, 'est annulé' );
		const [ confirmation = '' ] = await call.messagesAt( client );
		expect( confirmation ).toContain( booking?.changeUrl );
	} );

	it( 'stay away from who wrote STOP, and come again after START [R08]', async () => {
		await start();
		await book();
		await call.reads( client, 'Répondez 2' );
		await call.write( client, '2' );
		await call.reads( client, 'est annulé' );
		await writeAndWait( 'STOP' );

		const { booking } = await book();
		expect( booking?.textMessageSentence ).toMatch( /^Pas de SMS/ );
		await tells( 'text_message_not_sent confirmation opted_out' );
		await writeAndWait( 'START' );
		await call.write( client, '1' );
		await call.reads( client, "c'est confirmé" );
	} );

	it( 'that do not arrive are told with the network’s number', async () => {
		await start( { guards: { allowedCountries: [ 'FR', 'US' ] } } );
		await book( outOfService );
		await tells( 'text_message_not_sent confirmation 30005' );
	} );
} );
