import type { CallbackContext } from './context';

/** Which buttons stand there and what they say follows from what is offered and from whether a time is being chosen. */
export function arrange( context: CallbackContext ): void {
	const { immediate, deferred, deferredOnly, picking, texts } = context;
	context.canAsk = immediate || deferred;
	context.canSubmit = immediate || picking;
	context.nowHidden = deferredOnly && ! picking;
	context.laterHidden = ! deferred || picking;
	context.closePickerText = immediate ? texts.backToNow : texts.closePicker;
	if ( ! context.sending ) {
		context.buttonText = nameOfSubmit( context );
	}
}

function nameOfSubmit( { picking, slot, slotText, texts }: CallbackContext ) {
	if ( ! picking ) {
		return texts.button;
	}
	return slot ? texts.book.replace( '{time}', slotText ) : texts.bookNone;
}
