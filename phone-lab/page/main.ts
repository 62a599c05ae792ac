import { actAt, onRefusal } from './actions.js';
import { element, keyed, setText } from './dom.js';
import { firstSteps, fixedNumbers } from './first-steps.js';
import { updateLog } from './log.js';
import type { LogFilter } from './log.js';
import { PhoneCard } from './phone-card.js';
import { updateRooms } from './rooms.js';
import { sentenceForm } from './sentence-form.js';
import { Sound } from './sound.js';
import { language, listOf, text } from './texts.js';
import type { TextKey } from './texts.js';
import type { PageSetup, PageView, PhoneState } from './view.js';

const refusalMilliseconds = 8_000;

function part( id: string ): HTMLElement {
	const found = document.getElementById( id );
	if ( ! found ) {
		throw new Error( `#${ id } is missing in index.html` );
	}
	return found;
}

const sound = new Sound();
const cards = new Map< string, PhoneCard >();
const states = new Map< string, PhoneState >();
let view: PageView | null = null;
let filter: LogFilter = 'all';

/** Texts that do not change. */
function writeTexts(): void {
	document.documentElement.lang = language;
	document.title = text( 'title' );
	for ( const node of document.querySelectorAll< HTMLElement >(
		'[data-text]'
	) ) {
		setText( node, text( node.dataset.text as TextKey ) );
	}
	const link = element( 'a', { href: '/lab/state' }, '/lab/state' );
	const [ before = '', after = '' ] = text( 'footer', {
		link: '\u0000',
	} ).split( '\u0000' );
	part( 'footer' ).replaceChildren( before, link, after );
}

/** Tells a screen reader what changed at the phones. */
function announce( current: PageView ): void {
	const sentences: string[] = [];
	for ( const { number, shown, state } of current.phones ) {
		const before = states.get( number );
		states.set( number, state );
		if (
			before !== state &&
			( before !== undefined || state !== 'idle' )
		) {
			const key = {
				ringing: 'announceRinging',
				calling: 'announceCalling',
				talking: 'announceTalking',
				idle: 'announceIdle',
			} as const;
			sentences.push( text( key[ state ], { number: shown } ) );
		}
	}
	if ( sentences.length > 0 ) {
		setText( part( 'announcer' ), sentences.join( ' ' ) );
	}
	const ringing = current.phones.some( ( { state } ) => state === 'ringing' );
	document.title = `${ ringing ? '🔔 ' : '' }${ text( 'title' ) }`;
}

function render(): void {
	if ( ! view ) {
		return;
	}
	const current = view;
	const nameOf = ( number: string ) =>
		current.phones.find( ( phone ) => phone.number === number )?.shown ??
		number;
	const lastCallOf = ( number: string ) =>
		current.calls.findLast( ( { phone } ) => phone === number );
	part( 'first' ).hidden = current.phones.length > 0;
	keyed(
		part( 'phones' ),
		current.phones,
		( { number } ) => number,
		( phone ) => {
			const card = new PhoneCard( phone, sound );
			cards.set( phone.number, card );
			return card.root;
		},
		( _node, phone ) =>
			cards
				.get( phone.number )
				?.update(
					phone,
					lastCallOf( phone.number ),
					nameOf,
					current.numbers
				)
	);
	updateRinging( current );
	updateRooms( part( 'rooms' ), part( 'rooms-empty' ), current, nameOf );
	updateLog( part( 'log' ), part( 'log-empty' ), current, filter );
	const notes = [
		current.clock.mode === 'virtual' ? text( 'virtualClock' ) : '',
		current.faults.length > 0
			? text( 'faultsActive', {
					list: listOf( [
						...new Set(
							current.faults.map( ( { kind } ) => kind )
						),
					] ),
				} )
			: '',
	].filter( Boolean );
	part( 'notes' ).hidden = notes.length === 0;
	setText( part( 'notes' ), notes.join( ' · ' ) );
}

/** A phone that nobody called yet rings a number of the account. */
function updateRinging( { numbers }: PageView ): void {
	const reachable = numbers.filter( ( { voiceUrl } ) => voiceUrl !== null );
	part( 'ring' ).hidden = reachable.length === 0;
	keyed(
		part( 'ring-forms' ),
		reachable,
		( { number } ) => number,
		( { number, shown } ) =>
			element(
				'div',
				{},
				element( 'p', {}, text( 'ringNumber', { number: shown } ) ),
				sentenceForm( {
					label: text( 'ringNewNumber' ),
					placeholder: '+33612345678',
					button: text( 'ringNewButton' ),
					type: 'tel',
					send: ( from ) =>
						actAt( from.replace( /\s/g, '' ), 'call', {
							to: number,
						} ),
				} )
			),
		() => {}
	);
}

function showProblem( sentence: string, milliseconds: number | null ): void {
	const node = part( 'problem' );
	setText( node, sentence );
	node.hidden = sentence === '';
	if ( milliseconds !== null ) {
		setTimeout( () => {
			if ( node.textContent === sentence ) {
				node.hidden = true;
				setText( node, '' );
			}
		}, milliseconds );
	}
}

function follow(): void {
	const feed = new EventSource( '/lab/events' );
	feed.addEventListener( 'state', ( event ) => {
		view = JSON.parse(
			( event as MessageEvent< string > ).data
		) as PageView;
		announce( view );
		render();
		sound.follow( view.phones );
	} );
	feed.addEventListener( 'open', () => showProblem( '', null ) );
	feed.addEventListener( 'error', () => showProblem( text( 'lost' ), null ) );
}

function listen(): void {
	const button = part( 'sound' );
	const show = () => {
		button.setAttribute( 'aria-pressed', String( sound.on ) );
		setText(
			part( 'sound-label' ),
			text( sound.on ? 'soundOff' : 'soundOn' )
		);
		part( 'sound-hint' ).hidden = sound.on;
	};
	button.addEventListener( 'click', () => {
		sound.turn( ! sound.on );
		sound.follow( view?.phones ?? [] );
		show();
	} );
	show();
	for ( const input of document.querySelectorAll< HTMLInputElement >(
		'input[name="filter"]'
	) ) {
		input.addEventListener( 'change', () => {
			filter = input.value as LogFilter;
			render();
		} );
	}
	// Only the time of calls moves between two changes.
	setInterval(
		() =>
			view?.phones.some( ( { state } ) => state === 'talking' ) &&
			render(),
		1_000
	);
}

async function start(): Promise< void > {
	writeTexts();
	onRefusal( ( sentence ) => showProblem( sentence, refusalMilliseconds ) );
	listen();
	follow();
	const setup = ( await ( await fetch( '/lab/setup' ) ).json() ) as PageSetup;
	part( 'first' ).replaceChildren( firstSteps( setup ) );
	part( 'fixed' ).replaceChildren( fixedNumbers( setup ) );
}

start().catch( () => showProblem( text( 'lost' ), null ) );
