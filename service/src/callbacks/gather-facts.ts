import type { ChannelSettings } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { accountSite, type Holder, type TakenSeat } from '../seats/seats.js';
import type { Site } from '../sites/site.js';
import {
	ownerOnly,
	type CallbackRequest,
	type CallPlan,
	type HeldBackBy,
} from './domain/callback-request.js';
import type { Candidate, Facts } from './domain/commands.js';
import { wasNeverDialed } from './domain/leg.js';
import type { CandidateAnswer } from './candidates.js';
import type { Dependencies } from './dependencies.js';
import { holdsPlace } from './place.js';
import { agentSeat, kindsOfPlace } from './settle-seats.js';
import type { Line } from './store/line-store.js';

/** A callback needs two calls at the network: with fewer free nobody is called, or one would wait for ever for the other. */
const callsOfCallback = 2;

export interface Looking {
	site: Site;
	channel: Channel;
	requestId: string;
	createdAt: Date;
	/** E.164 */
	clientNumber: string;
	plan: CallPlan;
	/** Null: it is new. */
	request: CallbackRequest | null;
	/** What is known of the channel's line already; absent: it is read. */
	line?: Line;
	/** The client is ringing us at this moment. */
	ringsIn?: boolean;
}

/** Of a request that is new. */
const isNew = { attempt: { ordinal: 1, legs: [] } };

type Needed = Pick<
	Dependencies,
	'seats' | 'store' | 'candidates' | 'maximumCalls' | 'guarded'
>;

/**
 * Looks who could be called for a request at this instant, and takes their seats, in the current transaction: what is said
 * here stays true until it commits. Seats of whoever is not called after all are given back by `settleSeats`.
 */
export async function gatherFacts(
	needed: Needed,
	looking: Looking,
	now: Date
): Promise< Facts > {
	const { channel, request } = looking;
	const placed = await isPlaced( needed, looking );
	if ( ! placed && ! channel.settings.queue.processing ) {
		return facts( { heldBackBy: 'processing_off' } );
	}
	const found = await needed.candidates( {
		site: looking.site,
		settings: channel.settings,
		plan: looking.plan,
		ownerUserId: ownerOnly(
			request ?? { ...looking, ...isNew, expiresAt: now },
			now
		),
		rung: rungBy( request ),
		now,
	} );
	if ( found.candidates.length === 0 ) {
		return facts( { worthWaiting: found.worthWaiting } );
	}
	const agents = found.candidates.flatMap( ( { userId } ) => userId ?? [] );
	const taken = await needed.seats.read(
		agents.map( ( userId ) => agentSeat( channel.siteId, userId ) )
	);
	if ( ! placed ) {
		const heldBackBy = await takePlace( needed, looking, now );
		if ( heldBackBy ) {
			return facts( { heldBackBy } );
		}
	}
	const candidates = await takeSeats(
		needed,
		{ looking, wanted: found.candidates, taken },
		now
	);
	return facts( {
		candidates,
		worthWaiting:
			candidates.length > 0
				? null
				: ( found.worthWaiting ?? 'agents_busy' ),
	} );
}

/** For a request for which nobody is to be looked: nobody is there. */
export function noFacts(): Facts {
	return facts( {} );
}

function facts( given: Partial< Facts > ): Facts {
	const candidates = given.candidates ?? [];
	return {
		heldBackBy: given.heldBackBy ?? null,
		candidates,
		worthWaiting: given.worthWaiting ?? null,
		newIds: Array.from( { length: candidates.length + 3 }, () =>
			timeOrderedId()
		),
	};
}

/**
 * Whether it has its place on the channel. One whose client rang us is under way from that moment, and may have to wait for a
 * place on the line.
 */
async function isPlaced(
	{ seats }: Needed,
	{ request, requestId }: Looking
): Promise< boolean > {
	if ( ! request || ! holdsPlace( request ) ) {
		return false;
	}
	return (
		! hasRungIn( request ) || ( await seats.holds( requestId, 'channel' ) )
	);
}

function hasRungIn( { attempt }: CallbackRequest ): boolean {
	return attempt.legs.some(
		( leg ) => leg.incoming && leg.state === 'answered'
	);
}

