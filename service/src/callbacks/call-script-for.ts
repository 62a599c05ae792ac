import type { ChannelSettings } from '@rappel/contract';
import {
	typedText,
	waitedText,
	type SpokenValues,
} from '../messages/spoken.js';
import type { CallScript, Speech } from '../telephony/call-script.js';
import {
	expectedAt,
	legById,
	never,
	type CallbackRequest,
} from './domain/callback-request.js';
import { legScript, type LegScript } from './domain/leg-script.js';
import { secondsBetween } from './domain/timings.js';
import type { Dependencies } from './dependencies.js';
import { speechOf } from './speech.js';
import type { RequestDetails } from './store/rows.js';

/** Longer than anybody speaks to a machine. */
const maximumMessageSeconds = 180;

interface Question {
	request: CallbackRequest;
	details: RequestDetails;
	legId: string;
}

type Needed = Pick< Dependencies, 'channels' | 'clock' >;

/** What the person on this leg hears now, in words: the company in the channel's language, the client in their page's. */
export async function callScriptFor(
	{ channels, clock }: Needed,
	{ request, details, legId }: Question
): Promise< CallScript > {
	const leg = legById( request, legId );
	const script = legScript( request, legId );
	if ( ! leg || script.type === 'hang_up' ) {
		return { type: 'hang_up' };
	}
	const channel = await channels.findEvenRemoved(
		details.siteId,
		details.channelId
	);
	const settings = channel?.settings;
	const language =
		leg.party === 'company'
			? ( settings?.language ?? details.language )
			: details.language;
	const speech = speechOf( settings, language );
	return written( script, {
		legId,
		request,
		settings,
		say: ( key ) =>
			speech( key, {
				channel: settings?.name ?? '',
				page: details.pageTitle ?? '',
				name: details.name ?? '',
				note: typedText( details.note ?? '' ),
				waited: waitedText(
					secondsBetween( expectedAt( request ), clock.now() ),
					language
				),
			} satisfies SpokenValues ),
	} );
}

interface Writing {
	legId: string;
	request: CallbackRequest;
	/** Undefined: the channel is gone. */
	settings: ChannelSettings | undefined;
	say: ( key: Parameters< ReturnType< typeof speechOf > >[ 0 ] ) => Speech;
}

function written(
	script: LegScript,
	{ legId, request, settings, say }: Writing
): CallScript {
	const room = {
		room: request.attempt.id,
		legId,
		maximumTalkSeconds: request.plan.maximumTalkSeconds,
		music: settings?.calls.holdMusic ?? 'calm',
		musicUrl: settings?.calls.holdMusicUrl ?? null,
	} as const;
	switch ( script.type ) {
		case 'hang_up':
			return { type: 'hang_up' };
		case 'say':
			return { type: 'say_and_hang_up', message: say( script.key ) };
		case 'join':
			return { type: 'join_room', ...beforehand( script, say ), ...room };
		case 'wait':
			return {
				type: 'wait_in_room',
				...beforehand( script, say ),
				message: say( script.key ),
				...room,
			};
		case 'ask':
			return {
				type: 'ask',
				legId,
				question: script.question,
				before: script.before && say( script.before ),
				message: say( script.key ),
				keySeconds: request.plan.keySeconds,
			};
		case 'voicemail':
			return {
				type: 'take_voicemail',
				legId,
				message: say( 'voicemail' ),
				maximumSeconds: maximumMessageSeconds,
			};
		default:
			return never( script );
	}
}

function beforehand(
	{ before }: { before?: 'called_late' },
	say: Writing[ 'say' ]
): { before?: Speech } {
	return before ? { before: say( before ) } : {};
}
