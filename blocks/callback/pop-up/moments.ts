import type { PopUpRules } from './rules';
import { whenVisible } from '../when-visible';
import { isPhone } from './visitor';

/** What opened the form, as analytics are told. */
export type Moment = 'exit_intent' | 'scroll' | 'time';

/** Tells of each moment that the rules name, until the signal. One may come more than once. */
export function atMoments(
	{ exitIntent, scrollPercent, afterSeconds }: PopUpRules,
	signal: AbortSignal,
	tell: ( moment: Moment ) => void
): void {
	if ( exitIntent && ! isPhone() ) {
		document.documentElement.addEventListener(
			'mouseleave',
			// Upwards: towards the tabs and the address.
			( { clientY } ) => clientY <= 0 && tell( 'exit_intent' ),
			{ signal }
		);
	}
	if ( scrollPercent !== null ) {
		addEventListener(
			'scroll',
			() => isScrolledTo( scrollPercent ) && tell( 'scroll' ),
			{ signal, passive: true }
		);
	}
	if ( afterSeconds !== null ) {
		const timer = setTimeout(
			() => whenVisible( () => signal.aborted || tell( 'time' ) ),
			// Since the page was opened.
			Math.max( 0, afterSeconds * 1_000 - performance.now() )
		);
		signal.addEventListener( 'abort', () => clearTimeout( timer ) );
	}
}

/** Whether the window's lower edge has come so far down the page; a pixel is what zoomed pages lack at their end. */
function isScrolledTo( percent: number ): boolean {
	const { scrollHeight } = document.documentElement;
	return scrollY + innerHeight + 1 >= ( scrollHeight * percent ) / 100;
}
