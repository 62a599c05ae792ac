export interface Letter {
	/** An e-mail address. */
	to: string;
	subject: string;
	/** Plain text. */
	text: string;
	/** The same as a page, for whoever reads mail so; absent: there is none. */
	html?: string;
}

/**
 * What became of a letter that was not accepted:
 * - `permanent`: the server refused it for good (no such recipient, credentials it does not know).
 * - `retryable`: it was certainly not accepted; the same letter may be sent again.
 * - `unknown`: the connection broke after it was handed over. It is never sent again.
 */
export type MailErrorKind = 'permanent' | 'retryable' | 'unknown';

export class MailError extends Error {
	override readonly name = 'MailError';

	constructor(
		readonly kind: MailErrorKind,
		/** What the server or the connection said, without anybody's address. */
		message: string
	) {
		super( message );
	}
}

/** Hands letters over to a mail server. */
export interface Mail {
	/**
	 * Once, without trying again by itself.
	 *
	 * @throws {MailError} And nothing else.
	 */
	send: ( letter: Letter ) => Promise< void >;
}
