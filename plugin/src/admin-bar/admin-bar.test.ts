import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { agent } from '../testing/samples';
import type { PresenceStore } from '../presence/presence-store';
import { presencePort } from './ask-wordpress';
import type { BarData } from './bar-data';
import { addCommands } from './commands';

const data: BarData = {
	userId: 1,
	restUrl: 'https://example.org/wp-json/rappel/v1',
	nonce: 'old',
	nonceUrl: 'https://example.org/wp-admin/admin-ajax.php?action=rest-nonce',
	locale: 'en',
	timeZone: 'Europe/Paris',
	pages: { live: 'live', newChannel: null, profile: 'profile' },
};

const answer = ( status: number, json: object, text = '' ) => {
	const made = {
		status,
		ok: status < 300,
		json: async () => json,
		text: async () => text,
		clone: () => made,
	};
	return made;
};

describe( 'the admin bar asks WordPress', () => {
	const asked: [ string, string ][] = [];

	/** Only a nonce that was just fetched is good. */
	function wordpress( refusal: object | null ): void {
		asked.length = 0;
		window.fetch = ( async (
			url: string,
			{ headers = {} }: RequestInit = {}
		) => {
			const nonce =
				( headers as Record< string, string > )[ 'X-WP-Nonce' ] ?? '';
			asked.push( [ url, nonce ] );
			if ( url === data.nonceUrl ) {
				return answer( 200, {}, 'fresh' );
			}
			if ( refusal ) {
				return answer( 503, refusal );
			}
			return nonce === 'fresh'
				? answer( 200, agent )
				: answer( 403, { code: 'rest_cookie_invalid_nonce' } );
		} ) as unknown as typeof fetch;
	}

	it( 'with a fresh nonce, once that of the page is too old', async () => {
		wordpress( null );
		const port = presencePort( data );
		expect( await port.sight() ).toEqual( agent );
		expect( await port.choose( 'online' ) ).toEqual( agent );
		expect( asked ).toEqual( [
			[ `${ data.restUrl }/agents/1/sightings`, 'old' ],
			[ data.nonceUrl, '' ],
			[ `${ data.restUrl }/agents/1/sightings`, 'fresh' ],
			[ `${ data.restUrl }/agents/1/presence`, 'fresh' ],
		] );
	} );

	it( 'and says its sentence when it could not be', async () => {
		wordpress( { message: 'The service does not answer.' } );
		await expect( presencePort( data ).sight() ).rejects.toMatchObject( {
			detail: 'The service does not answer.',
		} );
	} );
} );

describe( 'the command palette [S15]', () => {
	const registered: {
		name: string;
		callback: ( palette: { close: () => void } ) => void;
	}[] = [];
	const page = window as { wp?: object };
	const choose = jest.fn< PresenceStore[ 'choose' ] >( async () => {} );
	const store = { choose } as unknown as PresenceStore;

	afterEach( () => {
		delete page.wp;
		registered.length = 0;
	} );

	const open = ( more: object ) => {
		page.wp = {
			data: {
				dispatch: () => ( {
					registerCommand: ( command: ( typeof registered )[ 0 ] ) =>
						registered.push( command ),
				} ),
			},
			...more,
		};
		addCommands( store, data );
	};

	it( 'is left alone where the page has none', () => {
		open( {} );
		expect( registered ).toEqual( [] );
	} );

	it( 'sets the presence, and offers what one may do', () => {
		open( { commands: {} } );
		expect( registered.map( ( { name } ) => name ) ).toEqual( [
			'rappel/presence-online',
			'rappel/presence-away',
			'rappel/presence-offline',
			'rappel/live',
		] );
		const close = jest.fn();
		registered[ 1 ]!.callback( { close } );
		expect( close ).toHaveBeenCalled();
		expect( choose ).toHaveBeenCalledWith( 'away' );
	} );
} );
