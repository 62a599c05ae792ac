import { __, sprintf } from '@wordpress/i18n';

/** The address in the examples: nobody's. */
const exampleAddress = 'https://rappel.example.org';

/** Variables of the service's environment; the code is the one that WordPress made. */
const environment = ( code: string, address: string ) => [
	[ 'PAIRING_CODE', code ],
	[ 'PUBLIC_BASE_URL', address ],
	[ 'TWILIO_ACCOUNT_SID', 'AC…' ],
	[ 'TWILIO_AUTH_TOKEN', '…' ],
];

/** One command for a shell, in the folder of Rappel's code. */
export const serviceCommand = (
	code: string,
	address = exampleAddress
): string =>
	[
		...environment( code, address ).map(
			( [ name, value ] ) => `${ name }=${ value } \\`
		),
		'npm run service',
	].join( '\n' );

/** A docker-compose.yml of the service alone, in the same folder. */
export const composeFile = ( code: string, address = exampleAddress ): string =>
	[
		'services:',
		'  rappel:',
		'    build:',
		'      context: .',
		'      dockerfile: service/Dockerfile',
		'    restart: unless-stopped',
		'    environment:',
		'      HOST: 0.0.0.0',
		'      PORT: "3000"',
		'      DATABASE_URL: sqlite:/data/rappel.sqlite',
		...environment( code, address ).map(
			( [ name, value ] ) => `      ${ name }: ${ value }`
		),
		'    ports:',
		'      - "127.0.0.1:3000:3000"',
		'    volumes:',
		'      - rappel:/data',
		'volumes:',
		'  rappel:',
	].join( '\n' );

/** What a developer is asked to do, as plain text. */
export function letterToDeveloper( {
	code,
	until,
	site,
}: {
	code: string;
	/** For reading. */
	until: string;
	/** The site's address. */
	site: string;
} ): { subject: string; body: string } {
	return {
		subject: sprintf(
			/* translators: %s: address of a site. */
			__( 'Rappel for %s: the service to start', 'rappel' ),
			site
		),
		body: [
			__( 'Hello,', 'rappel' ),
			sprintf(
				/* translators: %s: address of a site. */
				__(
					'Rappel is installed on %s. It calls visitors back, by a small service that needs a machine of its own. Could you start it?',
					'rappel'
				),
				site
			),
			__(
				'1. A machine with Node.js 20.19 or newer (or Docker), and an https address that leads to it.',
				'rappel'
			),
			__(
				'2. A Twilio account: its Account SID, its Auth Token and a number (console.twilio.com).',
				'rappel'
			),
			__(
				'3. In the folder of Rappel’s code, with these values filled in:',
				'rappel'
			),
			serviceCommand( code ),
			sprintf(
				/* translators: %s: a moment, such as "tomorrow 14:05". */
				__( 'The code connects this site, once, until %s.', 'rappel' ),
				until
			),
			__(
				'4. Tell me the address of the service: I type it in WordPress, under Rappel → Set up.',
				'rappel'
			),
			__( 'Thank you!', 'rappel' ),
		].join( '\n\n' ),
	};
}
