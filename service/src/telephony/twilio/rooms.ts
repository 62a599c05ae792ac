import type { Twilio } from 'twilio';
import type { Hearing, Telephony } from '../telephony.js';
import type { Addresses } from './addresses.js';
import { sidOf, translated, unlessOver } from './translated.js';

type Rooms = Pick< Telephony, 'inviteToRoom' | 'changeHearing' >;

/** Whose label begins so is none of the two who talk: what the room tells of them is nothing to a request. */
export const guestLabel = 'supervision-';

/** Who hears two talk: https://www.twilio.com/docs/voice/api/conference-participant-resource */
export function createRooms( client: Twilio, addresses: Addresses ): Rooms {
	/** By its name a room that is over would be opened again, with nobody else in it. */
	const sidOfRoom = async ( room: string ): Promise< string | null > => {
		const [ conference ] = await client.conferences.list( {
			friendlyName: room,
			status: 'in-progress',
			limit: 1,
		} );
		return conference?.sid ?? null;
	};

	return {
		inviteToRoom: ( order ) =>
			translated( async () => {
				const conferenceSid = await sidOfRoom( order.room );
				if ( ! conferenceSid ) {
					return null;
				}
				const { callSid } = await client
					.conferences( conferenceSid )
					.participants.create( {
						to: order.to,
						from: order.from,
						label: guestLabel + order.supervisionId,
						// Nobody is told by a tone, and the talk neither waits for them nor ends with them.
						beep: 'false',
						startConferenceOnEnter: false,
						endConferenceOnExit: false,
						timeout: order.ringSeconds,
						timeLimit: order.timeLimitSeconds,
						statusCallback: addresses.supervision(
							order.supervisionId
						),
						statusCallbackMethod: 'POST',
						statusCallbackEvent: [
							'initiated',
							'ringing',
							'answered',
							'completed',
						],
						...hearingOf( order ),
					} );
				return { callSid: sidOf( { sid: callSid } ) };
			} ),

		changeHearing: ( room, callSid, hearing ) =>
			translated( async () => {
				const conferenceSid = await sidOfRoom( room );
				return (
					conferenceSid !== null &&
					( await unlessOver( () =>
						client
							.conferences( conferenceSid )
							.participants( callSid )
							.update( hearingOf( hearing ) )
					) )
				);
			} ),
	};
}

/** https://www.twilio.com/docs/voice/conference#coaching-mode-or-modifying-a-conference-to-be-in-coaching-mode */
function hearingOf( { muted, heardByCallSid }: Hearing ) {
	return heardByCallSid === null
		? { muted, coaching: false }
		: { muted, coaching: true, callSidToCoach: heardByCallSid };
}
