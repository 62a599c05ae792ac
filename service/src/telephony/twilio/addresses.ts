import type { Language } from '@rappel/contract';
import { holdMusicPath } from '../hold-music-routes.js';
import type { Voice } from '../telephony.js';

/** The paths under which the webhooks of twilio-routes.ts are mounted, and nothing else. */
export const webhookPaths = {
	voice: '/legs/:legId/voice',
	status: '/legs/:legId/status',
	afterRoom: '/legs/:legId/after-room',
	conference: '/attempts/:attemptId/conference',
	waiting: '/waiting',
	fallback: '/fallback',
} as const;

export const twilioMountPath = '/twilio';

/** Every address that Twilio is given. Ids only: no number and no name is in any of them. */
export interface Addresses {
	voice: ( legId: string ) => string;
	status: ( legId: string ) => string;
	afterRoom: ( legId: string ) => string;
	conference: ( attemptId: string ) => string;
	/** What plays to whoever is alone in a room; null: our own music. */
	waiting: ( musicUrl: string | null ) => string;
	fallback: ( language: Language, voice: Voice ) => string;
	holdMusic: () => string;
}

/** @param publicBaseUrl Without a slash at its end; asked each time, since the service may learn its port late. */
export function createAddresses( publicBaseUrl: () => string ): Addresses {
	const webhook = ( path: string ) =>
		`${ publicBaseUrl() }${ twilioMountPath }${ path }`;
	return {
		voice: ( legId ) => webhook( `/legs/${ legId }/voice` ),
		status: ( legId ) => webhook( `/legs/${ legId }/status` ),
		afterRoom: ( legId ) => webhook( `/legs/${ legId }/after-room` ),
		conference: ( id ) => webhook( `/attempts/${ id }/conference` ),
		waiting: ( musicUrl ) =>
			webhook( webhookPaths.waiting ) +
			( musicUrl ? `?music=${ encodeURIComponent( musicUrl ) }` : '' ),
		fallback: ( language, voice ) =>
			webhook(
				`${ webhookPaths.fallback }?language=${ language }&voice=${ voice }`
			),
		holdMusic: () => `${ publicBaseUrl() }${ holdMusicPath }`,
	};
}
