import { actAt } from './actions.js';
import { element, keyed, setText } from './dom.js';
import { sentenceForm } from './sentence-form.js';
import { text, textOr, timeOf } from './texts.js';
import type {
	MessageView,
	NumberView,
	PhoneView,
	RecordingView,
} from './view.js';

/** What a phone can do besides being called: speak, ring a number of the account, read and write, play what was recorded. */
export class PhoneExtras {
	readonly speech: HTMLElement;
	readonly root = element( 'div', { class: 'phone-extras' } );
	private readonly ring = element( 'div', { class: 'ring-numbers' } );
	private readonly messages: HTMLElement;
	private readonly writing = element( 'div' );
	private readonly thread: HTMLDetailsElement;
	private readonly recordings: HTMLElement;
	private readonly box: HTMLDetailsElement;

	constructor(
		private readonly number: string,
		shown: string
	) {
		this.speech = sentenceForm( {
			label: text( 'speakLabel', { number: shown } ),
			placeholder: text( 'speakHint' ),
			button: text( 'speak' ),
			send: ( sentence ) => actAt( number, 'speak', { text: sentence } ),
		} );
		// They scroll, so the keyboard must reach them.
		const list = ( name: 'messages' | 'recordings' ) =>
			element( 'ol', {
				class: name,
				tabindex: '0',
				'aria-label': `${ text( name ) } ${ shown }`,
			} );
		this.messages = list( 'messages' );
		this.messages.setAttribute( 'aria-live', 'polite' );
		this.recordings = list( 'recordings' );
		this.thread = this.section( 'messages', this.messages, this.writing );
		this.box = this.section( 'recordings', this.recordings );
		this.root.append( this.ring, this.thread, this.box );
	}

	private section(
		title: 'messages' | 'recordings',
		...inside: HTMLElement[]
	): HTMLDetailsElement {
		return element(
			'details',
			{ class: 'phone-section' },
			element(
				'summary',
				{},
				text( title ),
				' ',
				element( 'span', { class: 'count' } )
			),
			...inside
		);
	}

	update( phone: PhoneView, numbers: NumberView[] ): void {
		this.speech.hidden = phone.state !== 'talking';
		this.ring.hidden = phone.state !== 'idle' || ! phone.attended;
		keyed(
			this.ring,
			numbers.filter( ( { voiceUrl } ) => voiceUrl !== null ),
			( { number } ) => number,
			( { number, shown } ) =>
				element(
					'button',
					{
						type: 'button',
						click: () =>
							void actAt( this.number, 'call', { to: number } ),
					},
					text( 'ringNumber', { number: shown } )
				),
			() => {}
		);
		this.updateMessages( phone.messages, numbers );
		this.updateRecordings( phone.recordings );
	}

	private updateMessages(
		messages: MessageView[],
		numbers: NumberView[]
	): void {
		this.count( this.thread, messages.length );
		// A thread opens by itself with its first message; afterwards it stays as it was left.
		if ( messages.length > 0 && this.messages.children.length === 0 ) {
			this.thread.open = true;
		}
		this.thread.hidden = messages.length === 0 && numbers.length === 0;
		const shownBefore = this.messages.children.length;
		const nameOf = ( number: string ) =>
			numbers.find( ( one ) => one.number === number )?.shown ?? number;
		keyed(
			this.messages,
			messages,
			( { sid } ) => sid,
			( { direction, body } ) =>
				element(
					'li',
					{
						class: `message ${ direction === 'inbound' ? 'mine' : 'theirs' }`,
					},
					element( 'p', { dir: 'auto' }, ...withLinks( body ) ),
					element( 'small' )
				),
			( node, message ) => {
				const line = node.querySelector( 'small' );
				if ( line ) {
					setText( line, lineOf( message, nameOf ) );
				}
			}
		);
		if ( messages.length !== shownBefore ) {
			this.messages.scrollTop = this.messages.scrollHeight;
		}
		keyed(
			this.writing,
			numbers,
			( { number } ) => number,
			( { number, shown } ) =>
				sentenceForm( {
					label: text( 'writeLabel', { number: shown } ),
					placeholder: text( 'writeHint' ),
					button: text( 'write' ),
					send: ( body ) =>
						actAt( this.number, 'sms', { to: number, body } ),
				} ),
			() => {}
		);
	}

	private updateRecordings( recordings: RecordingView[] ): void {
		this.count( this.box, recordings.length );
		this.box.hidden = recordings.length === 0;
		keyed(
			this.recordings,
			recordings,
			( { sid, status } ) => `${ sid } ${ status }`,
			( recording ) => {
				const name = text( 'recordingOf', {
					time: timeOf( recording.at ),
					seconds: recording.seconds,
				} );
				const over = [ 'completed', 'stopped' ].includes(
					recording.status
				);
				return element(
					'li',
					{},
					element( 'p', {}, over ? name : text( 'recordingGoing' ) ),
					over
						? element( 'audio', {
								controls: '',
								preload: 'none',
								src: recording.url,
								'aria-label': name,
							} )
						: null,
					recording.said === ''
						? null
						: element( 'q', { dir: 'auto' }, recording.said )
				);
			},
			() => {}
		);
	}

	private count( section: HTMLElement, number: number ): void {
		const node = section.querySelector( '.count' );
		if ( node ) {
			setText( node, number === 0 ? '' : String( number ) );
		}
	}
}

/** Addresses in a message open beside the page, as on a phone; what ends a sentence is no part of one. */
function withLinks( body: string ): Array< Node | string > {
	return body
		.split( /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/ )
		.map( ( part, index ) =>
			index % 2 === 0
				? part
				: element(
						'a',
						{ href: part, target: '_blank', rel: 'noreferrer' },
						part
					)
		);
}

function lineOf(
	{ direction, from, to, status, segments, errorCode, at }: MessageView,
	nameOf: ( number: string ) => string
): string {
	return [
		direction === 'inbound'
			? text( 'messageOut', { number: nameOf( to ) } )
			: text( 'messageIn', { number: nameOf( from ) } ),
		errorCode === null
			? textOr( 'message', status )
			: text( 'messageFailed', { code: errorCode } ),
		segments > 1 ? text( 'messageParts', { count: segments } ) : '',
		isNumber( from ) ? '' : text( 'messageByName' ),
		timeOf( at ),
	]
		.filter( Boolean )
		.join( ' · ' );
}

/** A sender that is a name cannot be answered. */
function isNumber( sender: string ): boolean {
	return sender.startsWith( '+' );
}
