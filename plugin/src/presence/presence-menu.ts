import { __, sprintf } from '@wordpress/i18n';
import type { Reading } from '../domain/format';
import { openingKey } from '../domain/own-presence';
import { presenceSentences } from '../domain/presence-sentences';
import { presenceStatuses, presenceWord } from '../domain/presence-words';
import { rememberAsked } from './asked-before';
import { element } from './element';
import { keepInWindow } from './keep-in-window';
import { onButtonKey, onMenuKey, type MenuKeys } from './menu-keys';
import { createPresenceQuestion } from './presence-question';
import type { PresenceStore } from './presence-store';

const leaveMilliseconds = 250;

export interface PresenceMenuOptions {
	store: PresenceStore;
	reading: Reading;
	/** The field for one's phone number; and the Live dashboard, null on that screen itself. */
	pages: { profile: string; live: string | null };
	/** Whether it asks "back online?": where two menus are on one page, one of them does. */
	asks: boolean;
}

/**
 * The presence menu, of the admin bar and of the Live dashboard: a button with a dot and a word, and what it opens. A mouse opens
 * it by being there, as the bar's other menus, so that a status is one click away. Returns what takes it away again.
 */
export function mountPresenceMenu(
	host: HTMLElement,
	{ store, reading, pages, asks }: PresenceMenuOptions
): () => void {
	// Two scripts may each put one on a page.
	const id = `rappel-presence-${ Math.random().toString( 36 ).slice( 2 ) }`;
	const word = element( 'span', { class: 'rappel-presence-menu__word' } );
	const button = element(
		'button',
		{
			type: 'button',
			id: `${ id }-button`,
			class: 'rappel-presence-menu__button',
			'aria-haspopup': 'menu',
			'aria-expanded': 'false',
			'aria-controls': `${ id }-menu`,
		},
		element( 'span', {
			class: 'rappel-presence-menu__dot',
			'aria-hidden': 'true',
		} ),
		word
	);
	const sentences = element( 'div', {
		id: `${ id }-until`,
		class: 'rappel-presence-menu__until',
	} );
	const choices = presenceStatuses.map( ( status ) =>
		element(
			'button',
			{
				type: 'button',
				role: 'menuitemradio',
				tabindex: '-1',
				class: `rappel-presence-menu__item is-${ status }`,
			},
			element( 'span', {
				class: 'rappel-presence-menu__dot',
				'aria-hidden': 'true',
			} ),
			presenceWord( status )
		)
	);
	const link = ( href: string, text: string ) =>
		element(
			'a',
			{
				href,
				role: 'menuitem',
				tabindex: '-1',
				class: 'rappel-presence-menu__item',
			},
			text
		);
	const profile = link(
		pages.profile,
		__( 'Add your phone number to take callbacks', 'rappel' )
	);
	const links = [
		...( pages.live
			? [ link( pages.live, __( 'Open the Live dashboard', 'rappel' ) ) ]
			: [] ),
		profile,
	];
	const menu = element(
		'ul',
		{
			id: `${ id }-menu`,
			role: 'menu',
			'aria-labelledby': `${ id }-button`,
			'aria-describedby': `${ id }-until`,
		},
		...[ ...choices, ...links ].map( ( item ) =>
			element( 'li', { role: 'none' }, item )
		)
	);
	const panel = element(
		'div',
		{ class: 'rappel-presence-menu__panel', hidden: '' },
		sentences,
		menu
	);
	const said = element( 'span', {
		role: 'status',
		class: 'rappel-presence-menu__said',
	} );
	const question = createPresenceQuestion( store );
	const root = element(
		'div',
		{ class: 'rappel-presence-menu' },
		button,
		panel,
		...( asks ? [ question.element ] : [] ),
		said
	);

	/** Opened by the mouse, it closes when the mouse leaves. */
	let isPinned = false;
	let leaving: ReturnType< typeof setTimeout > | undefined;
	const isOpen = () => ! panel.hidden;
	const show = ( isWanted: boolean ) => {
		clearTimeout( leaving );
		panel.hidden = ! isWanted;
		button.setAttribute( 'aria-expanded', String( isWanted ) );
		if ( isWanted ) {
			draw();
			keepInWindow( panel );
		} else {
			isPinned = false;
		}
	};
	const keys: MenuKeys = {
		items: () =>
			[ ...choices, ...links ].filter(
				( item ) => ! item.parentElement?.hidden
			),
		isOpen,
		open: ( focus ) => {
			show( true );
			isPinned = true;
			keys.items()
				.at( focus === 'first' ? 0 : -1 )
				?.focus();
		},
		close: ( takesFocusBack ) => {
			show( false );
			if ( takesFocusBack ) {
				button.focus();
			}
		},
	};

	const draw = () => {
		const { own, saving, problem } = store.get();
		const status = saving ?? own?.presence.status;
		root.className = `rappel-presence-menu is-${ status ?? 'unknown' }`;
		root.setAttribute( 'aria-busy', String( saving !== null ) );
		word.textContent = status
			? presenceWord( status )
			: __( 'Not known', 'rappel' );
		button.setAttribute(
			'aria-label',
			sprintf(
				/* translators: %s: Online, Away or Offline. */
				__( 'My presence: %s', 'rappel' ),
				word.textContent
			)
		);
		choices.forEach( ( choice, index ) =>
			choice.setAttribute(
				'aria-checked',
				String( presenceStatuses[ index ] === status )
			)
		);
		sentences.replaceChildren(
			...[
				...( own ? presenceSentences( own, new Date(), reading ) : [] ),
				problem,
			]
				.filter( Boolean )
				.map( ( sentence ) => element( 'p', {}, sentence ) )
		);
		root.classList.toggle( 'has-problem', !! problem );
		root.classList.toggle(
			'is-outside',
			own?.presence.status === 'online' && ! own.isInHours
		);
		profile.parentElement!.hidden = own?.hasNumber !== false;
		question.draw();
	};
	const choose = async ( index: number ) => {
		keys.close( true );
		const { own } = store.get();
		if ( own ) {
			rememberAsked( openingKey( own ) );
		}
		await store.choose( presenceStatuses[ index ]! );
		const { own: saved, problem } = store.get();
		said.textContent =
			problem ||
			( saved &&
				presenceSentences( saved, new Date(), reading ).join( ' ' ) );
	};

	button.addEventListener( 'click', ( { detail } ) => {
		// No detail: pressed by the keyboard or another tool.
		if ( isOpen() && isPinned ) {
			keys.close( false );
		} else if ( detail === 0 ) {
			keys.open( 'first' );
		} else {
			show( true );
			isPinned = true;
		}
	} );
	button.addEventListener( 'keydown', ( event ) =>
		onButtonKey( event, keys )
	);
	menu.addEventListener( 'keydown', ( event ) => onMenuKey( event, keys ) );
	choices.forEach( ( choice, index ) =>
		choice.addEventListener( 'click', () => void choose( index ) )
	);
	// The button alone opens it: a question that comes up under a mouse at rest is to be read.
	button.addEventListener( 'pointerenter', ( { pointerType } ) => {
		if ( pointerType === 'mouse' && ! isOpen() ) {
			show( true );
		}
	} );
	root.addEventListener( 'pointerenter', ( { pointerType } ) => {
		if ( pointerType === 'mouse' ) {
			clearTimeout( leaving );
		}
	} );
	root.addEventListener( 'pointerleave', ( { pointerType } ) => {
		if ( pointerType === 'mouse' && isOpen() && ! isPinned ) {
			leaving = setTimeout( () => show( false ), leaveMilliseconds );
		}
	} );
	const closeFromOutside = ( { target }: Event ) => {
		if ( isOpen() && ! root.contains( target as Node ) ) {
			show( false );
		}
	};
	document.addEventListener( 'pointerdown', closeFromOutside );

	const forget = store.subscribe( draw );
	draw();
	host.append( root );
	return () => {
		forget();
		clearTimeout( leaving );
		document.removeEventListener( 'pointerdown', closeFromOutside );
		root.remove();
	};
}
