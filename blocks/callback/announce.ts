/** What scripts of the page are told of, as "rappel:open" and so on (docs/owner.md). */
export type News =
	'open' | 'close' | 'requested' | 'booked' | 'refused' | 'joined';

export interface Announcement {
	channelId: string;
	/** What opened the form: "button", "floating", "api", "inline", or the moment of a rule. */
	trigger: string;
}

/** Tells scripts of the page, analytics tags for one, what happened. Never a number and never a name. */
export function announce(
	root: HTMLElement,
	channelId: string,
	what: News
): void {
	const trigger = root.querySelector( 'dialog' )?.dataset.trigger ?? 'inline';
	root.dispatchEvent(
		new CustomEvent< Announcement >( `rappel:${ what }`, {
			bubbles: true,
			detail: { channelId, trigger },
		} )
	);
}
