import type { CallbackContext } from './context';

export const reachDialog = ( {
	dialogUrl,
}: CallbackContext ): Promise< typeof import( './dialog/dialog' ) > =>
	import( /* webpackIgnore: true */ dialogUrl );

/**
 * Opens the dialog in which the form is; what it needs is loaded first. `trigger` says to analytics what opened it: "button",
 * "floating", or the name of a rule.
 */
export const openDialog = (
	context: CallbackContext,
	root: HTMLElement,
	trigger: string
): Promise< void > =>
	reachDialog( context ).then(
		( { showDialog } ) => showDialog( root, context.channelId, trigger ),
		// Without its looks it is a dialog all the same.
		() => root.querySelector( 'dialog' )!.showModal()
	);
