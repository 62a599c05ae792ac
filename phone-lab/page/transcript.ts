import { element, keyed, setText } from './dom.js';
import { text, timeOf } from './texts.js';
import type { HeardView, PhoneView } from './view.js';

const shownLines = 6;

function nameOfSound( url: string | null ): string {
	const name = url?.split( /[?#]/ )[ 0 ]?.split( '/' ).pop() ?? '';
	return name === '' ? '' : ` · ${ decodeURIComponent( name ) }`;
}

function words( heard: HeardView ): string {
	switch ( heard.kind ) {
		case 'say':
			return heard.text ?? '';
		case 'speech':
			return text( 'said', { sentence: heard.text ?? '' } );
		case 'play':
			return heard.url === null
				? ( heard.text ?? '' )
				: text( 'sound' ) + nameOfSound( heard.url );
		case 'music':
			return text( 'music' ) + nameOfSound( heard.url );
		default:
			return text( 'silence' );
	}
}

function make( heard: HeardView ): HTMLElement {
	const line = element(
		'li',
		{ class: `heard heard-${ heard.kind }` },
		element( 'span', { class: 'heard-words', dir: 'auto' } ),
		element( 'span', { class: 'heard-note' } )
	);
	if ( heard.kind === 'say' && heard.language ) {
		line.firstElementChild?.setAttribute( 'lang', heard.language );
	}
	return line;
}

/** The last things a phone heard in its call, as they came. */
export function updateTranscript( list: HTMLElement, phone: PhoneView ): void {
	const lastCall = phone.callSid ?? phone.heard.at( -1 )?.callSid;
	const lines =
		phone.state === 'ringing'
			? []
			: phone.heard
					.filter( ( { callSid } ) => callSid === lastCall )
					.slice( -shownLines );
	keyed(
		list,
		lines,
		( heard ) =>
			`${ heard.at } ${ heard.kind } ${ heard.text ?? heard.url }`,
		make,
		( line, heard ) => {
			const [ said, note ] = [ ...line.children ];
			if ( said && note ) {
				setText( said, words( heard ) );
				setText(
					note,
					heard.times > 1
						? text( 'times', { count: heard.times } )
						: timeOf( heard.at )
				);
			}
			line.classList.toggle(
				'heard-now',
				phone.state === 'talking' &&
					heard === lines.at( -1 ) &&
					phone.activity !== 'conference'
			);
		}
	);
	if ( lines.length > 0 ) {
		list.scrollTop = list.scrollHeight;
	}
}
