import { describe, expect, it } from '@jest/globals';
import { sharedRead } from './shared-read.js';

/** Reads end when the test says so. */
function desk() {
	const reads: Array< {
		question: string;
		end: ( answer: string ) => void;
		fail: ( error: Error ) => void;
	} > = [];
	const ask = sharedRead(
		( question: string ) =>
			new Promise< string >( ( end, fail ) =>
				reads.push( { question, end, fail } )
			),
		( question ) => question.slice( 0, 1 )
	);
	return { ask, reads };
}

const moment = () => new Promise( ( resolve ) => setTimeout( resolve, 0 ) );
const begun = async ( reads: unknown[], count: number ) => {
	while ( reads.length < count ) {
		await moment();
	}
};

describe( 'a shared read', () => {
	it( 'answers all who asked before it began, by the latest question', async () => {
		const { ask, reads } = desk();
		const answers = Promise.all( [ ask( 'a1' ), ask( 'a2' ) ] );
		await begun( reads, 1 );
		reads[ 0 ]?.end( 'yes' );

		expect( await answers ).toEqual( [ 'yes', 'yes' ] );
		expect( reads.map( ( { question } ) => question ) ).toEqual( [ 'a2' ] );
	} );

	it( 'is made anew for who asks while it runs, for all of them once', async () => {
		const { ask, reads } = desk();
		const first = ask( 'a' );
		await begun( reads, 1 );
		const later = [ ask( 'a' ), ask( 'a' ) ];
		await moment();
		expect( reads ).toHaveLength( 1 );

		reads[ 0 ]?.end( 'before' );
		await begun( reads, 2 );
		reads[ 1 ]?.end( 'after' );

		expect( await first ).toBe( 'before' );
		expect( await Promise.all( later ) ).toEqual( [ 'after', 'after' ] );
		expect( reads ).toHaveLength( 2 );
	} );

	it( 'of one thing does not wait for that of another', async () => {
		const { ask, reads } = desk();
		void ask( 'a' );
		void ask( 'b' );
		await begun( reads, 2 );

		expect( reads.map( ( { question } ) => question ) ).toEqual( [
			'a',
			'b',
		] );
	} );

	it( 'that fails fails for who waited for it, and the next is made', async () => {
		const { ask, reads } = desk();
		const first = ask( 'a' );
		await begun( reads, 1 );
		const second = ask( 'a' );
		reads[ 0 ]?.fail( new Error( 'lost' ) );

		await expect( first ).rejects.toThrow( 'lost' );
		await begun( reads, 2 );
		reads[ 1 ]?.end( 'found' );
		expect( await second ).toBe( 'found' );
	} );
} );
