import { expect, it } from '@jest/globals';
import { networkCodeWords } from './network-code-words';

it.each( [
	[ '21219', /on trial and calls verified numbers only.*\(code 21219\)/ ],
	[
		'21608',
		/on trial and sends SMS to verified numbers only.*\(code 21608\)/,
	],
	[ '20003', /credentials of the Twilio account are refused/ ],
	[ '21212', /may not show the number/ ],
	[ '21215', /may not call this country/ ],
	[ '99999', /^Code: 99999$/ ],
] )( 'says what %s means, and keeps the number', ( code, sentence ) => {
	expect( networkCodeWords( code ) ).toMatch( sentence );
} );
