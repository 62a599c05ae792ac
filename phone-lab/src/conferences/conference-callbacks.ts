import type { Lab } from '../lab/context.js';
import { twilioDate } from '../rest/dates.js';
import type { ConferenceRecord, ParticipantRecord } from '../state/records.js';

/** `statusCallbackEvent` word → the events it subscribes to. */
const subscriptions: Record< string, readonly string[] > = {
	start: [ 'conference-start' ],
	end: [ 'conference-end' ],
	join: [ 'participant-join' ],
	leave: [ 'participant-leave' ],
	mute: [ 'participant-mute', 'participant-unmute' ],
	hold: [ 'participant-hold', 'participant-unhold' ],
	modify: [ 'participant-modify' ],
};

export const participantParameters = (
	participant: ParticipantRecord
): Record< string, string > => ( {
	CallSid: participant.callSid,
	Muted: String( participant.muted ),
	Hold: String( participant.hold ),
	Coaching: String( participant.callSidToCoach !== null ),
	...( participant.callSidToCoach !== null && {
		CallSidToCoach: participant.callSidToCoach,
	} ),
	EndConferenceOnExit: String( participant.endConferenceOnExit ),
	StartConferenceOnEnter: String( participant.startConferenceOnEnter ),
	...( participant.label !== null && {
		ParticipantLabel: participant.label,
	} ),
} );

/** Tells the application of an event, when whoever joined first subscribed to it. */
export function tellConference(
	lab: Lab,
	conference: ConferenceRecord,
	event: string,
	parameters: Record< string, string >
): void {
	const { statusCallback } = conference;
	conference.updatedAt = lab.clock.now();
	lab.changed();
	if (
		! statusCallback?.events.some( ( word ) =>
			subscriptions[ word ]?.includes( event )
		)
	) {
		return;
	}
	lab.webhooks.callback( {
		event,
		callSid: null,
		conferenceSid: conference.sid,
		url: statusCallback.url,
		method: statusCallback.method,
		parameters: {
			AccountSid: lab.account.accountSid,
			ConferenceSid: conference.sid,
			FriendlyName: conference.friendlyName,
			StatusCallbackEvent: event,
			SequenceNumber: String( conference.nextSequenceNumber++ ),
			Timestamp: twilioDate( lab.clock.now() ),
			...parameters,
		},
	} );
}
