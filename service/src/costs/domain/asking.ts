/** The network does not know at once what a call or a message cost. */
const firstAskMs = 120_000;
/** What it does not know after a day it never will. */
const longestMs = 86_400_000;

/** When the network is first asked what something cost that ended, or was sent, at an instant. */
export function firstAskAt( over: Date ): Date {
	return new Date( over.getTime() + firstAskMs );
}

/** When it is asked next: after as long again as it has been over. Null: it has been asked for long enough. */
export function nextAskAt( over: Date, now: Date ): Date | null {
	const age = Math.max( now.getTime() - over.getTime(), firstAskMs );
	return age > longestMs ? null : new Date( now.getTime() + age );
}