export interface Rung {
	/** Agents whom this attempt has called already. */
	userIds: ReadonlySet< number >;
	/** Whether it has called a number of the channel. */
	destination: boolean;
}

function rungBy( request: CallbackRequest | null ): Rung {
	// A new attempt asks everybody again.
	const legs =
		request && ! request.attempt.endedAt
			? request.attempt.legs.filter(
					( leg ) =>
						leg.party === 'company' && ! wasNeverDialed( leg )
				)
			: [];
	return {
		userIds: new Set( legs.flatMap( ( { userId } ) => userId ?? [] ) ),
		destination: legs.some( ( { userId } ) => userId === null ),
	};
}

/** Null: the request has its place on the channel, and two calls of the account. */
async function takePlace(
	{ store, seats, maximumCalls, guarded }: Needed,
	looking: Looking,
	now: Date
): Promise< HeldBackBy | null > {
	const { channel, requestId, createdAt, request, ringsIn = false } = looking;
	const line =
		looking.line ??
		( await store.lineOf(
			{ siteId: channel.siteId, channelId: channel.id },
			{ id: requestId, createdAt }
		) );
	// Whoever is on the line already is not sent behind those who are not.
	const waitsOnLine = ringsIn || ( request !== null && hasRungIn( request ) );
	if ( line.earlier > 0 && ! waitsOnLine ) {
		return 'earlier_requests';
	}
	const place = await seats.take(
		{
			holder: {
				siteId: channel.siteId,
				kind: 'channel',
				id: channel.id,
			},
			limit: limitOf( channel.settings ),
			requestId,
			now,
		},
		line.seats
	);
	if ( ! place ) {
		return 'channel_busy';
	}
	const client: Holder = {
		siteId: channel.siteId,
		kind: 'client',
		id: looking.clientNumber,
	};
	const isAlone =
		! guarded( 'one-live-attempt' ) ||
		// Not read before: nearly always it is free.
		( await seats.take(
			{ holder: client, limit: 1, requestId, now },
			[]
		) );
	if ( ! isAlone && ! waitsOnLine ) {
		await seats.giveBack( requestId, { kinds: kindsOfPlace } );
		return 'client_on_line';
	}
	if ( maximumCalls === 0 ) {
		return null;
	}
	const account: Holder = {
		siteId: accountSite,
		kind: 'account',
		id: looking.site.ownAccountSid ?? 'account',
	};
	const known = await seats.read( [ account ] );
	for ( let calls = 0; calls < callsOfCallback; calls++ ) {
		const wanted = { holder: account, limit: maximumCalls, requestId, now };
		if ( ! ( await seats.take( wanted, known ) ) ) {
			await seats.giveBack( requestId, { kinds: kindsOfPlace } );
			return 'account_busy';
		}
	}
	return null;
}

function limitOf( { queue }: ChannelSettings ): number {
	return queue.simultaneousCalls ? queue.limit : 1;
}

/** Walks the list until enough seats are held: one, or everybody's of one priority when all are rung at once. */
async function takeSeats(
	{ seats }: Needed,
	{
		looking: { channel, plan, requestId },
		wanted,
		taken,
	}: {
		looking: Looking;
		wanted: CandidateAnswer[ 'candidates' ];
		taken: readonly TakenSeat[];
	},
	now: Date
): Promise< Candidate[] > {
	const held: Array< ( typeof wanted )[ number ] > = [];
	for ( const candidate of wanted ) {
		const [ first ] = held;
		if (
			first &&
			( plan.distribution !== 'all_at_once' ||
				candidate.priority !== first.priority )
		) {
			break;
		}
		const { userId } = candidate;
		const hasSeat =
			userId === null ||
			( await seats.take(
				{
					holder: agentSeat( channel.siteId, userId ),
					limit: channel.settings.queue.callsPerAgent,
					requestId,
					now,
				},
				taken.filter( ( { holder } ) => holder.id === String( userId ) )
			) );
		if ( hasSeat ) {
			held.push( candidate );
		}
	}
	return held.map( ( { userId, number, mustConfirm } ) => ( {
		userId,
		number,
		mustConfirm,
	} ) );
}
