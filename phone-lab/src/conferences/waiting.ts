import { callParameters } from '../calls/call-parameters.js';
import { warn } from '../calls/call-status.js';
import { verbsOf } from '../calls/documents.js';
import { promptNames, startPrompt } from '../calls/prompts.js';
import type { Lab } from '../lab/context.js';
import { hear } from '../phones/heard.js';
import type {
	CallRecord,
	ConferenceRecord,
	HttpMethod,
	ParticipantRecord,
	WaitRecord,
} from '../state/records.js';
import {
	loopsAttribute,
	methodAttribute,
	resolveUrl,
} from '../twiml/attributes.js';

const documentsWithoutPauseLimit = 50;

/** Puts a participant to wait: music before the conference begins, or while on hold. `url` null is the lab's own music. */
export function startWaiting(
	lab: Lab,
	conference: ConferenceRecord,
	participant: ParticipantRecord,
	wait: {
		purpose: WaitRecord[ 'purpose' ];
		url: string | null;
		method: HttpMethod;
	}
): void {
	stopWaiting( lab, participant );
	participant.wait = {
		...wait,
		verbs: null,
		documentUrl: null,
		index: 0,
		loopsLeft: 0,
		generation: 0,
		documentsWithoutPause: 0,
	};
	fetchWait( lab, conference, participant, participant.wait );
}

export function stopWaiting( lab: Lab, participant: ParticipantRecord ): void {
	participant.wait = null;
	lab.timers.clear( 'wait', participant.callSid );
}

/** Begins or, after a restart, begins again. */
export function fetchWait(
	lab: Lab,
	conference: ConferenceRecord,
	participant: ParticipantRecord,
	wait: WaitRecord
): void {
	const call = lab.calls.get( participant.callSid );
	if ( ! call ) {
		return;
	}
	if ( wait.url === '' ) {
		wait.verbs = [];
		return hear( lab, call, { kind: 'silence' } );
	}
	if ( wait.url === null ) {
		// Twilio's own hold music is an endless loop too.
		const music = {
			name: 'Play',
			attributes: { loop: '0' },
			text: `${ lab.baseUrl() }/lab/audio/hold-music.wav`,
			children: [],
		};
		return run( lab, call, wait, [ music ], null );
	}
	const { url } = wait;
	wait.documentsWithoutPause += 1;
	if ( wait.documentsWithoutPause > documentsWithoutPauseLimit ) {
		return drop(
			lab,
			call,
			url,
			'the document redirects in circles without a pause'
		);
	}
	const stillWaits = () =>
		participant.wait === wait && ! lab.stopping.aborted;
	void lab.track(
		lab.webhooks
			.fetch( {
				event: 'twiml',
				callSid: call.sid,
				conferenceSid: conference.sid,
				url,
				method: wait.method,
				parameters: {
					...callParameters( lab, call ),
					ConferenceSid: conference.sid,
					FriendlyName: conference.friendlyName,
				},
			} )
			.then( ( answer ) => {
				const audio = answer.contentType.startsWith( 'audio/' );
				const verbs = verbsOf( answer ).map( ( verb ) =>
					audio ? { ...verb, attributes: { loop: '0' } } : verb
				);
				return stillWaits() && run( lab, call, wait, verbs, url );
			} )
			.catch(
				( error: Error ) =>
					stillWaits() && drop( lab, call, url, error.message )
			)
	);
}

/** A waitUrl that fails takes its call with it. */
function drop( lab: Lab, call: CallRecord, url: string, reason: string ): void {
	warn(
		lab,
		call,
		11200,
		`waitUrl ${ url }: ${ reason }. The call was dropped.`
	);
	lab.actions.endCall( call, 'completed', { hungUpBy: 'application' } );
}

function run(
	lab: Lab,
	call: CallRecord,
	wait: WaitRecord,
	verbs: NonNullable< WaitRecord[ 'verbs' ] >,
	documentUrl: string | null
): void {
	wait.verbs = verbs;
	wait.documentUrl = documentUrl;
	goTo( lab, call, wait, 0 );
}

function goTo(
	lab: Lab,
	call: CallRecord,
	wait: WaitRecord,
	index: number
): void {
	wait.index = index;
	const verb = wait.verbs?.[ index ];
	if ( ! verb ) {
		// Twilio does not begin again by itself: without a Redirect the rest is silence.
		return hear( lab, call, { kind: 'silence' } );
	}
	if ( promptNames.includes( verb.name ) ) {
		wait.loopsLeft = loopsAttribute( verb );
		wait.documentsWithoutPause = 0;
		return startPrompt( lab, call, verb, {
			timer: 'wait',
			documentUrl: wait.documentUrl,
			owner: wait,
			music: true,
		} );
	}
	if ( verb.name === 'Redirect' ) {
		const found = participantOf( lab, call );
		const url =
			resolveUrl( verb.text, wait.documentUrl ) ?? wait.documentUrl;
		if ( found && url !== null ) {
			wait.url = url;
			wait.method = methodAttribute( verb, 'method', 'POST' );
			wait.verbs = null;
			fetchWait( lab, found.conference, found.participant, wait );
		}
		return;
	}
	warn(
		lab,
		call,
		12200,
		`<${ verb.name }> is not allowed in a waitUrl (Play, Say, Pause and Redirect are); it was left out.`
	);
	goTo( lab, call, wait, index + 1 );
}

export function participantOf(
	lab: Lab,
	call: CallRecord
): { conference: ConferenceRecord; participant: ParticipantRecord } | null {
	const activity = call.script?.activity;
	const conference =
		activity?.kind === 'dial'
			? lab.conferences.get( activity.conferenceSid )
			: undefined;
	const participant = conference?.participants.find(
		( { callSid } ) => callSid === call.sid
	);
	return conference && participant ? { conference, participant } : null;
}

/** The `wait` timer: one sound is over. */
export function waitPromptEnded( lab: Lab, call: CallRecord ): void {
	const wait = participantOf( lab, call )?.participant.wait;
	const verb = wait?.verbs?.[ wait.index ];
	if ( ! wait || ! verb ) {
		return;
	}
	if ( wait.loopsLeft !== 1 ) {
		wait.loopsLeft -= wait.loopsLeft > 0 ? 1 : 0;
		return startPrompt( lab, call, verb, {
			timer: 'wait',
			documentUrl: wait.documentUrl,
			owner: wait,
			music: true,
		} );
	}
	goTo( lab, call, wait, wait.index + 1 );
}
