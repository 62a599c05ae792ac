import type { CallScript } from '../telephony/call-script.js';
import type { Applied } from './apply-command.js';
import { callScriptFor } from './call-script-for.js';
import { legById, type CallbackRequest } from './domain/callback-request.js';
import type { Dependencies } from './dependencies.js';

/** What a leg's call hears; a call that is no leg's own is ended. */
export async function scriptFor(
	dependencies: Dependencies,
	applied: Applied | null,
	call: { legId: string; callSid: string }
): Promise< CallScript > {
	if ( ! applied || ! isCallOf( applied.request, call ) ) {
		dependencies.logger.warn(
			{ legId: call.legId, callSid: call.callSid },
			'A call that belongs to no leg was ended'
		);
		return { type: 'hang_up' };
	}
	return callScriptFor( dependencies, {
		request: applied.request,
		details: applied.loaded.details,
		legId: call.legId,
	} );
}

/** A leg has one call; another one with its id in the address is not listened to. */
export function isCallOf(
	request: CallbackRequest,
	{ legId, callSid }: { legId: string; callSid: string }
): boolean {
	const leg = legById( request, legId );
	return leg !== undefined && 'callSid' in leg && leg.callSid === callSid;
}
