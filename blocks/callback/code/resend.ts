import type { CallbackTexts } from '../context';
import { element, part } from '../picker/element';
import type { Refusal } from '../wire';

export interface Resend {
	button: HTMLButtonElement;
	/** From when on another code may be asked for; it is not offered where there is no such time. */
	offer: ( when: Refusal[ 'more' ] ) => void;
}

/** The button that asks for another code. While an SMS may still come it counts the seconds, and does nothing. */
export function createResend( texts: CallbackTexts, ask: () => void ): Resend {
	let timer: ReturnType< typeof setTimeout > | undefined;
	let offeredAt = 0;
	const secondsLeft = () =>
		Math.ceil( ( offeredAt - performance.now() ) / 1_000 );

	const button = element( 'button', {
		type: 'button',
		className: part( 'choice' ),
		onclick: () => secondsLeft() > 0 || ask(),
	} );

	function tick(): void {
		clearTimeout( timer );
		const seconds = secondsLeft();
		const waits = seconds > 0;
		button.textContent = waits
			? texts.codeResendIn.replace( '{seconds}', `${ seconds }` )
			: texts.codeResend;
		// Not `disabled`: whoever is on it would lose their place in the page.
		button.setAttribute( 'aria-disabled', `${ waits }` );
		if ( waits ) {
			timer = setTimeout( tick, 1_000 );
		}
	}

	return {
		button,
		offer( { retryAt, serverTime } ) {
			button.hidden = ! retryAt;
			if ( retryAt ) {
				// Measured on the server's clock, since the visitor's may be wrong.
				offeredAt =
					performance.now() +
					Date.parse( retryAt ) -
					Date.parse( serverTime ?? retryAt );
				tick();
			}
		},
	};
}
