import { afterEach, expect, it, jest } from '@jest/globals';
import { onEachDatabase } from '../persistence/testing/each-database.js';
import {
	account,
	client,
	company,
	WholeCall,
} from '../telephony/testing/whole-call.js';

jest.setTimeout( 60_000 );

/** The network knows the site's account, and not the service's. */
const environment = {
	TWILIO_ACCOUNT_SID: `AC${ 'f'.repeat( 32 ) }`,
	TWILIO_AUTH_TOKEN: 'of-the-service-alone',
	SECRETS_KEY: '5'.repeat( 64 ),
};

onEachDatabase(
	'a site with a telephone account of its own',
	( open, place ) => {
		let call: WholeCall;
		afterEach( () => call.stop() );

		it( 'calls over it and is told by it, where the service’s account would not do [N14]', async () => {
			call = await WholeCall.start(
				open(),
				place().url,
				{},
				environment
			);
			const path = '/v1/site/telephony';
			const { body: before } = await call.agent.get( path );
			expect( before ).toMatchObject( {
				source: 'service',
				problems: [ { code: 'credentials_refused' } ],
			} );

			const { body: saved } = await call.agent
				.put( path, { credentials: account } )
				.expect( 200 );
			expect( saved ).toMatchObject( {
				source: 'site',
				account: { type: 'full', numbers: [ { voice: true } ] },
				problems: [],
			} );

			await call.submit();
			await call.answer( company );
			await call.answer( client );
			await call.is( 'talking' );
			await call.act( client, 'hangup' );
			await call.ended( 'done' );
			const { webhooks } = await call.labState();
			expect( webhooks.map( ( { state } ) => state ) ).not.toContain(
				'failed'
			);
		} );
	}
);
