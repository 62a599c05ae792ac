import { actAt } from './actions.js';
import { element, icon, icons, setText } from './dom.js';
import { PhoneExtras } from './phone-extras.js';
import { pressKey } from './sound.js';
import type { Sound } from './sound.js';
import { listOf, text, textOr } from './texts.js';
import { updateTranscript } from './transcript.js';
import type { CallView, NumberView, PhoneView } from './view.js';

const keyOrder = [ '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#' ];
const keyNames: Record< string, string > = {
	'*': text( 'keyStar' ),
	'#': text( 'keyHash' ),
};

const duration = ( since: string | null ): string => {
	const seconds =
		since === null
			? 0
			: Math.max(
					0,
					Math.floor( ( Date.now() - Date.parse( since ) ) / 1_000 )
				);
	return `${ Math.floor( seconds / 60 ) }:${ String( seconds % 60 ).padStart( 2, '0' ) }`;
};

/** One phone. Built once and brought up to date, so that the focus stays where it is. */
export class PhoneCard {
	readonly root: HTMLElement;
	private readonly status = element( 'p', { class: 'phone-status' } );
	private readonly note = element( 'p', { class: 'phone-note' } );
	private readonly transcript: HTMLElement;
	private readonly keypad: HTMLElement;
	private readonly extras: PhoneExtras;
	private readonly buttons: Record<
		'answer' | 'refuse' | 'hangup' | 'keypad' | 'listen',
		HTMLButtonElement
	>;
	private phone: PhoneView;
	private keypadOpen: boolean | null = null;

	constructor(
		phone: PhoneView,
		private readonly sound: Sound
	) {
		this.phone = phone;
		const { number, shown } = phone;
		const act = ( action: 'answer' | 'refuse' | 'hangup' ) =>
			element(
				'button',
				{
					type: 'button',
					class: `call-button ${ action }`,
					click: () => this.act( action ),
				},
				icon( icons.phone ),
				element( 'span', {}, text( action ) )
			);
		this.buttons = {
			answer: act( 'answer' ),
			refuse: act( 'refuse' ),
			hangup: act( 'hangup' ),
			keypad: element(
				'button',
				{
					type: 'button',
					class: 'round-button',
					'aria-label': text( 'keypad' ),
					title: text( 'keypad' ),
					click: () => this.toggleKeypad(),
				},
				icon( icons.keypad )
			),
			listen: element( 'button', {
				type: 'button',
				class: 'round-button listen',
				click: () => this.toggleListening(),
			} ),
		};
		this.transcript = element( 'ol', {
			class: 'transcript',
			'aria-live': 'polite',
			'aria-label': text( 'transcript', { number: shown } ),
			tabindex: '0',
		} );
		this.keypad = element(
			'div',
			{ class: 'keypad', role: 'group', 'aria-label': text( 'keypad' ) },
			...keyOrder.map( ( key ) =>
				element(
					'button',
					{
						type: 'button',
						'aria-label': keyNames[ key ] ?? text( 'key', { key } ),
						click: () => pressKey( sound, number, key ),
					},
					key
				)
			)
		);
		this.extras = new PhoneExtras( number, shown );
		const heading = `phone-${ number.slice( 1 ) }`;
		this.root = element(
			'article',
			{
				class: 'phone',
				'aria-labelledby': heading,
				keydown: ( event ) => this.onKey( event as KeyboardEvent ),
			},
			element(
				'div',
				{ class: 'phone-top' },
				element( 'h3', { id: heading }, shown ),
				this.buttons.listen
			),
			this.status,
			this.note,
			this.transcript,
			this.keypad,
			this.extras.speech,
			element(
				'div',
				{ class: 'phone-actions' },
				this.buttons.refuse,
				this.buttons.answer,
				this.buttons.keypad,
				this.buttons.hangup
			),
			this.extras.root
		);
	}

