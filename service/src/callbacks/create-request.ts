import { createHash } from 'node:crypto';
import type { CreateRequest, ErrorCode, VisitorStatus } from '@rappel/contract';
import { immediateAvailability } from '../availability/immediate.js';
import type { Channel } from '../channels/channel.js';
import { missingOf } from '../channels/missing.js';
import { checkNumber } from '../guards/number.js';
import { refuseOwnNumber } from '../guards/own-number.js';
import { isUniqueViolation } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { Dependencies } from './dependencies.js';
import { decideRequest } from './domain/decide.js';
import { isOver } from './domain/callback-request.js';
import { after, secondsBetween, timings } from './domain/timings.js';
import { scheduleEffects } from './schedule-effects.js';
import type { Loaded } from './store/callback-store.js';
import type { RequestDetails } from './store/rows.js';
import { visitorStatus } from './visitor-status.js';

/** A page without JavaScript has no key of its own: what it sends twice within this time is one request. */
const sameRequestSeconds = 60;

export interface Created {
	/** False: the key, or the page without JavaScript, had asked for the same before. */
	created: boolean;
	status: VisitorStatus;
}

/**
 * Takes a visitor's request: every check, the request, its events and the job that dials, in one transaction. The job starts
 * in this process as soon as that is committed.
 *
 * @throws {Refusal} With a sentence for the visitor; nothing is kept then, and no limit is used up.
 */
export async function createRequest(
	dependencies: Dependencies,
	site: Site,
	input: CreateRequest
): Promise< Created > {
	const { database, killPoint } = dependencies;
	const once = () =>
		database.transaction( () => take( dependencies, site, input ) );
	let taken: Taken;
	try {
		taken = await once();
	} catch ( error ) {
		if (
			! isUniqueViolation( error ) &&
			! (
				error instanceof Refusal &&
				error.code === 'request_already_open'
			)
		) {
			throw error;
		}
		// Two clicks at once, and the other one was quicker: a second look finds its request, or is refused again.
		taken = await once();
	}
	killPoint( 'create:after-commit' );
	return {
		created: taken.created,
		status: await visitorStatus( dependencies, taken.loaded, {
			language: input.language,
			confirmation: taken.confirmation,
			justAccepted: taken.created,
		} ),
	};
}

interface Taken {
	created: boolean;
	loaded: Loaded;
	/** The channel's own text; null: ours. */
	confirmation: string | null;
}

async function take(
	dependencies: Dependencies,
	site: Site,
	input: CreateRequest
): Promise< Taken > {
	const { store } = dependencies;
	const known = await store.findByKey( site.id, input.key );
	if ( known ) {
		return { created: false, loaded: known, confirmation: null };
	}
	const { channels, limits, clock, defaultCallerId } = dependencies;
	const now = clock.now();
	const ofSite = await channels.list( site.id );
	const channel = ofSite.find( ( { id } ) => id === input.channelId );
	if ( ! channel ) {
		throw new Refusal( 'channel_not_found' );
	}
	const number = readNumber( channel, input.number );
	refuseOwnNumber( number, ofSite, [ site.callerId, defaultCallerId ] );
	const visitorDigest = digestOf( site, channel, number, input );
	if ( input.withoutScript ) {
		const same = await store.findByVisitor(
			site.id,
			visitorDigest,
			after( now, -sameRequestSeconds )
		);
		if ( same ) {
			return { created: false, loaded: same, confirmation: null };
		}
	}
	if ( channel.settings.form.consentRequired && ! input.consent ) {
		throw new Refusal( 'consent_missing', { field: 'consent' } );
	}
	const requestedAt = new Date(
		Math.min( Date.parse( input.requestedAt ), now.getTime() )
	);
	const open = isOpen( dependencies, site, channel, requestedAt, now );
	await limits.take( {
		site,
		channel,
		number,
		visitorAddress: input.visitorAddress,
		now,
	} );
	const details: RequestDetails = {
		siteId: site.id,
		channelId: channel.id,
		requestKey: input.key,
		number,
		name: input.name || null,
		language: input.language,
		timeZone: input.timeZone,
		pageUrl: input.pageUrl,
		pageTitle: input.pageTitle,
		consentText: input.consentText,
		// A sentence that was shown without a box to tick is agreed to by sending.
		consentAt:
			input.consent || input.consentText !== null ? requestedAt : null,
		visitorDigest,
		requestedAt,
	};
	const loaded = await begin( dependencies, site, channel, details, open );
	dependencies.killPoint( 'create:before-commit' );
	return {
		created: true,
		loaded,
		confirmation: channel.settings.form.confirmation,
	};
}

