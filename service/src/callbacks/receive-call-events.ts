import type {
	CallEvents,
	CallNews,
	Receipt,
	RoomNews,
} from '../telephony/call-events.js';
import type { CallScript } from '../telephony/call-script.js';
import { applyCommand, type Applied } from './apply-command.js';
import { callScriptFor } from './call-script-for.js';
import { legById } from './domain/callback-request.js';
import type { Command } from './domain/commands.js';
import type { Dependencies } from './dependencies.js';

/** Closer to now than this, ours is the more exact clock: the network writes whole seconds. */
const promptMilliseconds = 2_500;

type Inbox = ( receipt: Receipt, now: Date ) => Promise< boolean >;

/** Turns the network's messages into commands. A message of a leg that nobody knows moves nothing, and its call is ended. */
export function receiveCallEvents(
	dependencies: Dependencies,
	takeFromInbox: Inbox
): CallEvents {
	const { store, clock, killPoint, logger } = dependencies;

	const instantOf = ( occurredAt: Date | null ): Date => {
		const now = clock.now();
		return occurredAt &&
			now.getTime() - occurredAt.getTime() > promptMilliseconds
			? occurredAt
			: now;
	};

	const report = ( news: CallNews ): Command => ( {
		type: 'call_reported',
		legId: news.legId,
		callSid: news.callSid,
		status: news.status,
		occurredAt: instantOf( news.occurredAt ),
		source: 'told',
		code: news.code,
	} );

	const ask = async (
		news: CallNews,
		point: 'voice' | 'after_room'
	): Promise< CallScript > => {
		const requestId = await store.requestOfLeg( news.legId );
		const applied =
			requestId &&
			( await applyCommand( dependencies, requestId, report( news ), {
				beforeCommit: () =>
					killPoint( `webhook:${ point }:before-commit` ),
			} ) );
		killPoint( `webhook:${ point }:after-commit` );
		if ( ! applied || ! isCallOf( applied, news ) ) {
			logger.warn(
				{ legId: news.legId, callSid: news.callSid },
				'A call that belongs to no leg was ended'
			);
			return { type: 'hang_up' };
		}
		return callScriptFor( dependencies, {
			request: applied.request,
			details: applied.loaded.details,
			legId: news.legId,
			afterRoom: point === 'after_room',
		} );
	};

	const roomCommand = async ( news: RoomNews ): Promise< Command | null > => {
		const occurredAt = instantOf( news.occurredAt );
		if ( ! news.participant ) {
			return { type: 'room_started', occurredAt };
		}
		const { callSid, what } = news.participant;
		const legId =
			news.participant.legId ?? ( await store.legOfCall( callSid ) );
		return legId
			? { type: 'room_reported', legId, callSid, what, occurredAt }
			: null;
	};

	return {
		answered: ( news ) => ask( news, 'voice' ),
		leftRoom: ( news ) => ask( news, 'after_room' ),
		async statusChanged( news, receipt ) {
			const requestId = await store.requestOfLeg( news.legId );
			if ( requestId ) {
				await applyCommand( dependencies, requestId, report( news ), {
					admit: () => takeFromInbox( receipt, clock.now() ),
					beforeCommit: () =>
						killPoint( 'webhook:status:before-commit' ),
				} );
				killPoint( 'webhook:status:after-commit' );
			}
		},
		async roomChanged( news, receipt ) {
			const requestId = await store.requestOfAttempt( news.attemptId );
			const command = requestId && ( await roomCommand( news ) );
			if ( requestId && command ) {
				await applyCommand( dependencies, requestId, command, {
					admit: () => takeFromInbox( receipt, clock.now() ),
					beforeCommit: () =>
						killPoint( 'webhook:conference:before-commit' ),
				} );
				killPoint( 'webhook:conference:after-commit' );
			}
		},
	};
}

/** A leg has one call; another one with its id in the address is not listened to. */
function isCallOf(
	{ request }: Applied,
	{ legId, callSid }: CallNews
): boolean {
	const leg = legById( request, legId );
	return leg !== undefined && 'callSid' in leg && leg.callSid === callSid;
}
