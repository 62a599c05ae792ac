import { legById } from './callback-request.js';
import type { Command } from './commands.js';
import type { Draft } from './draft.js';
import { fail } from './endings.js';
import { nobodyReason } from './retries.js';

/** A message was left, or nothing was said (0 seconds) [R14]. Either way there is nothing more to be called for. */
export function noteVoicemail(
	draft: Draft,
	command: Extract< Command, { type: 'voicemail_left' } >
): void {
	const leg = legById( draft.request, command.legId );
	if (
		draft.request.state !== 'leaving_message' ||
		! leg ||
		! ( 'callSid' in leg ) ||
		leg.callSid !== command.callSid
	) {
		return;
	}
	draft.answering = leg.id;
	if ( command.seconds > 0 ) {
		draft
			.happens( {
				type: 'voicemail_left',
				legId: leg.id,
				seconds: command.seconds,
			} )
			.happens( { type: 'done', talkSeconds: 0 } );
	} else {
		fail( draft, nobodyReason( draft.request ), null );
	}
}
