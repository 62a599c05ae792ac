import { randomUUID } from 'node:crypto';
import { channelHours } from '../availability/channel-hours.js';
import { openingAt } from '../availability/domain/opening.js';
import type { Channel } from '../channels/channel.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import type { Site } from '../sites/site.js';
import type { IncomingNews } from '../telephony/call-events.js';
import type { CallScript } from '../telephony/call-script.js';
import { applyCommand, type Applied } from './apply-command.js';
import { callPlan } from './call-plan.js';
import {
	awaitsBooking,
	isOver,
	type CallbackRequest,
} from './domain/callback-request.js';
import type { Facts } from './domain/commands.js';
import { decideRequest } from './domain/decide.js';
import { after } from './domain/timings.js';
import type { Dependencies } from './dependencies.js';
import { gatherFacts, noFacts } from './gather-facts.js';
import { scriptFor } from './script-for.js';
import { speechOf } from './speech.js';
import type { Loaded } from './store/callback-store.js';
import type { RequestDetails } from './store/rows.js';

/** Of one caller: the open request is among the newest, or there is none. */
const requestsLookedAt = 5;

const refuse: CallScript = { type: 'refuse' };

/** Who rings, as far as their number tells. */
interface Caller {
	site: Site;
	channel: Channel;
	/** Open, or else the latest. */
	loaded: Loaded;
	/** E.164: what they rang. */
	callerId: string;
}

/**
 * Somebody rings a number that we show. A client is matched to their open request, or else to a repetition of the latest, and
 * joined with the company in the hours. Otherwise they may leave a message, or hear a sentence. An agent, unless a request of
 * their own is open, is asked for their presence. A stranger's call is not taken, and costs them nothing.
 */
export async function answerCaller(
	dependencies: Dependencies,
	news: IncomingNews
): Promise< CallScript > {
	const { store, killPoint, database, clock } = dependencies;
	const known = await store.legOfCall( news.callSid );
	if ( known ) {
		return answerAgain( dependencies, news.callSid, known );
	}
	const caller = await recognise( dependencies, news );
	// An agent who waits for a call themselves rings about that.
	const forPresence =
		caller && ! isNoCall( caller.loaded.request )
			? null
			: await dependencies.presenceByPhone.answer( news );
	if ( forPresence ) {
		return forPresence;
	}
	if ( ! caller || ! caller.channel.settings.ringBack.enabled ) {
		return refuse;
	}
	const open = isOpen( caller, clock.now() );
	if ( ! open && caller.channel.settings.ringBack.otherwise === 'message' ) {
		return sayClosed( caller );
	}
	const legId = timeOrderedId();
	const applied = await database.transaction( async () => {
		const requestId = isNoCall( caller.loaded.request )
			? await repeat( dependencies, caller )
			: caller.loaded.request.id;
		const taken =
			requestId &&
			( await take( dependencies, caller, {
				requestId,
				legId,
				callSid: news.callSid,
				open,
			} ) );
		killPoint( 'webhook:incoming:before-commit' );
		return taken;
	} );
	killPoint( 'webhook:incoming:after-commit' );
	// Their phone is being rung at this very moment: they hear it when they hang up.
	return applied && hasLeg( applied, legId )
		? scriptFor( dependencies, applied, { legId, callSid: news.callSid } )
		: refuse;
}

/** The network asks again what a call hears that was taken before. */
async function answerAgain(
	dependencies: Dependencies,
	callSid: string,
	legId: string
): Promise< CallScript > {
	const requestId = await dependencies.store.requestOfLeg( legId );
	const loaded = requestId && ( await dependencies.store.load( requestId ) );
	return loaded
		? scriptFor(
				dependencies,
				{ loaded, request: loaded.request, events: [] },
				{ legId, callSid }
			)
		: refuse;
}

