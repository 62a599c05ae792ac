import type {
	CallEvents,
	CallNews,
	HumanNews,
	KeyNews,
	Receipt,
	RecordingNews,
	RoomNews,
	VoicemailNews,
} from '../telephony/call-events.js';
import type { CallScript } from '../telephony/call-script.js';
import { applyCommand, type Applied } from './apply-command.js';
import { livingStatuses } from './domain/reports.js';
import type { Command } from './domain/commands.js';
import type { Dependencies } from './dependencies.js';
import { jobNames, type SiteJob } from './job-names.js';
import type { WebhookPoint } from './kill-point.js';
import { answerCaller } from './ring-back.js';
import { isCallOf, scriptFor } from './script-for.js';
import { releaseSentAway } from './settle-seats.js';
import type { Loaded } from './store/callback-store.js';

/** Closer to now than this, ours is the more exact clock: the network writes whole seconds. */
const promptMilliseconds = 2_500;

export type TakeFromInbox = (
	receipt: Receipt,
	now: Date
) => Promise< boolean >;

/** A message of the network about a leg, and what it asks of the leg's request. */
interface Message {
	legId: string;
	command: Command | null;
	point: WebhookPoint;
	/** Absent: its answer is wanted again when it comes again. */
	receipt?: Receipt;
	/** Written in the same transaction. */
	also?: ( loaded: Loaded ) => Promise< void >;
}

/** Turns the network's messages into commands. A message of a leg that nobody knows moves nothing, and its call is ended. */
export function receiveCallEvents(
	dependencies: Dependencies,
	takeFromInbox: TakeFromInbox
): CallEvents {
	const { store, clock, killPoint, afterCall, database } = dependencies;

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

	const applyTo = async (
		requestId: string,
		{ command, point, receipt, also }: Omit< Message, 'legId' >
	): Promise< Applied | null > => {
		const applied = await applyCommand(
			dependencies,
			requestId,
			async () => command,
			{
				async admit( loaded ) {
					if (
						receipt &&
						! ( await takeFromInbox( receipt, clock.now() ) )
					) {
						return false;
					}
					await also?.( loaded );
					return true;
				},
				beforeCommit: () =>
					killPoint( `webhook:${ point }:before-commit` ),
			}
		);
		killPoint( `webhook:${ point }:after-commit` );
		return applied;
	};

	const apply = async ( message: Message ): Promise< Applied | null > => {
		const requestId = await store.requestOfLeg( message.legId );
		return requestId ? applyTo( requestId, message ) : null;
	};

	/** The leg's call asks what it hears now. */
	const ask = async (
		news: CallNews,
		message: Omit< Message, 'legId' >
	): Promise< CallScript > => {
		const applied = await apply( { ...message, legId: news.legId } );
		return scriptFor( dependencies, applied, news );
	};

	/** Whoever waits for this agent is looked at. */
	const release = async (
		{ request, details: { siteId } }: Loaded,
		legId: string
	): Promise< void > => {
		if ( await releaseSentAway( dependencies, siteId, request, legId ) ) {
			await dependencies.jobs.now< SiteJob >( jobNames.moveQueue, {
				siteId,
			} );
		}
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

	/** What was recorded belongs to the request of the leg, whose own call it must be. */
	const keep =
		(
			news: Pick< RecordingNews, 'legId' | 'callSid' | 'seconds' >,
			kind: RecordingNews[ 'kind' ],
			recordingSid: string
		) =>
		async ( { request, details }: Loaded ) => {
			if ( isCallOf( request, news ) ) {
				await afterCall.recorded( {
					siteId: details.siteId,
					channelId: details.channelId,
					requestId: request.id,
					legId: news.legId,
					kind,
					recordingSid,
					seconds: news.seconds,
				} );
			}
		};

	return {
		answered: ( news ) =>
			ask( news, { command: report( news ), point: 'voice' } ),
		leftRoom: ( news ) =>
			ask( news, {
				// Whoever hangs up in the room leaves it too, and then their call is over.
				command:
					news.status === 'in_progress'
						? departure( news )
						: report( news ),
				point: 'after_room',
			} ),
		keyPressed: ( news ) =>
			ask( news, { command: keyCommand( news ), point: 'key' } ),
		voicemailLeft: ( news ) =>
			ask( news, {
				command: voicemailCommand( news ),
				point: 'voicemail',
				...( news.recordingSid !== null && {
					also: keep( news, 'voicemail', news.recordingSid ),
				} ),
			} ),
		rangIn: ( news ) => answerCaller( dependencies, news ),
		presenceChosen: ( news ) => dependencies.presenceByPhone.chosen( news ),
		async statusChanged( news, receipt ) {
			await apply( {
				legId: news.legId,
				command: report( news ),
				point: 'status',
				receipt,
				...( ! livingStatuses.includes( news.status ) && {
					also: ( loaded ) => release( loaded, news.legId ),
				} ),
			} );
		},
		async callerChanged( news, receipt ) {
			const legId = await store.legOfCall( news.callSid );
			if ( legId ) {
				await apply( {
					legId,
					command: report( { ...news, legId } ),
					point: 'status',
					receipt,
				} );
			}
		},
		async humanJudged( news, receipt ) {
			await apply( {
				legId: news.legId,
				command: judgement( news ),
				point: 'machine',
				receipt,
			} );
		},
		async recorded( news, receipt ) {
			await apply( {
				legId: news.legId,
				command:
					news.kind === 'voicemail' ? voicemailCommand( news ) : null,
				point: 'recording',
				receipt,
				also: keep( news, news.kind, news.recordingSid ),
			} );
		},
		async roomChanged( news, receipt ) {
			const requestId = await store.requestOfAttempt( news.attemptId );
			const command = requestId && ( await roomCommand( news ) );
			if ( requestId && command ) {
				await applyTo( requestId, {
					command,
					point: 'conference',
					receipt,
				} );
			}
		},
		async supervisorChanged( news, receipt ) {
			await database.transaction( async () => {
				if ( await takeFromInbox( receipt, clock.now() ) ) {
					await afterCall.supervisorChanged( news );
				}
			} );
		},
		async testCallChanged( news, receipt ) {
			await database.transaction( async () => {
				if ( await takeFromInbox( receipt, clock.now() ) ) {
					await afterCall.testCallChanged( news );
				}
			} );
		},
		async messageChanged( news, receipt ) {
			await database.transaction( async () => {
				if ( await takeFromInbox( receipt, clock.now() ) ) {
					await afterCall.messageChanged( news );
				}
			} );
		},
		async messageReceived( news, receipt ) {
			await database.transaction( async () => {
				if ( await takeFromInbox( receipt, clock.now() ) ) {
					await afterCall.messageReceived( news );
				}
			} );
		},
	};
}

function keyCommand( { legId, callSid, question, digits }: KeyNews ): Command {
	return { type: 'key_pressed', legId, callSid, question, digits };
}

function departure( { legId, callSid }: CallNews ): Command {
	return { type: 'room_left', legId, callSid };
}

function judgement( { legId, callSid, verdict }: HumanNews ): Command {
	return { type: 'human_judged', legId, callSid, verdict };
}

function voicemailCommand( {
	legId,
	callSid,
	seconds,
}: Pick< VoicemailNews, 'legId' | 'callSid' | 'seconds' > ): Command {
	return { type: 'voicemail_left', legId, callSid, seconds };
}
