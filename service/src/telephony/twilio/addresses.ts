import type { Language } from '@rappel/contract';
import type { RecordingNews } from '../call-events.js';
import type { KeyQuestion, MusicChoice } from '../call-script.js';
import { holdMusicPath } from '../hold-music/hold-music-routes.js';
import type { Voice } from '../telephony.js';

export const twilioMountPath = '/twilio';

/** The paths under which the webhooks of twilio-routes.ts are mounted, and nothing else. */
export const webhookPaths = {
	voice: '/legs/:legId/voice',
	status: '/legs/:legId/status',
	keys: '/legs/:legId/keys/:question',
	machine: '/legs/:legId/machine',
	voicemail: '/legs/:legId/voicemail',
	recording: '/legs/:legId/recording/:kind',
	afterRoom: '/legs/:legId/after-room',
	conference: '/attempts/:attemptId/conference',
	supervision: '/supervisions/:supervisionId/status',
	testCall: '/test-calls/:testCallId/status',
	/** These are given to a number of the account by its owner, not by us (docs/telephony.md): incoming, its status, sms. */
	incoming: '/incoming',
	incomingStatus: '/incoming/status',
	presence: '/incoming/presence/:round',
	sms: '/sms',
	message: '/messages/:messageId/status',
	waiting: '/waiting',
	fallback: '/fallback',
} as const;

/** What plays to whoever is alone in a room. */
export interface WaitingMusic {
	music: MusicChoice;
	/** In its place; null: none. */
	musicUrl: string | null;
}

/** Every address that Twilio is given. Ids only: no number and no name is in any of them. */
export interface Addresses {
	voice: ( legId: string ) => string;
	status: ( legId: string ) => string;
	keys: ( legId: string, question: KeyQuestion[ 'question' ] ) => string;
	machine: ( legId: string ) => string;
	voicemail: ( legId: string ) => string;
	recording: ( legId: string, kind: RecordingNews[ 'kind' ] ) => string;
	afterRoom: ( legId: string ) => string;
	conference: ( attemptId: string ) => string;
	supervision: ( supervisionId: string ) => string;
	testCall: ( testCallId: string ) => string;
	presence: ( again: boolean ) => string;
	message: ( messageId: string ) => string;
	waiting: ( wanted: WaitingMusic ) => string;
	fallback: ( language: Language, voice: Voice ) => string;
	holdMusic: ( music: MusicChoice ) => string;
}

/** @param publicBaseUrl Without a slash at its end; asked each time, since the service may learn its port late. */
export function createAddresses( publicBaseUrl: () => string ): Addresses {
	const webhook = (
		path: string,
		values: Record< string, string > = {},
		query: Record< string, string > = {}
	) => {
		const filled = path.replaceAll( /:(\w+)/g, ( _whole, name: string ) =>
			encodeURIComponent( values[ name ] ?? '' )
		);
		const asked = new URLSearchParams( query ).toString();
		return `${ publicBaseUrl() }${ twilioMountPath }${ filled }${
			asked && `?${ asked }`
		}`;
	};
	const paths = webhookPaths;
	return {
		voice: ( legId ) => webhook( paths.voice, { legId } ),
		status: ( legId ) => webhook( paths.status, { legId } ),
		keys: ( legId, question ) => webhook( paths.keys, { legId, question } ),
		machine: ( legId ) => webhook( paths.machine, { legId } ),
		voicemail: ( legId ) => webhook( paths.voicemail, { legId } ),
		recording: ( legId, kind ) =>
			webhook( paths.recording, { legId, kind } ),
		afterRoom: ( legId ) => webhook( paths.afterRoom, { legId } ),
		conference: ( attemptId ) => webhook( paths.conference, { attemptId } ),
		supervision: ( supervisionId ) =>
			webhook( paths.supervision, { supervisionId } ),
		testCall: ( testCallId ) => webhook( paths.testCall, { testCallId } ),
		presence: ( again ) =>
			webhook( paths.presence, { round: again ? 'again' : 'first' } ),
		message: ( messageId ) => webhook( paths.message, { messageId } ),
		waiting: ( { music, musicUrl } ) =>
			webhook(
				paths.waiting,
				{},
				musicUrl === null ? { music } : { url: musicUrl }
			),
		fallback: ( language, voice ) =>
			webhook( paths.fallback, {}, { language, voice } ),
		holdMusic: ( music ) =>
			`${ publicBaseUrl() }${ holdMusicPath( music ) }`,
	};
}
