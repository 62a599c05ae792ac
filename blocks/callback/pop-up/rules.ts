import type { PopUpSettings } from '@rappel/contract';

/** What of a channel's rules is decided in the page; which pages they are for, the server decides. */
export interface PopUpRules extends Pick<
	PopUpSettings,
	| 'exitIntent'
	| 'scrollPercent'
	| 'afterSeconds'
	| 'parameters'
	| 'devices'
	| 'oncePerSession'
> {
	channelId: string;
}
