import { createHash } from 'node:crypto';
import { checkNumber } from '../guards/number.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import { applyCommand } from './apply-command.js';
import { begin } from './begin-request.js';
import type { Dependencies } from './dependencies.js';
import { isOver } from './domain/callback-request.js';
import { secondsBetween } from './domain/timings.js';
import type { Loaded } from './store/callback-store.js';
import type { RequestDetails } from './store/rows.js';

/** Two clicks, or the same order sent again, within this time are one, should the first be over already. */
const sameOrderSeconds = 60;

interface Again {
	site: Site;
	/** Over; locked by the current transaction. */
	loaded: Loaded;
	/** The WordPress user. */
	byUserId: number;
}

/**
 * Somebody of the company has a request called that is over: as a new one, of the same number, note, page and consent. The country's
 * and the number's guards hold, and what the site may spend; the limits of visitors do not. However often it is asked for at once, one request comes of it: its
 * key follows from the old request and from how many were made in its place before.
 *
 * @return The id of the new request, or of the one made in its place that is not over yet.
 * @throws {Refusal} request_already_open, spending_limit_reached, number_blocked, channel_not_found, nobody_available, and those of the number.
 */
export async function callAgain(
	dependencies: Dependencies,
	{ site, loaded, byUserId }: Again
): Promise< string > {
	const { channels, clock, limits, killPoint } = dependencies;
	const { details, request: old } = loaded;
	const { key, made } = await nextKey( dependencies, { site, loaded } );
	if ( made ) {
		return made;
	}
	await limits.refuseSpent( site, clock.now() );
	const channel = await channels.find( site.id, details.channelId );
	if ( ! channel ) {
		throw new Refusal( 'channel_not_found' );
	}
	await refuseNumber( dependencies, details, channel.settings.guards );
	const { request } = await begin( dependencies, {
		site,
		channel,
		details: {
			...details,
			requestKey: key,
			// No page without JavaScript has sent it.
			visitorDigest: digestOf( site, key ),
			requestedAt: clock.now(),
		},
		open: true,
		ownerUserId: old.plan.owner?.userId ?? null,
		byCompany: true,
	} );
	await applyCommand( dependencies, request.id, {
		type: 'call_now',
		byUserId,
		newRequestId: null,
	} );
	killPoint( 'call-again:between' );
	await applyCommand( dependencies, old.id, {
		type: 'call_now',
		byUserId,
		newRequestId: request.id,
	} );
	return request.id;
}

/** The key of the next request in place of this one; or the one that is there already. */
async function nextKey(
	{ store, clock }: Pick< Dependencies, 'store' | 'clock' >,
	{ site, loaded }: Pick< Again, 'site' | 'loaded' >
): Promise< { key: string; made: string | null } > {
	for ( let ordinal = 1; ; ordinal++ ) {
		const key = keyOf( site, loaded.request.id, ordinal );
		const found = await store.findByKey( site.id, key );
		if ( ! found ) {
			return { key, made: null };
		}
		const { request } = found;
		if (
			! isOver( request ) ||
			secondsBetween( request.createdAt, clock.now() ) < sameOrderSeconds
		) {
			return { key, made: request.id };
		}
	}
}

async function refuseNumber(
	{ blockedNumbers }: Pick< Dependencies, 'blockedNumbers' >,
	{ siteId, number }: RequestDetails,
	guards: Parameters< typeof checkNumber >[ 1 ]
): Promise< void > {
	const checked = checkNumber( number, guards );
	if ( ! checked.ok ) {
		throw new Refusal( checked.code, {
			...( checked.text !== undefined && { text: checked.text } ),
		} );
	}
	if ( await blockedNumbers.isBlocked( siteId, number ) ) {
		throw new Refusal( 'number_blocked' );
	}
}

/** Nobody guesses it: the site's secret is in it. In the form of a UUID (RFC 9562, version 8: what it is made of is its maker's). */
function keyOf( site: Site, requestId: string, ordinal: number ): string {
	const hex = digestOf( site, `${ requestId } ${ ordinal }` );
	return [
		hex.slice( 0, 8 ),
		hex.slice( 8, 12 ),
		`8${ hex.slice( 13, 16 ) }`,
		`a${ hex.slice( 17, 20 ) }`,
		hex.slice( 20, 32 ),
	].join( '-' );
}

function digestOf( { secret }: Site, of: string ): string {
	return createHash( 'sha256' )
		.update( `${ secret } again ${ of }` )
		.digest( 'hex' );
}
