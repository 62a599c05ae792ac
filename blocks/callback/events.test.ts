import {
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import {
	answers,
	done,
	load,
	status,
	submit,
	visitPages,
} from './testing/visitor-page';

visitPages();

/** What the page was told, in order. */
const told: string[] = [];

beforeAll( () => {
	for ( const name of [ 'requested', 'booked', 'refused', 'joined' ] ) {
		document.addEventListener( `rappel:${ name }`, ( event ) => {
			const { detail } = event as CustomEvent;
			told.push( `${ name } ${ JSON.stringify( detail ) }` );
		} );
	}
} );

beforeEach( () => {
	told.length = 0;
} );

const inline = '{"channelId":"channel-1","trigger":"inline"}';

describe( 'scripts of the page', () => {
	it( 'are told once of a request and of the two who talk, without number and name [R17]', async () => {
		answers[ 'callback-requests' ] = [ status( { state: 'waiting' } ) ];
		answers.status = [
			status( { state: 'talking' } ),
			status( { state: 'talking' } ),
			done,
		];
		await load();
		await submit( '06 12 34 56 78' );
		expect( told ).toEqual( [ `requested ${ inline }` ] );
		await jest.advanceTimersByTimeAsync( 5_000 );
		expect( told ).toEqual( [
			`requested ${ inline }`,
			`joined ${ inline }`,
		] );
	} );

	it( 'are told of it though the page was loaded anew meanwhile, and not twice [R17]', async () => {
		answers[ 'callback-requests' ] = [ status( { state: 'waiting' } ) ];
		answers.status = [ status( { state: 'talking' } ) ];
		await load();
		await submit( '06 12 34 56 78' );
		await load();
		await jest.advanceTimersByTimeAsync( 2_000 );
		await load();
		await jest.advanceTimersByTimeAsync( 2_000 );
		expect( told ).toEqual( [
			`requested ${ inline }`,
			`joined ${ inline }`,
		] );
	} );

	it( 'are told of a booking as such [R17]', async () => {
		answers[ 'callback-requests' ] = [ status( { state: 'scheduled' } ) ];
		await load( {
			picking: true,
			canSubmit: true,
			slot: '2026-12-01T13:00:00.000Z',
		} );
		await submit( '06 12 34 56 78' );
		expect( told ).toEqual( [ `booked ${ inline }` ] );
	} );

	it( 'are told that it was refused, and nothing where nobody answered [R17]', async () => {
		answers[ 'callback-requests' ] = [
			'no answer',
			{
				status: 422,
				error: {
					code: 'number_invalid',
					message: 'No number.',
					data: { field: 'number' },
				},
			},
		];
		await load();
		await submit( '06' );
		expect( told ).toEqual( [] );
		await submit( '06' );
		expect( told ).toEqual( [ `refused ${ inline }` ] );
	} );
} );
