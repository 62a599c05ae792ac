import type { Talk } from '../supervision/domain/supervision.js';
import type { Dependencies } from './dependencies.js';

/** Who talks in a request now; null: nobody does, or the site has no such request. In a transaction it stays so until its end. */
export async function talkOf(
	{ store }: Pick< Dependencies, 'store' >,
	siteId: string,
	requestId: string
): Promise< Talk | null > {
	const loaded = await store.load( requestId, { lock: true } );
	if (
		loaded?.details.siteId !== siteId ||
		loaded.request.state !== 'talking'
	) {
		return null;
	}
	const { attempt, plan } = loaded.request;
	const company = attempt.legs.find(
		( leg ) =>
			leg.party === 'company' &&
			leg.state === 'answered' &&
			leg.readyAt !== null
	);
	return company?.state === 'answered'
		? {
				attemptId: attempt.id,
				agentUserId: company.userId,
				companyCallSid: company.callSid,
				callerId: company.callerId,
				maximumSeconds: plan.maximumTalkSeconds,
			}
		: null;
}
