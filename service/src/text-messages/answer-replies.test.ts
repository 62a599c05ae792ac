import { beforeEach, expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { createSiteStore } from '../sites/site-store.js';
import { someSite } from '../sites/testing/some-site.js';
import { callerId, client, Texting } from './testing/texting.js';

onEachDatabase( 'createAnswerReply', ( open ) => {
	let texting: Texting;
	const isBooked = async ( requestId: string ) =>
		( await texting.bookings.find( requestId ) )?.scheduled;

	beforeEach( async () => {
		texting = await Texting.start( open() );
	} );

	it.each( [ '1', 'OK', 'Oui !', 'yes' ] )(
		'confirms by %s, and answers once [N08]',
		async ( text ) => {
			const { requestId } = await texting.booked();
			texting.sent();
			await texting.write( text );
			await texting.write( text );

			expect( texting.sent() ).toEqual( [
				"Boulangerie Martin : merci, c'est confirmé. Nous vous appelons mardi 1er décembre à 14 h.",
			] );
			expect(
				texting.bookings.noted.filter(
					( [ what ] ) => what === 'booking_confirmed'
				)
			).toHaveLength( 1 );
			expect( await isBooked( requestId ) ).toBe( true );
		}
	);

	it.each( [ '2', 'Annuler', 'cancel' ] )(
		'cancels by %s, and says so once [N08]',
		async ( text ) => {
			const { requestId } = await texting.booked();
			texting.sent();
			await texting.write( text );

			expect( await isBooked( requestId ) ).toBe( false );
			expect( texting.sent() ).toEqual( [
				expect.stringContaining(
					"l'appel prévu mardi 1er décembre à 14 h est annulé."
				),
			] );

			await texting.write( text );
			await texting.write( text );
			expect( texting.sent() ).toEqual( [
				expect.stringContaining( "aucun appel n'est prévu" ),
			] );
		}
	);

	it( 'says that it is cancelled where the channel tells of no changes [N08]', async () => {
		const { id: channelId } = await texting.addChannel( {
			textMessages: { changes: { enabled: false } },
		} );
		await texting.booked( { channelId } );
		texting.sent();
		await texting.write( '2' );

		expect( texting.sent() ).toEqual( [
			"Boulangerie Martin : c'est annulé, nous ne vous appellerons pas.",
		] );
	} );

	it( 'says that it is too late', async () => {
		await texting.booked();
		texting.sent();
		texting.bookings.cancel = async () => false;
		await texting.write( '2' );

		expect( texting.sent() ).toEqual( [
			expect.stringContaining( 'trop tard pour annuler' ),
		] );
	} );

	it( 'cancels what the client was written of last, else what comes next', async () => {
		const later = await texting.booked( {
			startsAt: new Date( '2026-12-08T13:00:00.000Z' ),
		} );
		const sooner = await texting.booked();
		const last = await texting.booked( {
			startsAt: new Date( '2026-12-15T13:00:00.000Z' ),
		} );
		await texting.write( '2' );
		expect( await isBooked( last.requestId ) ).toBe( false );

		await texting.write( '2' );
		expect( await isBooked( sooner.requestId ) ).toBe( false );
		expect( await isBooked( later.requestId ) ).toBe( true );
	} );

	it( 'takes the answer for the site that wrote last from that number', async () => {
		const other = someSite( { name: 'Fleuriste' } );
		await createSiteStore( open() ).create( other );
		const channel = await texting.addChannel( {}, other.id );
		const mine = await texting.booked();
		const theirs = await texting.booked( {
			siteId: other.id,
			channelId: channel.id,
			startsAt: new Date( '2026-12-08T13:00:00.000Z' ),
		} );
		await texting.write( '2' );

		expect( await isBooked( theirs.requestId ) ).toBe( false );
		expect( await isBooked( mine.requestId ) ).toBe( true );
	} );

	it( 'knows who books without getting messages, by the number that will call', async () => {
		const request = texting.booking();
		await texting.write( '2', { to: '+33199999999' } );
		expect( await isBooked( request.requestId ) ).toBe( true );

		await texting.write( '2' );
		expect( await isBooked( request.requestId ) ).toBe( false );
	} );

	it( 'tells once what may be answered', async () => {
		await texting.booked();
		texting.sent();
		await texting.write( 'Plutôt à 15 h ?' );
		await texting.write( 'Allô ?' );

		expect( texting.sent() ).toEqual( [
			expect.stringMatching(
				/répondez 1 pour confirmer l'appel prévu mardi 1er décembre à 14 h, 2 pour l'annuler, STOP .* https:\/\/boulangerie\.example\/\?rappel_booking=/
			),
		] );
	} );

	it( 'answers no stranger', async () => {
		await texting.write( '1', { from: '+33698765432' } );
		await texting.write( 'STOP', { from: '+33698765432' } );

		expect( texting.sent() ).toEqual( [] );
	} );

	it.each( [ 'STOP', 'Arrêt' ] )(
		'writes nothing more after %s, on any channel, until START [R08]',
		async ( word ) => {
			await texting.booked();
			const { id: channelId } = await texting.addChannel();
			texting.sent();
			await texting.write( word );
			await texting.booked( { channelId } );
			await texting.until( '2026-12-01T12:00:00.000Z' );
			expect( texting.sent() ).toEqual( [] );
			expect(
				await texting.messages.ofVisitor.areWanted(
					texting.site.id,
					client
				)
			).toBe( false );

			await texting.write( 'START' );
			await texting.booked( {
				channelId,
				startsAt: new Date( '2026-12-08T13:00:00.000Z' ),
			} );
			expect( texting.sent() ).toHaveLength( 1 );
		}
	);

	it( 'lets who wants no messages cancel all the same, in silence', async () => {
		const { requestId } = await texting.booked();
		texting.sent();
		await texting.write( 'STOP' );
		await texting.write( '2' );

		expect( await isBooked( requestId ) ).toBe( false );
		expect( texting.sent() ).toEqual( [] );
	} );

	it( 'takes answers to a number that only writes', async () => {
		const messagesNumber = '38080';
		texting = await Texting.start( open(), {}, { messagesNumber } );
		const { requestId } = await texting.booked();
		expect( texting.telephony.messages ).toMatchObject( [
			{ from: messagesNumber },
		] );
		await texting.write( '2', { to: messagesNumber } );

		expect( await isBooked( requestId ) ).toBe( false );
		expect( texting.telephony.messages.at( -1 ) ).toMatchObject( {
			from: messagesNumber,
		} );
	} );

	it( 'answers from the number that was written to', async () => {
		await texting.booked();
		await texting.write( '1' );

		expect( texting.telephony.messages.at( -1 ) ).toMatchObject( {
			to: client,
			from: callerId,
		} );
	} );
} );
