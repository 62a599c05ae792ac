import { describe, expect, it } from '@jest/globals';
import { startPhoneLab } from '../phone-lab.js';
import {
	accountSid,
	authToken,
	twiml,
	useLab,
} from '../testing/lab-fixture.js';

const person = '+33612345678';

describe( 'the lab API [N13]', () => {
	const fixture = useLab();

	it.each( [
		[
			'phones/+33612345678/answer',
			{},
			404,
			/There is no phone \+33612345678/,
		],
		[ 'phones/nobody/answer', {}, 404, /E\.164/ ],
		[
			'phones/+33199000001/hangup',
			{},
			409,
			/cannot hang up now: it is idle/,
		],
		[
			'phones/+33199000001/press',
			{ digits: 'x' },
			400,
			/Keys are 0 to 9/,
		],
		[ 'clock', { mode: 'fast' }, 400, /advanceSeconds/ ],
		[ 'nothing', {}, 404, /no POST/ ],
	] )(
		'POST %s is refused in a clear sentence',
		async ( path, body, status, sentence ) => {
			await fixture.call( '+33199000001' );
			expect( await fixture.post( path, body ) ).toMatchObject( {
				status,
				body: { error: expect.stringMatching( sentence ) },
			} );
		}
	);

	it( 'answers a number without its plus, and the new state of the phone', async () => {
		fixture.application.answers[ '/voice' ] = twiml(
			'<Pause length="60"/>'
		);
		await fixture.call( person );
		expect(
			await fixture.post( 'phones/33612345678/answer' )
		).toMatchObject( {
			status: 200,
			body: { number: person, state: 'talking' },
		} );
		expect(
			await fixture.post( 'phones/+33612345678/answer' )
		).toMatchObject( { status: 409 } );
	} );

	it( 'does not let a real clock be advanced, and never goes back', async () => {
		await fixture.advance( 3_600 );
		const { body } = await fixture.post( 'clock', { mode: 'real' } );
		expect(
			await fixture.post( 'clock', { advanceSeconds: 1 } )
		).toMatchObject( { status: 409 } );
		expect( Date.parse( String( body.now ) ) ).toBeGreaterThan(
			Date.now() + 3_500_000
		);
	} );

	it( 'shows pages elsewhere nothing and takes no order from them', async () => {
		const foreign = await fetch( `${ fixture.lab.url }/lab/faults`, {
			method: 'POST',
			headers: { Origin: 'https://example.org' },
		} );
		expect( foreign.status ).toBe( 403 );
	} );

	it( 'sends the page its view at once and after a change', async () => {
		const response = await fetch( `${ fixture.lab.url }/lab/events` );
		const reader = response.body
			?.pipeThrough( new TextDecoderStream() )
			.getReader();
		let text = '';
		const read = async ( part: string ) => {
			while ( ! text.includes( part ) ) {
				text += ( await reader?.read() )?.value ?? '';
			}
		};
		await read( '"phones":[]' );
		await fixture.call( person );
		await read( '"state":"ringing"' );
		await reader?.cancel();
	} );

	it( 'listens on the loopback only, and says what is wrong with its options', async () => {
		await expect(
			startPhoneLab( { port: 0, host: '0.0.0.0', accountSid, authToken } )
		).rejects.toThrow( /not a loopback/ );
		await expect(
			startPhoneLab( { port: 0, accountSid: 'me', authToken } )
		).rejects.toThrow( /32 hexadecimal/ );
		const port = Number( new URL( fixture.lab.url ).port );
		await expect(
			startPhoneLab( { port, accountSid, authToken } )
		).rejects.toThrow( /is taken/ );
	} );
} );
