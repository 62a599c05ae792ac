/** Whoever is told: an agent, the owner or a supervisor of the site. */
export type Recipient =
	`agent ${ number }` | 'owner' | `supervisor ${ number }`;

export type TeamAlertKind =
	| 'missed_call'
	| 'failed_booking'
	| 'not_handled'
	| 'opening'
	| 'nobody_there'
	| 'daily_report'
	/** The month has cost what the owner allows. */
	| 'spending_limit'
	/** The telephone account holds little. */
	| 'balance_low';

/**
 * Something that one of the company is told, once. It is `sending` from before it is handed over; one that stays so, because its
 * process died, may have arrived and is not sent again, like `unknown`.
 */
export interface TeamAlert {
	id: string;
	siteId: string;
	kind: TeamAlertKind;
	/** What it is about within its kind: the leg, the request, the beginning of the period, the date, the month. */
	occasion: string;
	/** Never an address: they are read when it is sent. */
	recipient: Recipient;
	/** Null: it is about the site. */
	channelId: string | null;
	/** Null: it is about no request. */
	requestId: string | null;
	/** `obsolete`: not sent, since it is no news any more, or nobody wants to be told. */
	state: 'pending' | 'sending' | 'sent' | 'failed' | 'unknown' | 'obsolete';
	createdAt: Date;
	/** Not sent after it. */
	usefulUntil: Date;
}
