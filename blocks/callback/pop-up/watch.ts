import { atMoments, type Moment } from './moments';
import { isMeant } from './visitor';
import type { PopUpRules } from './rules';
import { whenFree } from './when-free';

const againMilliseconds = 200;

/**
 * Opens a channel's form by itself at the first of the rules' moments (R10), once in the page's life and, if the rules say so, once in
 * the tab's session. Everything is decided here: no cookie, and nobody is asked.
 */
export function watch( root: Element, rules: PopUpRules ): void {
	if ( ! isMeant( rules ) || wasOpened( rules ) ) {
		return;
	}
	const { channelId } = rules;
	const watching = new AbortController();
	// By whatever it was opened: whoever saw it need not be shown it once more.
	document.addEventListener( 'rappel:open', () => {
		watching.abort();
		noteOpened( channelId );
	} );
	const open = ( moment: Moment ) =>
		whenFree( watching.signal, () => {
			if ( ! mayAsk( root ) ) {
				return;
			}
			if ( window.rappel?.open( { channelId, trigger: moment } ) ) {
				watching.abort();
			} else {
				// The form's own script is still on its way.
				setTimeout( () => open( moment ), againMilliseconds );
			}
		} );
	atMoments( rules, watching.signal, open );
}

/** Something may be asked for now, and nothing was: as the form itself shows it. */
const mayAsk = ( root: Element ) =>
	root.matches( '[data-phase=form]:has( [name=number]:enabled )' );

const place = ( channelId: string ) => `rappel/pop-up/${ channelId }`;

function noteOpened( channelId: string ): void {
	try {
		sessionStorage.setItem( place( channelId ), '1' );
	} catch {}
}

/** Storage may be refused: then it opens on the next page again. */
function wasOpened( { channelId, oncePerSession }: PopUpRules ): boolean {
	try {
		return (
			oncePerSession && !! sessionStorage.getItem( place( channelId ) )
		);
	} catch {
		return false;
	}
}