	update(
		phone: PhoneView,
		lastCall: CallView | undefined,
		nameOf: ( number: string ) => string,
		numbers: NumberView[]
	): void {
		const before = this.phone;
		this.phone = phone;
		const { state, activity, attended, since } = phone;
		this.root.dataset.state = state;
		this.root.dataset.activity = activity ?? '';
		const waiting = activity === 'waiting';
		setText(
			this.status,
			state === 'talking'
				? `${ text( waiting ? 'waiting' : 'talking' ) } · ${ duration( since ) }`
				: text( state )
		);
		setText( this.note, this.describe( lastCall, nameOf ) );
		this.note.hidden = this.note.textContent === '';
		this.extras.update( phone, numbers );
		updateTranscript( this.transcript, phone );
		this.transcript.hidden = this.transcript.children.length === 0;
		if ( state !== before.state ) {
			this.keypadOpen = null;
		}
		const keys =
			state === 'talking' && ( this.keypadOpen ?? activity === 'gather' );
		this.keypad.hidden = ! keys;
		this.root.toggleAttribute( 'data-keys-wanted', activity === 'gather' );
		this.buttons.keypad.setAttribute( 'aria-expanded', String( keys ) );
		// What appears comes first, so that the focus has somewhere to go when what had it is hidden.
		this.show( 'keypad', state === 'talking' );
		this.show( 'hangup', state === 'talking' || state === 'calling' );
		this.show( 'answer', state === 'ringing' && attended );
		this.show( 'refuse', state === 'ringing' && attended );
		this.showListening();
	}

	private describe(
		lastCall: CallView | undefined,
		nameOf: ( number: string ) => string
	): string {
		const {
			state,
			activity,
			fromShown,
			with: hears,
			behaviour,
		} = this.phone;
		const fixed = textOr( 'behaviour', behaviour );
		if ( state === 'ringing' ) {
			return [ text( 'callFrom', { number: fromShown ?? '' } ), fixed ]
				.filter( Boolean )
				.join( ' · ' );
		}
		if ( state === 'calling' ) {
			return text( 'callTo', { number: fromShown ?? '' } );
		}
		if ( state === 'talking' ) {
			if ( hears.length > 0 ) {
				return text( 'talksWith', {
					list: listOf( hears.map( nameOf ) ),
				} );
			}
			if ( activity === 'gather' ) {
				return text( 'keysWanted' );
			}
			if ( activity === 'record' ) {
				return text( 'recordWanted' );
			}
			return activity === 'conference' ? text( 'hearsNobody' ) : fixed;
		}
		return [
			lastCall
				? text( 'lastCall', { how: textOr( 'how', lastCall.status ) } )
				: '',
			fixed,
		]
			.filter( Boolean )
			.join( ' · ' );
	}

	/** Hides a button; the focus goes on to what takes its place rather than back to the top of the page. */
	private show( name: keyof PhoneCard[ 'buttons' ], visible: boolean ): void {
		const button = this.buttons[ name ];
		const hadFocus = button.ownerDocument.activeElement === button;
		button.hidden = ! visible;
		if ( hadFocus && ! visible ) {
			( this.phone.state === 'talking'
				? this.buttons.hangup
				: this.buttons.listen
			).focus();
		}
	}

	private act( action: 'answer' | 'refuse' | 'hangup' ): void {
		void actAt( this.phone.number, action, {} );
	}

	private toggleKeypad(): void {
		this.keypadOpen = this.keypad.hidden;
		this.keypad.hidden = ! this.keypadOpen;
		this.buttons.keypad.setAttribute(
			'aria-expanded',
			String( this.keypadOpen )
		);
	}

	private toggleListening(): void {
		this.sound.toggle( this.phone.number );
		this.showListening();
	}

	private showListening(): void {
		const hears = this.sound.hears( this.phone.number );
		const label = text( hears ? 'mutePhone' : 'unmutePhone' );
		if ( this.buttons.listen.getAttribute( 'aria-label' ) !== label ) {
			this.buttons.listen.setAttribute( 'aria-label', label );
			this.buttons.listen.title = label;
			this.buttons.listen.replaceChildren(
				icon( hears ? icons.speaker : icons.speakerOff )
			);
		}
	}

	/** Digits typed anywhere in the card are its keys, except in what somebody writes. */
	private onKey( event: KeyboardEvent ): void {
		if (
			this.phone.state === 'talking' &&
			! ( event.target instanceof HTMLInputElement ) &&
			keyOrder.includes( event.key ) &&
			! event.ctrlKey &&
			! event.metaKey &&
			! event.altKey
		) {
			event.preventDefault();
			pressKey( this.sound, this.phone.number, event.key );
		}
	}
}
