import { questionFor, type PresenceQuestion } from '../domain/own-presence';
import { questionWords } from '../domain/presence-sentences';
import { rememberAsked, wasAsked } from './asked-before';
import { element } from './element';
import { keepInWindow } from './keep-in-window';
import type { PresenceStore } from './presence-store';

/** "You missed a call: back online?" with a button for yes and one for no; hidden while there is nothing to ask. */
export function createPresenceQuestion( store: PresenceStore ): {
	element: HTMLElement;
	draw: () => void;
} {
	const sentence = element( 'p' );
	const button = ( modifier: string ) =>
		element( 'button', {
			type: 'button',
			class: `rappel-presence-question__button ${ modifier }`,
		} );
	const yes = button( 'is-yes' );
	const no = button( 'is-no' );
	// Its place is there from the start, so that a reader is told when something comes into it.
	const box = element(
		'div',
		{ class: 'rappel-presence-question__box', hidden: '' },
		sentence,
		yes,
		no
	);
	let asked: PresenceQuestion | null = null;

	const draw = () => {
		const { own, saving } = store.get();
		const question = own && ! saving ? questionFor( own ) : null;
		const next = question && ! wasAsked( question.key ) ? question : null;
		if ( next?.key === asked?.key ) {
			return;
		}
		asked = next;
		box.hidden = ! next;
		if ( next ) {
			const words = questionWords( next );
			sentence.textContent = words.question;
			yes.textContent = words.yes;
			no.textContent = words.no;
			keepInWindow( box );
		}
	};
	const answer = ( isYes: boolean ) => {
		if ( asked ) {
			rememberAsked( asked.key );
		}
		if ( isYes ) {
			void store.choose( 'online' );
		} else {
			draw();
		}
	};
	yes.addEventListener( 'click', () => answer( true ) );
	no.addEventListener( 'click', () => answer( false ) );
	return {
		element: element(
			'div',
			{ class: 'rappel-presence-question', role: 'status' },
			box
		),
		draw,
	};
}
