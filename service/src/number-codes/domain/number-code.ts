/** The code that shows that whoever asks has the phone whose number they typed. It is of one request, and of one number. */
export interface NumberCode {
	/** Ours; of its SMS too, of which the network tells by it. */
	id: string;
	siteId: string;
	requestKey: string;
	/** E.164. */
	number: string;
	/** Of the code: it is written nowhere but in the SMS. */
	digest: string;
	/** How many codes were sent for this request, this one included. */
	sent: number;
	/** Wrong ones that were typed in place of this one. */
	tries: number;
	sentAt: Date;
	expiresAt: Date;
}

export const codeRules = {
	digits: 6,
	validMinutes: 10,
	/** Between two codes of a request: an SMS may take a while. */
	resendSeconds: 60,
	triesPerCode: 5,
	codesPerRequest: 3,
	/** Its row goes then, and what it says of how many were sent. */
	keptMinutes: 60,
} as const;

export interface Asked {
	/** The number that the code is to be for. */
	number: string;
	/** The visitor says that no code came. */
	again: boolean;
}

/**
 * What is to be done for who asks for a code. `send`: one is sent. `sent`: it is on its way, and no other is needed.
 * `too_soon`: another one would be sent later. `too_many`: none is sent any more.
 */
export type NextStep = 'send' | 'sent' | 'too_soon' | 'too_many';

/**
 * Of the last code of the request; null: there was none. The same form sent twice is one code; another number needs another
 * one, and so does a code that is of no use any more.
 */
export function nextStep(
	last: NumberCode | null,
	{ number, again }: Asked,
	now: Date
): NextStep {
	if ( ! last ) {
		return 'send';
	}
	const isSameNumber = last.number === number;
	if ( isSameNumber && ! again && isUsable( last, now ) ) {
		return 'sent';
	}
	if ( last.sent >= codeRules.codesPerRequest ) {
		return 'too_many';
	}
	return isSameNumber && now < nextAt( last ) ? 'too_soon' : 'send';
}

/** When another code may be sent; null: never. */
export function resendAt( last: NumberCode ): Date | null {
	return last.sent < codeRules.codesPerRequest ? nextAt( last ) : null;
}

/** `used_up`: the last try was wrong, or the one before it. */
export type Verdict = 'right' | 'wrong' | 'expired' | 'used_up';

/**
 * What is said of a code that was typed, of which the try is counted already: many at once are no more than five. Not counted: no
 * try was left, or its time was over.
 */
export function verdictOn(
	code: NumberCode,
	{ isRight, counted }: { isRight: boolean; counted: boolean },
	now: Date
): Verdict {
	if ( ! counted ) {
		return now >= code.expiresAt ? 'expired' : 'used_up';
	}
	if ( isRight ) {
		return 'right';
	}
	return code.tries < codeRules.triesPerCode ? 'wrong' : 'used_up';
}

function isUsable( { tries, expiresAt }: NumberCode, now: Date ): boolean {
	return tries < codeRules.triesPerCode && now < expiresAt;
}

function nextAt( { sentAt }: NumberCode ): Date {
	return new Date( sentAt.getTime() + codeRules.resendSeconds * 1_000 );
}
