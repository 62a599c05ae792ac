import { element } from './dom.js';

let made = 0;

/** One line and a button. It is emptied when `send` says that it was taken. */
export function sentenceForm( options: {
	label: string;
	placeholder: string;
	button: string;
	type?: 'text' | 'tel';
	send: ( sentence: string ) => Promise< boolean >;
} ): HTMLFormElement {
	const input = element( 'input', {
		id: `sentence-${ ++made }`,
		type: options.type ?? 'text',
		placeholder: options.placeholder,
		autocomplete: 'off',
		required: '',
	} );
	const submit = async ( event: Event ) => {
		event.preventDefault();
		if ( await options.send( input.value.trim() ) ) {
			input.value = '';
		}
	};
	return element(
		'form',
		{ class: 'sentence', submit: ( event ) => void submit( event ) },
		element(
			'label',
			{ for: input.id, class: 'visually-hidden' },
			options.label
		),
		input,
		element( 'button', { type: 'submit' }, options.button )
	);
}
