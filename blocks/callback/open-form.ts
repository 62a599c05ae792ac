import type { Callback } from './callback';
import type { CallbackContext } from './context';
import { openDialog } from './open-dialog';

/** What scripts of the page may call (docs/owner.md). */
export interface PageApi {
	/** Opens the form of a channel, or the page's first one. One that stands in the page is gone to. False: there is none (yet). */
	open: ( which?: {
		channelId?: string | undefined;
		/** Told to analytics as what opened it. */
		trigger?: string;
	} ) => boolean;
}

declare global {
	interface Window {
		/** Absent until the form's script has come. */
		rappel?: PageApi;
	}
}

/** Of this page, by their roots. */
export const forms = new Map<
	HTMLElement,
	{ callback: Callback; context: CallbackContext }
>();

export const openForm: PageApi[ 'open' ] = ( {
	channelId,
	trigger = 'api',
} = {} ) => {
	for ( const [ root, { context } ] of forms ) {
		if (
			root.isConnected &&
			( ! channelId || channelId === context.channelId )
		) {
			if ( context.dialogUrl ) {
				void openDialog( context, root, trigger );
			} else {
				root.querySelector< HTMLElement >( '[name=number]' )!.focus();
			}
			return true;
		}
	}
	return false;
};
