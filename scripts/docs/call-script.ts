// Writes docs/call-script.md: what each side hears in every branch of a call, computed by the domain, and the sentences.
//   npx tsx scripts/docs/call-script.ts            writes
//   npx tsx scripts/docs/call-script.ts --check    writes nothing; ends with 1 when the page is stale
import { languages, spokenTextKeys } from '@rappel/contract';
import {
	branches,
	heard,
} from '../../service/src/callbacks/domain/testing/branches.js';
import { defaultText } from '../../service/src/messages/spoken.js';
import { putDocument, table } from './put-document.js';

const orders = {
	company_first: 'company first',
	client_first: 'client first',
	both: 'both',
};

/** In which languages the page shows the sentences; the others are in service/src/messages. */
const shown = languages.filter(
	( language ) => language === 'en' || language === 'fr'
);
const names = new Intl.DisplayNames( 'en', { type: 'language' } );

/** Whom the branches show to hear a sentence. */
function heardBy( key: string ): string {
	const sides = ( [ 'company', 'client' ] as const ).filter( ( side ) =>
		branches.some( ( { hears } ) =>
			hears[ side ].split( /, (?:then )?/ ).includes( key )
		)
	);
	return sides.length > 0
		? `the ${ sides.join( ', the ' ) }`
		: 'somebody who rings back outside the hours';
}

await putDocument(
	'call-script.md',
	`# What each side hears

Generated from \`service/src/callbacks/domain/testing/branches.ts\` and \`service/src/messages\` by \`npm run docs:generate\`. The company
hears the channel’s language, the client the language of the page they asked on; the voice (woman or man) is the channel’s. Every
sentence can be written anew for each channel and language. The voices and the music are in \`telephony.md\`.

## The branches of a call

A word in this table is the key of a sentence below. “—”: nobody of that side was called, or their phone only rings.

${ table(
	[
		'what happens',
		'dial order',
		'the company hears',
		'the client hears',
		'the request',
	],
	branches.map( ( { title, order, scenario, company, client } ) => {
		const branch = scenario();
		return [
			title,
			orders[ order ?? 'both' ],
			heard( branch, company ),
			heard( branch, client ),
			branch.outcome,
		];
	} )
) }

Somebody who rings the number back outside the hours hears ring_back_closed, or voicemail where the channel takes messages. When this
service does not answer the network at all, a static page says line_fault.

## The sentences

\`{channel}\`, \`{page}\`, \`{waited}\`, \`{name}\` and \`{note}\` are filled in; a sentence whose value is not known is left out.

${ table(
	[
		'key',
		'heard by',
		...shown.map( ( language ) => names.of( language ) ?? language ),
	],
	spokenTextKeys.map( ( key ) => [
		`\`${ key }\``,
		heardBy( key ),
		...shown.map( ( language ) => defaultText( key, language ) ),
	] )
) }
`
);
