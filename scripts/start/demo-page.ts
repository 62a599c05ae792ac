import type { DemoPage } from '../wordpress/provision.js';

/** Numbers of the range that France keeps for fiction (01 99 00 …): nobody's. */
export const companyNumber = '+33199001000';
export const callerId = '+33199002000';

/** The page a new user opens first: one channel, open around the clock. */
export function demoPage( locale: 'en_US' | 'fr_FR' ): DemoPage {
	const french = locale === 'fr_FR';
	const heading = french
		? 'Une question sur votre mobilier ?'
		: 'A question about your furniture?';
	const text = french
		? 'Nous restaurons fauteuils, commodes et bureaux depuis 1974. Laissez votre numéro : un conseiller vous rappelle tout de suite.'
		: 'We have restored armchairs, chests and desks since 1974. Leave your number: an adviser calls you back at once.';
	return {
		title: french ? 'Être rappelé' : 'Call me back',
		slug: french ? 'etre-rappele' : 'call-me-back',
		content: [
			`<!-- wp:heading --><h2 class="wp-block-heading">${ heading }</h2><!-- /wp:heading -->`,
			`<!-- wp:paragraph --><p>${ text }</p><!-- /wp:paragraph -->`,
			'<!-- wp:rappel/callback {"channelId":"{channelId}"} /-->',
		].join( '\n\n' ),
		settings: {
			name: french ? 'Standard' : 'Switchboard',
			language: french ? 'fr' : 'en',
			openingHours: { always: true },
			calls: { destinationNumber: companyNumber },
			guards: { defaultCountry: 'FR', allowedCountries: [ 'FR' ] },
		},
	};
}
