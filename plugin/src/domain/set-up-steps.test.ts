import { describe, expect, it } from '@jest/globals';
import {
	channel,
	connection,
	setUp,
	telephonyAccount as account,
} from '../testing/samples';
import {
	isReachable,
	nextStep,
	setUpSteps,
	stateOf,
	stepNamed,
	type SetUpFacts,
} from './set-up-steps';

const bare: SetUpFacts = {
	connection: {
		...connection,
		connected: false,
		serviceUrl: null,
		site: null,
	},
	setUp,
	account: null,
	channel: null,
};
const connected: SetUpFacts = { ...bare, connection, account };
const whole: SetUpFacts = {
	connection: {
		...connection,
		site: { ...connection.site!, callerId: '+33199002000' },
	},
	setUp: { ...setUp, channelId: channel.id, testCallAnswered: true },
	account,
	channel,
};

const states = ( facts: SetUpFacts ) =>
	setUpSteps.map( ( step ) => stateOf( step, facts ) );

describe( 'the steps of the set-up', () => {
	it( 'begin with the service, without which no other can be looked at', () => {
		expect( nextStep( bare ) ).toBe( 'service' );
		expect(
			setUpSteps.filter( ( step ) => isReachable( step, bare ) )
		).toEqual( [ 'service' ] );
		expect( stepNamed( 'team', bare ) ).toBeNull();
	} );

	it( 'are done by what the site has, not by what was clicked', () => {
		expect( states( bare ) ).toEqual( Array( 6 ).fill( 'open' ) );
		expect( states( whole ) ).toEqual( Array( 6 ).fill( 'done' ) );
		expect( nextStep( whole ) ).toBeNull();
	} );

	it( 'do not take a connection that does not answer for one', () => {
		const silent = {
			...whole,
			connection: { ...connection, site: null },
		};
		expect( nextStep( silent ) ).toBe( 'service' );
	} );

	it.each( [
		[ 'credentials_refused', 'open' ],
		[ 'no_number', 'open' ],
		[ 'trial_account', 'done' ],
		[ 'balance_low', 'done' ],
	] as const )(
		'with the account’s problem %s the account is %s',
		( code, state ) => {
			const facts = {
				...connected,
				account: { ...account, problems: [ { code, detail: 'x' } ] },
			};
			expect( stateOf( 'telephony', facts ) ).toBe( state );
		}
	);

	it( 'take the service’s number for one once a channel has it', () => {
		expect( stateOf( 'caller_id', connected ) ).toBe( 'open' );
		expect( stateOf( 'caller_id', { ...connected, channel } ) ).toBe(
			'done'
		);
		expect(
			stateOf( 'caller_id', {
				...connected,
				channel: { ...channel, missing: [ 'caller_id_missing' ] },
			} )
		).toBe( 'open' );
	} );

	it( 'ask for hours where a channel has none', () => {
		const closed = {
			...channel,
			settings: {
				...channel.settings,
				openingHours: { ...channel.settings.openingHours, weekly: [] },
			},
		};
		expect( stateOf( 'hours', { ...whole, channel: closed } ) ).toBe(
			'open'
		);
	} );

	it( 'go on after the one that was left, and come back to what was not done', () => {
		expect( nextStep( connected, 'caller_id' ) ).toBe( 'team' );
		const skipped: SetUpFacts = {
			...connected,
			setUp: { ...setUp, skipped: [ 'team' ] },
		};
		expect( stateOf( 'team', skipped ) ).toBe( 'skipped' );
		// Hours and the test call need a channel.
		expect( nextStep( skipped, 'team' ) ).toBe( 'caller_id' );
	} );

	it( 'that were skipped and done all the same are done', () => {
		expect(
			stateOf( 'team', {
				...whole,
				setUp: { ...whole.setUp, skipped: [ 'team' ] },
			} )
		).toBe( 'done' );
	} );
} );
