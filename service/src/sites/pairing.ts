import { randomBytes, randomUUID } from 'node:crypto';
import type { Pair, Paired } from '@rappel/contract';
import type { Clock } from '../clock.js';
import type { Database } from '../persistence/database.js';
import { Refusal } from '../refusal.js';
import { hashPairingCode, makePairingCode } from './pairing-code.js';
import type { PairingCodeStore } from './pairing-code-store.js';
import type { Site } from './site.js';
import type { SiteStore } from './site-store.js';
import { checkTimeZone } from './time-zone.js';

const hourMs = 3_600_000;

/** Until the owner chooses another: far more than a small company answers, far less than a flood would cost. */
const defaultDailyRequestCap = 500;

export interface PairingOptions {
	database: Database;
	sites: SiteStore;
	codes: PairingCodeStore;
	clock: Clock;
}

/**
 * Makes a code for a WordPress site to connect with: for one hour, once. It is told here and kept nowhere in clear.
 *
 * With a `siteId` the code connects that site again, with its channels, under a new secret and home URL; without, a new one.
 *
 * @throws {Refusal} site_unknown.
 */
export async function createPairingCode(
	{ sites, codes, clock }: Omit< PairingOptions, 'database' >,
	siteId: string | null = null
): Promise< string > {
	if ( siteId !== null && ! ( await sites.find( siteId ) ) ) {
		throw new Refusal( 'site_unknown' );
	}
	const now = clock.now().getTime();
	await codes.sweep( new Date( now - 24 * hourMs ) );
	const code = makePairingCode();
	await codes.create( {
		codeHash: hashPairingCode( code ),
		siteId,
		expiresAt: new Date( now + hourMs ),
		usedAt: null,
	} );
	return code;
}

/**
 * Takes a code that the WordPress site made which this service was deployed for: a day from the first time that it is offered, once.
 * Offered again (the service starts anew with the same environment) it stays what it has become.
 */
export async function offerPairingCode(
	{ codes, clock }: Pick< PairingOptions, 'codes' | 'clock' >,
	code: string
): Promise< void > {
	await codes.createUnlessThere( {
		codeHash: hashPairingCode( code ),
		siteId: null,
		expiresAt: new Date( clock.now().getTime() + 24 * hourMs ),
		usedAt: null,
	} );
}

/**
 * Connects a site to this service.
 *
 * @throws {Refusal} pairing_code_invalid, pairing_code_expired; invalid_request for a time zone that does not exist, which leaves
 *                   the code as it was.
 */
export function pairSite(
	{ database, sites, codes, clock }: PairingOptions,
	pair: Pair
): Promise< Paired > {
	checkTimeZone( pair.timeZone );
	return database.transaction( async () => {
		const now = clock.now();
		const codeHash = hashPairingCode( pair.code );
		const code = await codes.find( codeHash );
		if ( ! code || code.usedAt ) {
			throw new Refusal( 'pairing_code_invalid', { field: 'code' } );
		}
		if ( ! ( await codes.use( codeHash, now ) ) ) {
			throw new Refusal(
				code.expiresAt <= now
					? 'pairing_code_expired'
					: 'pairing_code_invalid',
				{ field: 'code' }
			);
		}
		const secret = randomBytes( 32 ).toString( 'base64url' );
		const known =
			code.siteId === null ? null : await sites.find( code.siteId );
		const given = {
			name: pair.name,
			homeUrl: pair.homeUrl,
			timeZone: pair.timeZone,
			secret,
		};
		const site: Site = known
			? { ...known, ...given }
			: {
					...given,
					id: randomUUID(),
					callerId: null,
					ownAccountSid: null,
					ownerEmail: null,
					supervisorEmails: [],
					dailyRequestCap: defaultDailyRequestCap,
					monthlyLimitMilli: null,
					lowBalanceMilli: null,
					createdAt: now,
				};
		await ( known ? sites.save( site ) : sites.create( site ) );
		return { siteId: site.id, secret };
	} );
}
