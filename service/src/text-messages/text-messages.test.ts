import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';
import { createAlerts, type Alerts } from '../alerts/alerts.js';
import { ManualJobs } from '../callbacks/testing/manual-jobs.js';
import { createChannelStore } from '../channels/channel-store.js';
import type { Channel } from '../channels/channel.js';
import { someChannel } from '../channels/testing/some-channel.js';
import { createLogger } from '../logging.js';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import type { Site } from '../sites/site.js';
import { createSiteStore } from '../sites/site-store.js';
import { someSite } from '../sites/testing/some-site.js';
import { TelephonyError } from '../telephony/telephony.js';
import { FakeTelephony } from '../telephony/testing/fake-telephony.js';
import { createTextMessageStore } from './text-message-store.js';
import { createTextMessages, type TextMessages } from './text-messages.js';
import { SomeBookings } from './testing/some-bookings.js';

const clock = { now: () => new Date( '2026-11-25T08:00:00.000Z' ) };
const number = '+33612345678';

onEachDatabase( 'createTextMessages', ( open ) => {
	let telephony: FakeTelephony;
	let jobs: ManualJobs;
	let alerts: Alerts;
	let messages: TextMessages;
	let site: Site;
	let channel: Channel;
	const wanted = ( requestId: string = randomUUID() ) => ( {
		siteId: site.id,
		channelId: channel.id,
		requestId,
		number,
		callerId: '+33123456700',
		language: 'fr' as const,
		pageUrl: 'https://boulangerie.example/gateaux',
	} );
	/** The one that reached the network, as the service keeps it. */
	const kept = async () =>
		createTextMessageStore( open() ).find(
			telephony.messages[ 0 ]?.messageId ?? ''
		);
	const news = ( status: 'queued' | 'sent' | 'delivered' | 'failed' ) => ( {
		messageId: telephony.messages[ 0 ]?.messageId ?? '',
		status,
		code: null,
		failure: null,
	} );

	beforeEach( async () => {
		telephony = new FakeTelephony( clock );
		jobs = new ManualJobs( open(), clock );
		alerts = createAlerts( open(), { clock } );
		messages = createTextMessages( {
			database: open(),
			jobs,
			channels: createChannelStore( open() ),
			sites: createSiteStore( open() ),
			bookings: new SomeBookings(),
			telephonyOf: () => telephony,
			alerts,
			messagesNumber: null,
			clock,
			logger: createLogger( 'silent' ),
		} );
		site = someSite();
		channel = someChannel(
			{
				fallback: {
					type: 'text_message',
					bookingUrl: 'https://boulangerie.example/rdv',
				},
			},
			{ siteId: site.id }
		);
		await createSiteStore( open() ).create( site );
		await createChannelStore( open() ).create( channel );
	} );

	it( 'sends the link to book in the client’s language, once [R08]', async () => {
		const requestId = randomUUID();

		await messages.bookingLinkWanted( wanted( requestId ) );
		await messages.bookingLinkWanted( wanted( requestId ) );
		await jobs.run();
		await jobs.run();

		expect( telephony.messages ).toMatchObject( [
			{
				to: number,
				from: '+33123456700',
				text: "Boulangerie Martin : désolés, nous n'avons pas pu vous rappeler. Choisissez un horaire qui vous convient : https://boulangerie.example/rdv",
			},
		] );
		expect( await kept() ).toMatchObject( {
			state: 'accepted',
			messageSid: telephony.messages[ 0 ]?.messageSid,
		} );
	} );

	it( 'sends nothing for what was undone', async () => {
		await expect(
			open().transaction( async () => {
				await messages.bookingLinkWanted( wanted() );
				throw new Error( 'undone' );
			} )
		).rejects.toThrow( 'undone' );
		await jobs.run();

		expect( telephony.messages ).toEqual( [] );
	} );

	it( 'is tried again when the network did not take it', async () => {
		telephony.fail( new TelephonyError( 'retryable', '20429', 'Later' ) );

		await messages.bookingLinkWanted( wanted() );
		await expect( jobs.run() ).rejects.toThrow( TelephonyError );
		await jobs.run();

		expect( telephony.messages ).toHaveLength( 1 );
	} );

	it( 'is never sent again when its fate is unknown, and learns it from the network', async () => {
		telephony.fail(
			new TelephonyError( 'unknown', 'timeout', 'No answer' ),
			true
		);

		await messages.bookingLinkWanted( wanted() );
		await jobs.run();
		await jobs.run();
		expect( telephony.messages ).toHaveLength( 1 );
		expect( await kept() ).toMatchObject( { state: 'unknown' } );

		await messages.messageChanged( news( 'sent' ) );
		expect( await kept() ).toMatchObject( { state: 'sent' } );
	} );

	it( 'keeps the last word of the network, in whatever order it comes', async () => {
		await messages.bookingLinkWanted( wanted() );
		await jobs.run();

		await messages.messageChanged( news( 'delivered' ) );
		await messages.messageChanged( news( 'sent' ) );
		await messages.messageChanged( news( 'queued' ) );

		expect( await kept() ).toMatchObject( { state: 'delivered' } );
	} );

	it( 'never writes again to a number that wants no messages, on this site [R08]', async () => {
		telephony.fail(
			new TelephonyError( 'permanent', '21610', 'Unsubscribed', true )
		);
		await messages.bookingLinkWanted( wanted() );
		await jobs.run();

		await messages.bookingLinkWanted( wanted() );
		await jobs.run();
		expect( telephony.messages ).toEqual( [] );

		const other = someSite();
		await createSiteStore( open() ).create( other );
		const theirs = someChannel( {}, { siteId: other.id } );
		await createChannelStore( open() ).create( theirs );
		await messages.bookingLinkWanted( {
			...wanted(),
			siteId: other.id,
			channelId: theirs.id,
		} );
		await jobs.run();
		expect( telephony.messages ).toHaveLength( 1 );
	} );

	it( 'remembers an opt-out that the network tells later [R08]', async () => {
		await messages.bookingLinkWanted( wanted() );
		await jobs.run();
		await messages.messageChanged( {
			...news( 'failed' ),
			code: '21610',
			failure: { kind: 'permanent', numberInvalid: true },
		} );

		await messages.bookingLinkWanted( wanted() );
		await jobs.run();

		expect( telephony.messages ).toHaveLength( 1 );
		expect( await kept() ).toMatchObject( {
			state: 'failed',
			code: '21610',
		} );
	} );

	it( 'tells the owner that the account refuses them, until one is taken', async () => {
		telephony.fail(
			new TelephonyError( 'settings', '21606', 'Cannot send' )
		);
		await messages.bookingLinkWanted( wanted() );
		await jobs.run();

		expect( telephony.messages ).toEqual( [] );
		expect( await alerts.list( site.id ) ).toMatchObject( [
			{ code: 'text_messages_refused', detail: '21606' },
		] );

		await messages.bookingLinkWanted( wanted() );
		await jobs.run();

		expect( await alerts.list( site.id ) ).toEqual( [] );
	} );

	it( 'tells the owner too when the refusal comes after the message was taken', async () => {
		await messages.bookingLinkWanted( wanted() );
		await jobs.run();

		await messages.messageChanged( {
			...news( 'failed' ),
			code: '30034',
			failure: { kind: 'settings', numberInvalid: false },
		} );

		expect( await alerts.list( site.id ) ).toMatchObject( [
			{ code: 'text_messages_refused', detail: '30034' },
		] );
	} );
} );
