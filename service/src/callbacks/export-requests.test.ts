import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import { readableNumber } from './export-requests.js';
import { ServiceUnderTest } from './testing/service-under-test.js';

describe( 'a number in a table', () => {
	it.each( [
		[ '+33612345678', '(+33) 6 12 34 56 78' ],
		[ '+33•••••••78', '(+33) •••••••78' ],
		[ '+12025550123', '(+1) 202 555 0123' ],
	] )( '%s reads as %s', ( number, shown ) => {
		expect( readableNumber( number ) ).toBe( shown );
	} );
} );

onEachDatabase( 'the table of requests', ( open ) => {
	let service: ServiceUnderTest;
	beforeEach( async () => {
		service = await ServiceUnderTest.start( open(), {
			queue: { processing: false },
		} as never );
	} );
	const table = (
		given: Partial<
			Parameters<
				ServiceUnderTest[ 'callbacks' ][ 'exportRequests' ]
			>[ 0 ]
		> = {}
	) =>
		buffer(
			service.callbacks.exportRequests( {
				site: service.site,
				filter: {},
				language: 'fr',
				...given,
			} )
		).then( ( bytes ) => bytes.toString() );

	it( 'has a head in the language, local times, and lines as RFC 4180 ends them [R15]', async () => {
		await service.submit( { name: 'Élodie "Lolo" Martin' } );
		const csv = await table();
		expect( csv.startsWith( '\ufeff"Demandé","Canal","État"' ) ).toBe(
			true
		);
		const [ , line, end ] = csv.split( '\r\n' );
		expect( line ).toContain(
			'"2026-11-24 11:00:00","Accueil","En attente"'
		);
		expect( line ).toContain(
			'"(+33) 6 12 34 56 78","Élodie ""Lolo"" Martin"'
		);
		expect( end ).toBe( '' );
	} );

	it.each( [
		'=HYPERLINK("http://evil.example")',
		'+1+1',
		'-2+3',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'＝1+1',
	] )( 'has no formula: %j is text [R15]', async ( pageTitle ) => {
		await service.submit( { pageTitle } );
		const csv = await table();
		expect( csv ).toContain( `"'${ pageTitle.replaceAll( '"', '""' ) }"` );
	} );

	it( 'masks numbers for an agent, and ends with a sentence where it is cut [R15]', async () => {
		for ( const end of [ 1, 2, 3 ] ) {
			await service.submit( { number: `+3361234567${ end }` } );
			service.now = new Date( service.now.getTime() + 1_000 );
		}
		const csv = await table( {
			maximum: 2,
			filter: { visibleTo: 5 },
		} );
		const lines = csv.trimEnd().split( '\r\n' );
		expect( lines ).toHaveLength( 4 );
		expect( lines[ 1 ] ).toContain( '(+33) •••••••73' );
		expect( lines[ 3 ] ).toContain( 'Seules les 2 demandes' );
	} );
} );
