import { describe, expect, it } from '@jest/globals';
import { createLogger, maskNumber } from './logging.js';

describe( 'the log', () => {
	it( 'hides numbers, names and secrets, however deep they lie [N15]', () => {
		const lines: string[] = [];
		const logger = createLogger( 'info', {
			write: ( line ) => lines.push( line ),
		} );

		logger.info( {
			number: '+33612345678',
			request: {
				number: '+33612345678',
				name: 'Zoé',
				note: 'Parlez lentement.',
				visitorAddress: '192.0.2.1',
			},
			config: { twilio: { authToken: 's3cret' } },
			req: {
				headers: {
					authorization: 's3cret',
					'x-twilio-signature': 's3cret',
				},
			},
		} );

		expect( lines.join() ).not.toMatch(
			/612345678|Zoé|lentement|192\.0\.2\.1|s3cret/
		);
		expect( lines.join() ).toContain( '[hidden]' );
	} );

	it( 'shows enough of a number to compare two lines, and not enough to call', () => {
		expect( maskNumber( '+33612345678' ) ).toBe( '+336…78' );
		expect( maskNumber( '112' ) ).toBe( '…' );
	} );
} );
