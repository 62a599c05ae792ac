import { expect, it } from '@jest/globals';
import { teamLetter } from './team-letter.js';

it( 'says the same as text and as a page, in which nothing that a visitor wrote is markup', () => {
	const { text, html } = teamLetter( 'zoe@boulangerie.example', {
		language: 'fr',
		subject: 'Appel manqué – Pain & <b>',
		blocks: [
			'Votre téléphone a sonné.',
			[
				{ label: 'Nom', value: '<script>alert("1")</script>' },
				{ label: 'Page', value: 'Pain & gâteaux' },
			],
		],
		short: '',
	} );

	expect( text ).toBe(
		'Votre téléphone a sonné.\n\nNom\u202f: <script>alert("1")</script>\nPage\u202f: Pain & gâteaux\n'
	);
	expect( html ).toContain( '<html lang="fr">' );
	expect( html ).toContain( '<title>Appel manqué – Pain &amp; &lt;b&gt;' );
	expect( html ).toContain( '<p>Votre téléphone a sonné.</p>' );
	expect( html ).toContain(
		'<td>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</td>'
	);
	expect( html ).not.toContain( '<script' );
} );
