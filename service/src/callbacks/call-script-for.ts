import type { CallScript, Speech } from '../telephony/call-script.js';
import { text } from '../messages/texts.js';
import type { Dependencies } from './dependencies.js';
import {
	isOver,
	legById,
	type CallbackRequest,
} from './domain/callback-request.js';
import { legScript, type LegScript } from './domain/leg-script.js';
import type { RequestDetails } from './store/rows.js';

interface Question {
	request: CallbackRequest;
	details: RequestDetails;
	legId: string;
	/** The leg's room has closed: a conversation is over, and only a farewell may follow. */
	afterRoom?: boolean;
}

/** What the person on this leg hears now, in words: the company in the channel's language, the client in their page's. */
export async function callScriptFor(
	{ channels }: Pick< Dependencies, 'channels' >,
	{ request, details, legId, afterRoom = false }: Question
): Promise< CallScript > {
	const leg = legById( request, legId );
	const script: LegScript =
		afterRoom && ! isOver( request )
			? { type: 'hang_up' }
			: legScript( request, legId );
	if ( ! leg || script.type === 'hang_up' ) {
		return { type: 'hang_up' };
	}
	const channel = await channels.findEvenRemoved(
		details.siteId,
		details.channelId
	);
	const calls = channel?.settings.calls;
	const language =
		leg.party === 'company'
			? ( channel?.settings.language ?? details.language )
			: details.language;
	const speech = ( words: string ): Speech => ( {
		text: words,
		language,
		voice: calls?.voice ?? 'woman',
	} );
	const room = request.attempt.id;
	switch ( script.type ) {
		case 'say':
			return {
				type: 'say_and_hang_up',
				message: speech( text( `spoken.${ script.key }`, language ) ),
			};
		case 'join':
			return {
				type: 'join_room',
				room,
				legId,
				maximumTalkSeconds: request.plan.maximumTalkSeconds,
				musicUrl: calls?.holdMusicUrl ?? null,
			};
		case 'wait':
			return {
				type: 'wait_in_room',
				room,
				legId,
				message: speech(
					calls?.waitingMessage ??
						text( 'channel.waitingMessage', language )
				),
				maximumTalkSeconds: request.plan.maximumTalkSeconds,
				musicUrl: calls?.holdMusicUrl ?? null,
			};
	}
}
