import { describe, expect, it } from '@jest/globals';
import { accountProblems } from './account-problems.js';

const good = {
	type: 'full',
	active: true,
	balance: { milli: 20_000, currency: 'EUR' },
	numbers: [
		{
			number: '+33180000000',
			voice: true,
			sms: false,
			isVerifiedOnly: false,
		},
	],
	countries: [ 'BE', 'FR' ],
} as const;
type Account = Parameters< typeof accountProblems >[ 0 ];
const account = ( given: Partial< Account > = {} ): Account => ( {
	...good,
	numbers: [ ...good.numbers ],
	countries: [ ...good.countries ],
	...given,
} );
const wanted = { countries: [ 'FR' ], lowBalanceMilli: 5_000 };

describe( 'what is wrong with a telephone account', () => {
	it( 'is nothing where it may call the countries of the channels from a number of its own', () => {
		expect( accountProblems( account(), wanted ) ).toEqual( [] );
	} );

	it.each( [
		[ { active: false }, 'account_suspended' ],
		[ { balance: { milli: 4_999, currency: 'EUR' } }, 'balance_low' ],
		[ { numbers: [] }, 'no_number' ],
		[ { type: 'trial' }, 'trial_account' ],
	] as const )( 'with %j is %s [N20]', ( given, code ) => {
		const told = accountProblems(
			account( given as Partial< Account > ),
			wanted
		);
		expect( told ).toEqual( [ { code } ] );
	} );

	it( 'names the countries that it may not call, and none where the network does not tell', () => {
		const countries = [ 'CH', 'FR', 'LU' ];
		expect(
			accountProblems( account(), { ...wanted, countries } )
		).toEqual( [
			{ code: 'country_not_allowed', countries: [ 'CH', 'LU' ] },
		] );
		expect(
			accountProblems( account( { countries: null } ), {
				...wanted,
				countries,
			} )
		).toEqual( [] );
	} );

	it( 'is no low balance where none is told, or no limit is set and something is left', () => {
		expect(
			accountProblems( account( { balance: null } ), wanted )
		).toEqual( [] );
		expect(
			accountProblems(
				account( { balance: { milli: 1, currency: 'EUR' } } ),
				{ ...wanted, lowBalanceMilli: null }
			)
		).toEqual( [] );
	} );

	it( 'begins with what lets nobody be called', () => {
		expect(
			accountProblems(
				account( { type: 'trial', active: false, numbers: [] } ),
				wanted
			).map( ( { code } ) => code )
		).toEqual( [ 'account_suspended', 'no_number', 'trial_account' ] );
	} );
} );
