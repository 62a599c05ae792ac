import type { VisitorSubmission } from '@rappel/contract';
import type { CallbackContext } from './context';
import { visitorTimeZone } from './time-zone';

/** What stands in the form. A channel that does not ask for a name or a note has no such field. */
export interface Fields {
	number: HTMLInputElement;
	name: HTMLInputElement | null;
	note: HTMLTextAreaElement | null;
	/** Null where consent is a sentence only. */
	consent: HTMLInputElement | null;
}

export function fieldsOf( form: HTMLFormElement ): Fields {
	const named = < E extends HTMLElement = HTMLInputElement >(
		name: string
	) => form.querySelector< E >( `[name="${ name }"]` );
	return {
		number: named( 'number' )!,
		name: named( 'name' ),
		note: named< HTMLTextAreaElement >( 'note' ),
		consent: named( 'consent' ),
	};
}

export function createSubmission(
	context: CallbackContext,
	key: string,
	fields: Fields
): VisitorSubmission {
	return {
		key,
		channelId: context.channelId,
		number: fields.number.value.trim(),
		name: fields.name?.value.trim() || undefined,
		note: fields.note?.value.trim() || undefined,
		consent: !! fields.consent?.checked,
		...( context.picking && { slot: context.slot } ),
		timeZone: visitorTimeZone(),
		pageUrl: location.href.slice( 0, 2_000 ),
		pageTitle: document.title.slice( 0, 300 ),
		language: context.language,
	};
}
