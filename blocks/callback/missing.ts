import type { CallbackContext } from './context';
import { showConsentError, showNumberError } from './show';
import type { Fields } from './submission';

/** Says what is missing where it is missing, and gives where to go first; null: the form is complete. */
export function showMissing(
	context: CallbackContext,
	{ number, consent }: Fields
): 'field' | 'slot' | null {
	const { texts } = context;
	const isSlotMissing = context.picking && ! context.slot;
	showNumberError( context, number.value.trim() ? '' : texts.numberMissing );
	showConsentError(
		context,
		consent && ! consent.checked ? texts.consentMissing : ''
	);
	context.formError = isSlotMissing ? texts.slotMissing : '';
	if ( context.numberInvalid || context.consentInvalid ) {
		return 'field';
	}
	return isSlotMissing ? 'slot' : null;
}
