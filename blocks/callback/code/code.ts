import type { CallbackContext } from '../context';
import { element, part } from '../picker/element';
import type { Refusal } from '../wire';
import { createResend } from './resend';

/** The code as typed, or that none came. */
export interface Proof {
	code?: string;
	resendCode?: boolean;
}

/** Where the code is typed that was sent to the visitor's number (N06); drawn into the empty place that render.php leaves. */
export interface CodeStep {
	/** Asks for the code, or says what is wrong with it; null: nobody answered. */
	show: ( why: Refusal | null ) => void;
}

/** What the form does for the step. Nothing of the form's own code is imported here, so that each is loaded once. */
export interface CodeHost {
	context: CallbackContext;
	root: HTMLElement;
	/** Sends the form once more. */
	send: ( proof: Proof ) => Promise< void >;
	/** Back to the form, where the number can be changed. */
	back: () => void;
}

/** These are said of the code itself. */
const faultsOfCode = [ 'code_wrong', 'code_expired', 'code_used_up' ];

export function createCodeStep( host: CodeHost ): CodeStep {
	const { context, root } = host;
	const { texts } = context;
	const id = `${ root.id }-code`;

	const sentence = element( 'p', { id: `${ id }-sentence` } );
	const error = element( 'p', {
		id: `${ id }-error`,
		className: part( 'error' ),
	} );
	const input = element( 'input', {
		id,
		type: 'text',
		dir: 'ltr',
		name: 'code',
		maxLength: 12,
		inputMode: 'numeric',
		autocomplete: 'one-time-code',
		oninput: () => say( '' ),
	} );
	const confirm = element(
		'button',
		{
			type: 'submit',
			className: `${ part( 'button' ) } wp-element-button`,
		},
		texts.codeConfirm
	);
	const resend = createResend( texts, () => send( { resendCode: true } ) );
	const number = element(
		'button',
		{ type: 'button', className: part( 'choice' ), onclick: host.back },
		texts.codeNumber
	);
	const form = element(
		'form',
		{ noValidate: true, onsubmit: submit },
		sentence,
		element(
			'div',
			{ className: part( 'field' ) },
			element( 'label', { htmlFor: id }, texts.code ),
			input,
			error
		),
		confirm,
		element(
			'div',
			{ className: part( 'choices' ) },
			resend.button,
			number
		)
	);
	sentence.setAttribute( 'role', 'status' );
	error.setAttribute( 'role', 'alert' );
	input.setAttribute( 'aria-describedby', `${ sentence.id } ${ error.id }` );

	function say( problem: string, isOfCode = false ): void {
		error.textContent = problem;
		input.setAttribute( 'aria-invalid', `${ isOfCode }` );
	}

	function submit( event: Event ): void {
		event.preventDefault();
		const code = input.value.trim();
		if ( code ) {
			void send( { code } );
		} else {
			say( texts.codeMissing, true );
			input.focus();
		}
	}

	async function send( proof: Proof ): Promise< void > {
		if ( context.sending ) {
			return;
		}
		confirm.textContent = texts.sending;
		confirm.setAttribute( 'aria-disabled', 'true' );
		await host.send( proof );
		confirm.textContent = texts.codeConfirm;
		confirm.setAttribute( 'aria-disabled', 'false' );
	}

	return {
		show( why ) {
			if ( form.parentNode === null ) {
				root.querySelector( `.${ part( 'code' ) }` )!.replaceChildren(
					form
				);
			}
			context.phase = 'confirming';
			const isAsked = why?.code === 'code_needed';
			if ( isAsked ) {
				input.value = '';
				sentence.textContent = '';
			}
			say(
				isAsked ? '' : ( why?.detail ?? texts.sendFailed ),
				faultsOfCode.includes( why?.code ?? '' )
			);
			if ( why ) {
				resend.offer( why.more );
			}
			// One turn later: the step must first be seen, and a sentence that is said again must first be gone.
			setTimeout( () => {
				if ( isAsked ) {
					sentence.textContent = why.detail;
				}
				input.focus();
				input.select();
			} );
		},
	};
}