async function begin(
	dependencies: Dependencies,
	site: Site,
	channel: Channel,
	details: RequestDetails,
	open: boolean
): Promise< Loaded > {
	const { store, clock, defaultCallerId } = dependencies;
	const { calls } = channel.settings;
	const callerId = calls.callerId ?? site.callerId ?? defaultCallerId ?? '';
	const now = clock.now();
	const { request, events, effects } = decideRequest(
		{
			type: 'request',
			requestId: timeOrderedId(),
			requestedAt: details.requestedAt,
			open,
			plan: {
				dialOrder: [ 'company', 'client' ],
				ringSeconds: {
					company: calls.companyRingSeconds,
					client: calls.clientRingSeconds,
				},
				maximumTalkSeconds: calls.maximumTalkSeconds,
			},
			attempt: {
				id: timeOrderedId(),
				legs: [
					{
						id: timeOrderedId(),
						party: 'company',
						number: calls.destinationNumber ?? '',
						callerId,
					},
					{
						id: timeOrderedId(),
						party: 'client',
						number: details.number,
						callerId,
					},
				],
			},
		},
		now
	);
	if (
		! isOver( request ) &&
		! ( await store.takeNumber( site.id, details.number, request.id ) )
	) {
		throw new Refusal( 'request_already_open', { field: 'number' } );
	}
	await store.insert( details, request, events, now );
	await scheduleEffects(
		dependencies,
		{ requestId: request.id, siteId: site.id },
		effects
	);
	return { request, details, version: 1, updatedAt: now };
}

function readNumber( { settings }: Channel, typed: string ): string {
	const number = checkNumber( typed, settings.guards );
	if ( ! number.ok ) {
		throw new Refusal( number.code, {
			field: 'number',
			...( number.text !== undefined && { text: number.text } ),
		} );
	}
	return number.e164;
}

const refusals = {
	paused: 'channel_paused',
	incomplete: 'channel_incomplete',
	closed: 'channel_closed',
	daily_cap_reached: 'daily_cap_reached',
} satisfies Record< string, ErrorCode >;

/**
 * Whether the channel takes immediate requests now. The visitor of a request that WordPress had to keep cannot be told any
 * more: it is taken all the same, and shown as overdue.
 */
function isOpen(
	{ defaultCallerId }: Dependencies,
	site: Site,
	channel: Channel,
	requestedAt: Date,
	now: Date
): boolean {
	const fallbackCallerId = site.callerId ?? defaultCallerId;
	const { immediate, reason, nextOpeningAt } = immediateAvailability( {
		channel,
		site,
		// The day's cap is counted by the limits, in the same transaction.
		requestsToday: 0,
		complete:
			missingOf( { settings: channel.settings, fallbackCallerId } )
				.length === 0,
		now,
	} );
	if (
		! immediate &&
		reason &&
		secondsBetween( requestedAt, now ) <= timings.deliveredLateSeconds
	) {
		throw new Refusal(
			refusals[ reason ],
			nextOpeningAt ? { retryAt: nextOpeningAt } : {}
		);
	}
	return immediate;
}

/** An address is personal: a digest is enough to recognise the second sending. */
function digestOf(
	site: Site,
	channel: Channel,
	number: string,
	{ visitorAddress }: CreateRequest
): string {
	return createHash( 'sha256' )
		.update(
			[ site.secret, channel.id, number, visitorAddress ].join( ' ' )
		)
		.digest( 'hex' );
}
