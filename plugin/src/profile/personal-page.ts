import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import type { PersonalPage } from '@rappel/contract';
import { orProblem, type Problem } from '../api/problem';
import { button, row, status } from './elements';

const path = '/rappel/v1/personal-page';

/** Makes the link of one's own personal page, shows it this once, and revokes it. */
export function offerPersonalPage(
	place: HTMLElement,
	since: string | null
): void {
	const told = status();
	const deeds = document.createElement( 'div' );
	place.append( deeds, told );

	const ask = async ( method: 'POST' | 'DELETE', done: string ) => {
		try {
			show( await orProblem( apiFetch( { path, method } ) ) );
			// What the server printed is not so any more.
			document.getElementById( 'rappel-personal-page-made' )?.remove();
			told.textContent = done;
		} catch ( error ) {
			told.textContent = ( error as Problem ).detail;
		}
	};
	const make = () =>
		void ask(
			'POST',
			__(
				'This is the link. It is shown this once: open it on your phone and add it to the home screen.',
				'rappel'
			)
		);
	const revoke = () =>
		void ask(
			'DELETE',
			__( 'Revoked: the link opens nothing any more.', 'rappel' )
		);

	function show( { createdAt, url }: PersonalPage ): void {
		const making = createdAt
			? __( 'Make a new link; the one before stops working', 'rappel' )
			: __( 'Make the link', 'rappel' );
		const buttons = [ button( making, make ) ];
		if ( createdAt ) {
			buttons.push( button( __( 'Revoke', 'rappel' ), revoke ) );
		}
		deeds.replaceChildren(
			...( url ? [ link( url, told ) ] : [] ),
			row( ...buttons )
		);
		// The button that was pressed is gone.
		const { activeElement, body } = deeds.ownerDocument;
		if ( activeElement === body ) {
			deeds.querySelector< HTMLElement >( 'input, button' )?.focus();
		}
	}
	show( { createdAt: since, url: null } );
}

/** The address, to be copied. */
function link( url: string, told: HTMLElement ): HTMLElement {
	const field = document.createElement( 'input' );
	field.type = 'url';
	field.readOnly = true;
	field.value = url;
	field.className = 'regular-text code';
	field.setAttribute(
		'aria-label',
		__( 'Link of my personal page', 'rappel' )
	);
	field.addEventListener( 'focus', () => field.select() );
	const copy = async () => {
		field.focus();
		try {
			await navigator.clipboard.writeText( url );
			told.textContent = __( 'Copied.', 'rappel' );
		} catch {
			// Without https a browser gives no clipboard to pages.
			told.textContent = __(
				'The link is selected: copy it with your keyboard, or by a long press.',
				'rappel'
			);
		}
	};
	return row(
		field,
		button( __( 'Copy', 'rappel' ), () => void copy() )
	);
}
