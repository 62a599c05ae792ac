import { beforeEach, expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { TelephonyError } from '../telephony/telephony.js';
import { client, landline, Texting } from './testing/texting.js';

onEachDatabase( 'createBookingNotices', ( open ) => {
	let texting: Texting;

	beforeEach( async () => {
		texting = await Texting.start( open() );
	} );

	it( 'confirms at once, at night too, and once [S27]', async () => {
		texting.now = new Date( '2026-11-25T02:00:00.000Z' );
		const request = await texting.booked();
		await texting.messages.notices.booked( request );
		await texting.jobs.run();

		expect( texting.sent() ).toEqual( [
			expect.stringMatching(
				/^Boulangerie Martin : nous vous appelons mardi 1er décembre à 14 h\. Répondez 2 .* https:\/\/boulangerie\.example\/\?rappel_booking=/
			),
		] );
		expect( texting.bookings.noted ).toEqual( [
			[ 'text_message_sent', 'confirmation' ],
		] );
	} );

	it( 'reminds when its lead begins, once [S28]', async () => {
		await texting.booked();
		texting.sent();

		await texting.until( '2026-12-01T11:59:59.000Z' );
		expect( texting.sent() ).toEqual( [] );
		await texting.until( '2026-12-01T12:00:00.000Z' );
		await texting.until( '2026-12-01T12:30:00.000Z' );

		expect( texting.sent() ).toEqual( [
			expect.stringContaining(
				'pour mémoire, nous vous appelons mardi 1er décembre à 14 h. Répondez 1 pour confirmer'
			),
		] );
	} );

	it( 'does not remind of what was only just confirmed [S28]', async () => {
		await texting.booked( {
			startsAt: new Date( '2026-11-25T09:00:00.000Z' ),
		} );
		expect( texting.sent() ).toHaveLength( 1 );

		await texting.until( '2026-11-25T08:30:00.000Z' );
		expect( texting.sent() ).toEqual( [] );
	} );

	it( 'looks again before it reminds: not of a call that was made, nor late for it, nor where it was switched off [S28]', async () => {
		const called = await texting.booked();
		texting.bookings.end( called );
		await texting.until( '2026-12-01T12:00:00.000Z' );

		const missed = { startsAt: new Date( '2026-12-02T13:00:00.000Z' ) };
		await texting.booked( missed );
		texting.sent();
		await texting.until( '2026-12-02T13:00:00.000Z' );
		expect( texting.sent() ).toEqual( [] );

		const silent = await texting.addChannel( {
			textMessages: { reminder: { enabled: false } },
		} );
		await texting.booked( {
			channelId: silent.id,
			startsAt: new Date( '2026-12-04T13:00:00.000Z' ),
		} );
		texting.sent();
		await texting.until( '2026-12-04T12:00:00.000Z' );
		expect( texting.sent() ).toEqual( [] );
	} );

	it( 'moves the reminder with the booking [N07] [S28]', async () => {
		const request = await texting.booked();
		texting.sent();
		await texting.moved( request, '2026-12-03T09:30:00.000Z' );
		expect( texting.sent() ).toEqual( [
			expect.stringContaining(
				"c'est changé, nous vous appelons jeudi 3 décembre à 10 h 30."
			),
		] );

		await texting.until( '2026-12-01T12:00:00.000Z' );
		expect( texting.sent() ).toEqual( [] );
		await texting.until( '2026-12-03T08:30:00.000Z' );
		expect( texting.sent() ).toEqual( [
			expect.stringContaining( 'jeudi 3 décembre à 10 h 30' ),
		] );
	} );

	it( 'tells of each move once, there and back again too [N07]', async () => {
		const request = await texting.booked();
		texting.sent();
		const there = await texting.moved(
			request,
			'2026-12-03T09:30:00.000Z'
		);
		await texting.messages.notices.moved( there );
		const back = await texting.moved( there, '2026-12-01T13:00:00.000Z' );
		await texting.moved( back, '2026-12-03T09:30:00.000Z' );

		expect(
			texting
				.sent()
				.map( ( text ) => /(mardi|jeudi)/.exec( text )?.[ 0 ] )
		).toEqual( [ 'jeudi', 'mardi', 'jeudi' ] );
	} );

	it( 'tells of a cancellation, and reminds no more [N07] [S28]', async () => {
		const request = await texting.booked();
		texting.sent();
		await texting.bookings.cancel( request );
		await texting.messages.notices.cancelled( request );
		await texting.jobs.run();

		expect( texting.sent() ).toEqual( [
			"Boulangerie Martin : l'appel prévu mardi 1er décembre à 14 h est annulé. Pour choisir un autre moment : https://boulangerie.example/gateaux",
		] );
		await texting.until( '2026-12-01T12:00:00.000Z' );
		expect( texting.sent() ).toEqual( [] );
	} );

	it( 'does not confirm what was cancelled before it could', async () => {
		const request = texting.booking();
		await texting.messages.notices.booked( request );
		await texting.bookings.cancel( request );
		await texting.jobs.run();

		expect( texting.sent() ).toEqual( [
			expect.stringContaining( 'est annulé' ),
		] );
		expect( await texting.kept( request ) ).toMatchObject( [
			{ kind: 'confirmation', state: 'obsolete' },
			{ kind: 'cancelled', state: 'accepted' },
		] );
	} );

	it( 'says that nobody could be reached, with a link to book anew [R08]', async () => {
		const request = texting.booking( { startsAt: null } );
		texting.bookings.end( request );
		await texting.messages.notices.notReached( request );
		await texting.messages.notices.notReached( request );
		await texting.jobs.run();

		expect( texting.sent() ).toEqual( [
			'Boulangerie Martin : nous avons essayé de vous appeler, sans succès. Choisissez un autre moment : https://boulangerie.example/gateaux',
		] );
	} );

	it( 'has a switch for each message', async () => {
		const off = { enabled: false };
		const { id: channelId } = await texting.addChannel( {
			textMessages: {
				confirmation: off,
				reminder: off,
				notReached: off,
				changes: off,
			},
		} );
		const request = await texting.booked( { channelId } );
		const moved = await texting.moved(
			request,
			'2026-12-03T09:30:00.000Z'
		);
		await texting.until( '2026-12-03T08:30:00.000Z' );
		await texting.bookings.cancel( moved );
		await texting.messages.notices.notReached( moved );
		await texting.jobs.run();

		expect( texting.sent() ).toEqual( [] );
		expect( texting.bookings.noted ).toEqual( [] );
		expect(
			await texting.messages.ofVisitor.sentenceOf( request, 'fr' )
		).toBeNull();
	} );

	it( 'speaks the visitor’s language, in the owner’s words and under their name [S27]', async () => {
		const { id: channelId } = await texting.addChannel( {
			textMessages: {
				sender: 'Martin',
				confirmation: {
					text: {
						en: 'Hello {name}, {datetime}. {link}',
						fr: 'Bonjour {name}.',
					},
				},
			},
		} );
		await texting.booked( {
			channelId,
			language: 'en',
			timeZone: 'Europe/London',
		} );

		expect( texting.telephony.messages ).toMatchObject( [
			{
				from: 'Martin',
				text: 'Hello, Tuesday, December 1 at 2:00 pm Paris time (1:00 pm where you are). https://boulangerie.example/?rappel_booking=Zq3vT8kXb1LrYw5mJc0NfA',
			},
		] );
	} );

	it( 'writes to no landline, and the page says so', async () => {
		const { ofVisitor } = texting.messages;
		const request = await texting.booked( { number: landline } );
		const moved = await texting.moved(
			request,
			'2026-12-03T09:30:00.000Z'
		);
		await texting.until( '2026-12-03T08:30:00.000Z' );

		expect( texting.sent() ).toEqual( [] );
		expect( texting.bookings.noted[ 0 ] ).toEqual( [
			'text_message_not_sent',
			'confirmation landline',
		] );
		expect( await ofVisitor.sentenceOf( moved, 'fr' ) ).toBe(
			'Pas de SMS\u202f: ce numéro est celui d’un téléphone fixe. Notez bien l’horaire.'
		);
		expect(
			await ofVisitor.areWanted( texting.site.id, landline )
		).toBeNull();
	} );

	it.each( [ '30003', '30004', '30005', '30006', '30007', '30008' ] )(
		'keeps what the network says of its delivery: %s',
		async ( code ) => {
			const request = await texting.booked();
			await texting.tell( 'sent' );
			await texting.tell( 'undelivered', code );
			await texting.tell( 'undelivered', code );

			expect( await texting.kept( request ) ).toEqual( [
				{ kind: 'confirmation', state: 'undelivered', code },
			] );
			expect( texting.bookings.noted ).toEqual( [
				[ 'text_message_sent', 'confirmation' ],
				[ 'text_message_not_sent', `confirmation ${ code }` ],
			] );
			// 30006: it is a landline's, and gets nothing any more.
			expect(
				await texting.messages.ofVisitor.areWanted(
					texting.site.id,
					client
				)
			).toBe( code === '30006' ? null : true );
		}
	);

	it( 'writes nothing more, on any channel of the site, to a number that the network says has opted out [R08]', async () => {
		const { ofVisitor } = texting.messages;
		texting.telephony.fail(
			new TelephonyError( 'permanent', '21610', 'Unsubscribed', true )
		);
		await texting.booked();
		const other = await texting.addChannel();
		const request = await texting.booked( { channelId: other.id } );

		expect( texting.sent() ).toEqual( [] );
		expect( texting.bookings.noted ).toEqual( [
			[ 'text_message_not_sent', 'confirmation 21610' ],
			[ 'text_message_not_sent', 'confirmation opted_out' ],
		] );
		expect( await ofVisitor.sentenceOf( request, 'en' ) ).toBe(
			'No text message: you asked not to get any more. Please make a note of the time.'
		);

		await ofVisitor.saveWanted( texting.site.id, client, true );
		expect( await ofVisitor.areWanted( texting.site.id, client ) ).toBe(
			true
		);
		await texting.booked();
		expect( texting.sent() ).toHaveLength( 1 );
	} );

	it( 'sends nothing for what was undone', async () => {
		const request = texting.booking();
		await expect(
			open().transaction( async () => {
				await texting.messages.notices.booked( request );
				throw new Error( 'undone' );
			} )
		).rejects.toThrow( 'undone' );
		await texting.until( '2026-12-01T12:00:00.000Z' );

		expect( texting.sent() ).toEqual( [] );
	} );
} );
