import type { AlternativeSlot } from '@rappel/contract';
import { arrange } from './arrange';
import type { CallbackContext } from './context';
import { loadWhenReached } from './load-when-reached';
import type { Picker } from './picker/picker';
import { ask } from './wire';

/** Choosing the time of a booking (S09). What draws days and times is loaded when the visitor reaches for it. */
export interface TimeChoice {
	/** Shows the free times, with `context.slot` chosen where it is still free; whoever pressed for them is led there. */
	open: ( isPressed?: boolean ) => Promise< void >;
	/** Back to the form as it was; the deferred button has the focus. */
	close: () => void;
	/** To the times, where none was chosen. */
	focus: () => void;
	/** The chosen slot went to somebody else: the nearest free ones, each booked by one press. */
	offer: ( alternatives: AlternativeSlot[] ) => void;
}

export function createTimeChoice(
	context: CallbackContext,
	root: HTMLElement,
	book: () => void
): TimeChoice {
	const later = root.querySelector< HTMLElement >(
		'.rappel-callback__later'
	);
	let picker: Picker | undefined;

	async function reach(): Promise< Picker > {
		const { createPicker }: typeof import( './picker/picker' ) =
			await import( /* webpackIgnore: true */ context.pickerUrl );
		return ( picker ??= createPicker( {
			context,
			root,
			book,
			ask,
			choose( slot, text ) {
				context.slot = slot;
				context.slotText = text;
				arrange( context );
			},
		} ) );
	}

	loadWhenReached( later, reach );

	// One turn later: the directives must first show it.
	const focus = ( selector: string ) =>
		setTimeout( () =>
			root.querySelector< HTMLElement >( selector )?.focus()
		);

	return {
		async open( isPressed = false ) {
			context.picking = true;
			context.formError = '';
			arrange( context );
			if ( isPressed ) {
				focus( '.rappel-callback__picker' );
			}
			try {
				( await reach() ).open();
			} catch {
				context.picking = false;
				context.formError = context.texts.slotsFailed;
				arrange( context );
			}
		},
		close() {
			context.picking = false;
			context.formError = '';
			arrange( context );
			focus( '.rappel-callback__later' );
		},
		focus: () => picker?.focus(),
		offer: ( alternatives ) => picker?.offer( alternatives ),
	};
}
