import type { Language, TextMessageKind } from '@rappel/contract';
import type { MessageText, ReplyText } from '../messages/text-key.js';
import { text } from '../messages/texts.js';
import { cheapText } from './domain/cheap-text.js';
import { filledText, type PlaceValues } from './domain/fill-places.js';

/** What a message says; of an answer, which. */
export type Saying =
	| { kind: Exclude< TextMessageKind, 'reply' > }
	| { kind: 'reply'; reply: ReplyText };

interface Wording {
	language: Language;
	/** The owner's; null: Rappel's. */
	own: string | null;
	/** It comes from a name, which nobody can answer. */
	byName: boolean;
}

/** Those that offer an answer, where there can be one. */
const answerable = [ 'confirmation', 'reminder', 'moved' ] as const;

/** A message as it is sent. Nothing left of the owner's words is nothing to send: then Rappel's are. */
export function composed(
	saying: Saying,
	{ own, language, byName }: Wording,
	values: PlaceValues
): string {
	const sentence =
		( own !== null && filledText( own, values ) ) ||
		filledText( defaultMessage( saying, language, byName ), values );
	return cheapText( sentence );
}

/** Rappel's message with its places, as the editor shows it. */
export function defaultMessage(
	saying: Saying,
	language: Language,
	byName: boolean
): string {
	return text( keyOf( saying, byName ), language );
}

function keyOf( saying: Saying, byName: boolean ): MessageText {
	if ( saying.kind === 'reply' ) {
		return `message.reply.${ saying.reply }`;
	}
	const offers = answerable.find( ( kind ) => kind === saying.kind );
	return byName && offers
		? `message.${ offers }.by_name`
		: `message.${ saying.kind }`;
}
