import { describe, expect, it } from '@jest/globals';
import { someSite } from '../sites/testing/some-site.js';
import { moneyWords } from './money-words.js';
import { teamLetter } from './team-letter.js';

const site = someSite();
const about = ( code: 'spending_limit_reached' | 'balance_low' ) => ( {
	site,
	language: 'en' as const,
	alerts: [ { code, detail: '52.10 USD', since: new Date( 0 ) } ],
} );

describe( 'what the owner is told of money [N20]', () => {
	it.each( [
		[ 'spending_limit', 'spending_limit_reached', 'raise the limit' ],
		[ 'balance_low', 'balance_low', 'top up the account' ],
	] as const )( '%s: how much, and what to do', ( kind, code, todo ) => {
		const words = moneyWords( kind, about( code ) );
		const letter = words && teamLetter( 'claire@site.example', words );
		expect( letter?.subject ).toContain( site.name );
		expect( letter?.text ).toContain( '$52.10' );
		expect( letter?.text ).toContain( todo );
	} );

	it( 'is no news any more once the alert is over', () => {
		expect(
			moneyWords( 'balance_low', about( 'spending_limit_reached' ) )
		).toBeNull();
	} );
} );
