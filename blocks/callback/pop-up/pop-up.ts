import { watch } from './watch';

/** Loaded on pages whose form opens by rules; they stand in the page, beside the form. */
for ( const root of document.querySelectorAll< HTMLElement >(
	'[data-rappel-pop-up]'
) ) {
	watch( root, JSON.parse( root.dataset.rappelPopUp! ) );
}
