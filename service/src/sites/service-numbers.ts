import type { Site } from './site.js';

/** What phones show where a channel has no number of its own; a number of the service's account is none of another account's. */
export function callerIdOf(
	site: Pick< Site, 'callerId' | 'ownAccountSid' >,
	defaultCallerId: string | null
): string | null {
	return site.callerId ?? ( site.ownAccountSid ? null : defaultCallerId );
}

/** From which text messages come; null: from the caller id. */
export function messagesNumberOf(
	site: Pick< Site, 'ownAccountSid' > | null,
	messagesNumber: string | null
): string | null {
	return site?.ownAccountSid ? null : messagesNumber;
}
