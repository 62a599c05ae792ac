import type { TextMessageKind } from '@rappel/contract';
import type { MessageNews } from '../telephony/call-events.js';

/**
 * A text message to a client. It is `sending` from before it is handed over; one that stays so, because its process died, may
 * have been sent and is not sent again, like `unknown`, until the network says what became of it.
 */
export interface TextMessage {
	id: string;
	siteId: string;
	channelId: string;
	requestId: string;
	kind: TextMessageKind;
	/** What it is about within its kind: of a request, each occasion is written of once. */
	occasion: string;
	/** The booked time that it tells; null: none. */
	startsAt: Date | null;
	/** E.164. */
	toNumber: string;
	/** E.164, a short code, or the sender's name. */
	fromNumber: string;
	/** '': it is written when it is sent, as things stand then. */
	text: string;
	state: TextMessageState;
	/** The network's error number; null: none. */
	code: string | null;
	messageSid: string | null;
	createdAt: Date;
	updatedAt: Date;
	/** When it was handed over; null: not yet, or never. */
	sentAt: Date | null;
}

export type TextMessageState =
	| 'pending'
	| 'sending'
	| 'unknown'
	/** The network has it. */
	| 'accepted'
	| 'sent'
	| 'delivered'
	| 'undelivered'
	| 'failed'
	/** Not sent: what it was to say is so no more. */
	| 'obsolete'
	/** Not sent: the number is no mobile's. */
	| 'landline'
	/** Not sent: the number's owner wants no messages. */
	| 'opted_out';

/** From which states the network's word leads on: it may come late, twice and in any order, and the last rank stays. */
export function statesBefore(
	status: MessageNews[ 'status' ]
): readonly TextMessageState[] {
	switch ( status ) {
		case 'queued':
			return [ 'sending', 'unknown' ];
		case 'sent':
			return [ 'sending', 'unknown', 'accepted' ];
		case 'delivered':
		case 'undelivered':
		case 'failed':
			return [ 'sending', 'unknown', 'accepted', 'sent' ];
	}
}

export function stateAfter(
	status: MessageNews[ 'status' ]
): TextMessageState {
	return status === 'queued' ? 'accepted' : status;
}
