import apiFetch from '@wordpress/api-fetch';
import type {
	Language,
	TextMessageKind,
	TextMessagePreview,
} from '@rappel/contract';
import { orProblem } from './problem';

export type OwnMessageKind = Extract<
	TextMessageKind,
	'confirmation' | 'reminder' | 'not_reached'
>;

export interface PreviewQuestion {
	kind: OwnMessageKind;
	/** Null: Rappel's own. */
	text: string | null;
	language: Language;
	sender: string | null;
	/** Null: not saved yet. */
	channelId: string | null;
}

/** The message as it would be sent for an example of a booking. Throws a Problem. */
export const previewTextMessage = ( data: PreviewQuestion ) =>
	orProblem(
		apiFetch< TextMessagePreview >( {
			path: '/rappel/v1/text-messages/preview',
			method: 'POST',
			data,
		} )
	);
