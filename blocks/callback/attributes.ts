import type { BlockTexts } from '@rappel/contract';

/** What a block keeps in the page (block.json). */
export interface CallbackAttributes extends Record< string, unknown > {
	/** Empty until a channel is chosen. */
	channelId: string;
	/** `dialog`: without a button of its own; only the site-wide form uses it. */
	display: 'inline' | 'button' | 'floating' | 'dialog';
	/** Of a floating button: where a line starts, or where it ends. */
	side: 'start' | 'end';
	/** What this block says otherwise than its channel. */
	texts: BlockTexts;
}
