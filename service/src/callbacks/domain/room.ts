import { legById, legOf } from './callback-request.js';
import type { Command } from './commands.js';
import type { Draft } from './draft.js';
import { between, knownSid } from './leg-news.js';
import type { Leg, Party } from './leg.js';
import { bothReady, endTalk, haveMet, join, joinAtReadiness } from './talk.js';

type RoomReport = Extract< Command, { type: 'room_reported' } >;

/** The room tells who came, who hung up, and who was left behind when the other hung up. */
export function noteRoom( draft: Draft, report: RoomReport ): void {
	const leg = legById( draft.request, report.legId );
	if ( ! leg || knownSid( leg ) !== report.callSid || wasSentAway( leg ) ) {
		return;
	}
	draft.occurredAt = between( leg, report.occurredAt, draft.now );
	noteEntered( draft, leg );
	if ( report.what === 'entered' ) {
		return;
	}
	// Only the exit of the other ends a room: they had met, even if nobody said so yet.
	const met =
		report.what === 'removed' || haveMet( draft.request, draft.occurredAt );
	if ( met && bothReady( draft.request ) ) {
		joinAtReadiness( draft );
	}
	noteWhoHungUp(
		draft,
		report.what === 'hung_up' ? leg.party : otherParty( leg.party )
	);
	if (
		report.what === 'hung_up' &&
		legById( draft.request, leg.id )?.state === 'answered'
	) {
		draft.happens( {
			type: 'leg_ended',
			legId: leg.id,
			reason: 'completed',
			code: null,
		} );
	}
}

/** A machine, a colleague who was too late: what the room tells of them says nothing of the two who talk. */
function wasSentAway( leg: Leg ): boolean {
	return leg.state === 'ended' && leg.endReason !== 'completed';
}

/** Who is in the room was answered, and has nothing left to be asked. */
function noteEntered( draft: Draft, { id: legId, state }: Leg ): void {
	if ( state === 'ringing' ) {
		draft.happens( { type: 'leg_answered', legId } );
	}
	const leg = legById( draft.request, legId );
	if ( leg?.state !== 'answered' ) {
		return;
	}
	if ( ! leg.readyAt ) {
		draft.happens( { type: 'leg_ready', legId } );
	}
	if ( ! leg.inRoom ) {
		draft.happens( { type: 'leg_entered_room', legId } );
	}
}

function otherParty( party: Party ): Party {
	return party === 'company' ? 'client' : 'company';
}

/** The room's word is sure, and replaces a guess made from the order in which calls ended. */
function noteWhoHungUp( draft: Draft, party: Party ): void {
	const { state, attempt } = draft.request;
	if (
		( state === 'talking' || state === 'surveying' || state === 'done' ) &&
		! attempt.hungUpFirst?.sure
	) {
		draft.happens( { type: 'hung_up_first', party, sure: true } );
	}
}

/** The room mixes voices, so both are in it. */
export function noteRoomStarted( draft: Draft, occurredAt: Date ): void {
	const { request, now } = draft;
	if ( bothReady( request ) ) {
		const company = legOf( request, 'company' );
		const client = legOf( request, 'client' );
		draft.occurredAt = [ company, client ].reduce(
			( at, leg ) => ( leg ? between( leg, at, now ) : at ),
			occurredAt
		);
		join( draft );
	}
}

/** A call has left the room and goes on: when they talked, their talk is over. */
export function noteRoomLeft(
	draft: Draft,
	command: Extract< Command, { type: 'room_left' } >
): void {
	const leg = legById( draft.request, command.legId );
	if ( leg?.state !== 'answered' || leg.callSid !== command.callSid ) {
		return;
	}
	draft.answering = leg.id;
	if ( bothReady( draft.request ) ) {
		joinAtReadiness( draft );
	}
	endTalk( draft, otherParty( leg.party ), draft.now );
}
