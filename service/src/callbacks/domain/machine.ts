import { leavingSince, legById } from './callback-request.js';
import type { Command } from './commands.js';
import { accept } from './dialing.js';
import type { Draft } from './draft.js';
import { knownSid } from './leg-news.js';
import { endLeg } from './withdraw.js';

/**
 * The network's verdict on who answered [S22]. A machine's call is ended; an unknown voice counts as a person. It may
 * overtake the answer itself. Once somebody pressed a key, or waited long enough, no verdict is heard any more.
 */
export function noteVerdict(
	draft: Draft,
	command: Extract< Command, { type: 'human_judged' } >
): void {
	const leg = legById( draft.request, command.legId );
	if (
		! leg ||
		leg.state === 'planned' ||
		( knownSid( leg ) ?? command.callSid ) !== command.callSid ||
		leavingSince( draft.request, leg ) ||
		! draft.request.plan.endOnMachine[ leg.party ]
	) {
		return;
	}
	if ( leg.state === 'dialing' || leg.state === 'unknown' ) {
		accept( draft, leg.id, command.callSid );
	}
	if ( legById( draft.request, leg.id )?.state === 'ringing' ) {
		draft.happens( { type: 'leg_answered', legId: leg.id } );
	}
	const answered = legById( draft.request, leg.id );
	if ( answered?.state !== 'answered' || answered.human !== 'pending' ) {
		return;
	}
	const isMachine =
		command.verdict === 'machine' || command.verdict === 'fax';
	draft.happens( {
		type: 'leg_judged',
		legId: leg.id,
		verdict: isMachine ? 'machine' : 'human',
	} );
	if ( isMachine ) {
		endLeg( draft, answered, 'machine' );
	}
}
