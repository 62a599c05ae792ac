/**
 * The colours that a block stands on: a dialog is drawn above the page, and is to look as if it were part of it. Where nothing around
 * the block has a background of its own, the browser's.
 */
export function surroundings( root: HTMLElement ): {
	background: string;
	color: string;
} {
	const { color } = getComputedStyle( root );
	for (
		let element: HTMLElement | null = root;
		element;
		element = element.parentElement
	) {
		const { backgroundColor } = getComputedStyle( element );
		if ( isOpaque( backgroundColor ) ) {
			return { background: backgroundColor, color };
		}
	}
	return { background: 'Canvas', color };
}

/** "rgba(0, 0, 0, 0)" is what a browser says of an element without a background. */
const isOpaque = ( color: string ) =>
	color !== 'transparent' && ! /^rgba\(.*, 0(\.\d+)?\)$/.test( color );