async function recognise(
	{ store, sites, channels }: Dependencies,
	{ from, to, sites: spokenFor }: IncomingNews
): Promise< Caller | null > {
	if ( ! from ) {
		return null;
	}
	for ( const siteId of await store.sitesOf( from ) ) {
		if ( spokenFor && ! spokenFor.has( siteId ) ) {
			continue;
		}
		const requests = (
			await store.ofNumber( siteId, from, requestsLookedAt )
		).filter( ( { request } ) => request.plan.callerId === to );
		const loaded =
			requests.find( ( { request } ) => ! isNoCall( request ) ) ??
			requests[ 0 ];
		const site = loaded && ( await sites.find( siteId ) );
		const channel =
			loaded &&
			( await channels.find( siteId, loaded.details.channelId ) );
		if ( site && channel ) {
			return { site, channel, loaded, callerId: to };
		}
	}
	return null;
}

/**
 * Nobody is called for it: it is over, or booked for a time to come. Who rings before their booked time wants a word now, and is
 * called then all the same.
 */
function isNoCall( request: CallbackRequest ): boolean {
	return isOver( request ) || awaitsBooking( request );
}

function isOpen( { site, channel }: Caller, now: Date ): boolean {
	return (
		channel.settings.state === 'live' &&
		openingAt( channelHours( channel.settings, site, now ), now ).open
	);
}

function sayClosed( { channel, loaded }: Caller ): CallScript {
	return {
		type: 'say_and_hang_up',
		message: speechOf(
			channel.settings,
			loaded.details.language
		)( 'ring_back_closed' ),
	};
}

interface Taking {
	requestId: string;
	legId: string;
	callSid: string;
	/** False: nobody is looked for, and a message may be left. */
	open: boolean;
}

function take(
	dependencies: Dependencies,
	{ site, channel }: Caller,
	{ requestId, legId, callSid, open }: Taking
): Promise< Applied | null > {
	return applyCommand( dependencies, requestId, async ( loaded, now ) => {
		const { request } = loaded;
		const facts: Facts = open
			? await gatherFacts(
					dependencies,
					{
						site,
						channel,
						requestId,
						createdAt: request.createdAt,
						clientNumber: request.clientNumber,
						plan: request.plan,
						request,
						ringsIn: true,
					},
					now
				)
			: noFacts();
		return {
			type: 'rang_back',
			legId,
			attemptId: timeOrderedId(),
			callSid,
			facts,
		};
	} );
}

/**
 * What they asked for before, once more, as a new request. Null when another one of theirs is in flight.
 */
async function repeat(
	{ store, clock, guarded }: Dependencies,
	{ channel, loaded, callerId }: Caller
): Promise< string | null > {
	const now = clock.now();
	const details: RequestDetails = {
		...detailsOf( loaded ),
		requestKey: randomUUID(),
		requestedAt: now,
	};
	const { request, events } = decideRequest(
		{
			type: 'request',
			requestId: timeOrderedId(),
			clientNumber: details.number,
			plan: {
				...callPlan( {
					settings: channel.settings,
					clientNumber: details.number,
					callerId,
					ownerUserId: null,
				} ),
				fallback:
					channel.settings.ringBack.otherwise === 'voicemail'
						? { type: 'voicemail' }
						: { type: 'refuse' },
			},
			requestedAt: now,
			open: true,
			expiresAt: after(
				now,
				channel.settings.queue.expiresAfterMinutes * 60
			),
			attemptId: timeOrderedId(),
			// Their call is taken in the same transaction: until then nobody is looked for.
			facts: { ...noFacts(), heldBackBy: 'earlier_requests' },
		},
		now
	);
	if (
		guarded( 'one-live-attempt' ) &&
		! ( await store.takeNumber(
			details.siteId,
			details.number,
			request.id
		) )
	) {
		return null;
	}
	await store.insert( details, request, events, now );
	return request.id;
}

/** Without what belongs to the request's life: a row has more columns than its details. */
function detailsOf( { details }: Loaded ): RequestDetails {
	return {
		siteId: details.siteId,
		channelId: details.channelId,
		requestKey: details.requestKey,
		number: details.number,
		name: details.name,
		note: details.note,
		language: details.language,
		timeZone: details.timeZone,
		pageUrl: details.pageUrl,
		pageTitle: details.pageTitle,
		consentText: details.consentText,
		consentAt: details.consentAt,
		visitorDigest: details.visitorDigest,
		requestedAt: details.requestedAt,
	};
}

function hasLeg( { request }: Applied, legId: string ): boolean {
	return request.attempt.legs.some( ( { id } ) => id === legId );
}
