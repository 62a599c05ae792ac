import { describe, expect, it } from '@jest/globals';
import {
	channelSettingsSchema,
	createRequestSchema,
	e164Schema,
	errorCodes,
	listRequestsQuerySchema,
	localTimeSchema,
	problemSchema,
	saveChannelSchema,
	serviceRoutes,
	textToSign,
	visitorSubmissionSchema,
} from './index.js';

const key = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const request = {
	key,
	channelId: key,
	number: ' 06 12 34 56 78 ',
	visitorAddress: '203.0.113.7',
	requestedAt: '2026-11-24T08:00:00.123Z',
};

describe( 'createRequestSchema', () => {
	it( 'fills what WordPress leaves out', () => {
		expect( createRequestSchema.parse( request ) ).toEqual( {
			...request,
			number: '06 12 34 56 78',
			name: null,
			note: null,
			consent: false,
			consentText: null,
			language: 'fr',
			timeZone: null,
			pageUrl: null,
			pageTitle: null,
			slot: null,
			ownerUserId: null,
			code: null,
			resendCode: false,
			kept: false,
			withoutScript: false,
		} );
	} );

	it( 'lets nothing pass that is not its own [R18]', () => {
		const parsed = createRequestSchema.parse( {
			...request,
			id: key,
			siteId: key,
			state: 'done',
			price: 0,
		} );

		expect( Object.keys( parsed ) ).not.toEqual(
			expect.arrayContaining( [ 'id' ] )
		);
		expect( parsed ).not.toHaveProperty( 'siteId' );
		expect( parsed ).not.toHaveProperty( 'state' );
	} );

	it.each( [
		[ 'a number that is empty', { number: '  ' } ],
		[ 'a number without end', { number: '1'.repeat( 41 ) } ],
		[ 'a key that can be guessed', { key: '1' } ],
		[ 'a local time', { requestedAt: '2026-11-24T09:00:00+01:00' } ],
		[ 'another language', { language: 'nl' } ],
	] )( 'refuses %s', ( _what, given ) => {
		expect(
			createRequestSchema.safeParse( { ...request, ...given } ).success
		).toBe( false );
	} );
} );

describe( 'channelSettingsSchema', () => {
	it( 'makes a whole channel of a name: closed, calling France only', () => {
		expect(
			channelSettingsSchema.parse( { name: 'Accueil' } )
		).toMatchObject( {
			state: 'live',
			language: 'fr',
			form: {
				introduction: {},
				askName: false,
				askNote: false,
				consentRequired: false,
			},
			openingHours: { always: false, weekly: [] },
			calls: {
				destinationNumber: null,
				companyRingSeconds: 25,
				maximumTalkSeconds: 3_600,
			},
			guards: {
				defaultCountry: 'FR',
				allowedCountries: [ 'FR' ],
				requestsPerNumberPerDay: 5,
			},
		} );
	} );

	it( 'keeps E.164 only, while a save may hold what people type', () => {
		const settings = {
			name: 'Accueil',
			calls: { destinationNumber: '01 23 45 67 89' },
		};

		expect( channelSettingsSchema.safeParse( settings ).success ).toBe(
			false
		);
		expect(
			saveChannelSchema.parse( { settings } ).settings.calls
				.destinationNumber
		).toBe( '01 23 45 67 89' );
	} );

	it.each( [
		'javascript:alert(1)',
		'ftp://example.com/a.mp3',
		'file:///etc/passwd',
		'music.mp3',
	] )( 'takes no music from %s [R18]', ( holdMusicUrl ) => {
		expect(
			channelSettingsSchema.safeParse( {
				name: 'Accueil',
				calls: { holdMusicUrl },
			} ).success
		).toBe( false );
	} );
} );

describe( 'primitives', () => {
	it( 'take times of a day up to 24:00', () => {
		expect(
			[ '00:00', '09:30', '23:59', '24:00' ].every(
				( time ) => localTimeSchema.safeParse( time ).success
			)
		).toBe( true );
		expect(
			[ '9:30', '24:01', '25:00', '12:60', '12:00:00' ].some(
				( time ) => localTimeSchema.safeParse( time ).success
			)
		).toBe( false );
	} );

	it( 'take E.164 in ASCII digits only [R18]', () => {
		expect( e164Schema.safeParse( '+33612345678' ).success ).toBe( true );
		expect(
			[
				'0612345678',
				'+0612345678',
				'+33 612345678',
				'+٣٣٦١٢٣٤٥٦٧٨',
				'+33612345678\n',
			].some( ( number ) => e164Schema.safeParse( number ).success )
		).toBe( false );
	} );
} );

describe( 'listRequestsQuerySchema', () => {
	it( 'reads a query’s text and bounds a page', () => {
		expect( listRequestsQuerySchema.parse( { limit: '50' } ) ).toEqual( {
			limit: 50,
			sort: 'newest',
		} );
		expect( listRequestsQuerySchema.parse( {} ) ).toMatchObject( {
			limit: 25,
		} );
		expect(
			listRequestsQuerySchema.safeParse( { limit: '101' } ).success
		).toBe( false );
	} );
} );

describe( 'visitorSubmissionSchema', () => {
	it( 'has no word for what WordPress itself must add', () => {
		const parsed = visitorSubmissionSchema.parse( {
			key,
			channelId: key,
			number: '06',
			visitorAddress: '10.0.0.1',
			requestedAt: 'x',
		} );

		expect( parsed ).toEqual( { key, channelId: key, number: '06' } );
	} );
} );

describe( 'errorCodes', () => {
	it( 'are all codes that a problem may have', () => {
		expect( problemSchema.shape.code.options.toSorted() ).toEqual(
			Object.keys( errorCodes ).toSorted()
		);
		expect(
			Object.values( errorCodes ).every(
				( status ) => status >= 400 && status <= 599
			)
		).toBe( true );
	} );
} );

describe( 'textToSign', () => {
	const parts = {
		method: 'get',
		target: '/v1/site',
		bodySha256: 'e3b0',
		timestamp: '1795593600',
		nonce: 'n',
		homeUrl: 'https://a.example',
	};

	it( 'is six lines', () => {
		expect( textToSign( parts ) ).toBe(
			'rappel-1\nGET\n/v1/site\ne3b0\n1795593600 n\nhttps://a.example'
		);
	} );

	it( 'holds the version of whoever signed', () => {
		expect( textToSign( parts, 2 ) ).toMatch( /^rappel-2\n/ );
	} );
} );

describe( 'serviceRoutes', () => {
	it( 'differ from each other', () => {
		const routes = Object.values( serviceRoutes ).map(
			( { method, path } ) => `${ method } ${ path }`
		);

		expect( new Set( routes ).size ).toBe( routes.length );
	} );
} );
