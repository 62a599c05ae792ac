import { element } from './dom.js';
import { text, textOr } from './texts.js';
import type { PageSetup } from './view.js';

const example = ( setup: PageSetup ): string =>
	[
		`curl -u ${ setup.accountSid }:$TWILIO_AUTH_TOKEN ${ location.origin }/2010-04-01/Accounts/${ setup.accountSid }/Calls.json`,
		'  --data-urlencode To=+33612345678 --data-urlencode From=+33199001234',
		"  --data-urlencode 'Twiml=<Response><Say>Hello!</Say></Response>'",
	].join( ' \\\n' );

/** What to do when nothing has rung yet. */
export function firstSteps( setup: PageSetup ): HTMLElement {
	const link =
		setup.applicationUrl === null
			? null
			: element(
					'a',
					{
						class: 'button-link',
						href: setup.applicationUrl,
						target: '_blank',
						rel: 'noopener',
					},
					text( 'firstStep1Link' )
				);
	return element(
		'div',
		{ class: 'first-steps' },
		element(
			'div',
			{ class: 'first-art', 'aria-hidden': 'true' },
			element( 'span' ),
			element( 'i' ),
			element( 'i' ),
			element( 'i' ),
			element( 'span' )
		),
		element( 'h3', {}, text( 'noPhones' ) ),
		element( 'p', {}, text( 'firstIntro' ) ),
		element(
			'ol',
			{},
			element( 'li', {}, text( 'firstStep1' ), link ),
			element( 'li', {}, text( 'firstStep2' ) ),
			element( 'li', {}, text( 'firstStep3' ) )
		),
		element(
			'details',
			{},
			element( 'summary', {}, text( 'firstWithout' ) ),
			element( 'pre', { tabindex: '0' }, example( setup ) )
		)
	);
}

/** The numbers with a fixed behaviour. */
export function fixedNumbers( setup: PageSetup ): HTMLElement {
	return element(
		'details',
		{ class: 'fixed-numbers' },
		element( 'summary', {}, text( 'fixedTitle' ) ),
		element( 'p', {}, text( 'fixedIntro' ) ),
		element(
			'ul',
			{},
			...setup.numbers.map( ( { number, behaviour } ) =>
				element(
					'li',
					{},
					element( 'code', {}, number ),
					` ${ textOr( 'behaviour', behaviour ) }`
				)
			)
		)
	);
}
