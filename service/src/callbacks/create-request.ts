import { createHash } from 'node:crypto';
import type { CreateRequest, VisitorStatus } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import { ownText } from '../channels/domain/own-text.js';
import { checkNumber } from '../guards/number.js';
import { refuseOwnNumber } from '../guards/own-number.js';
import type { Checked } from '../number-codes/number-codes.js';
import { isUniqueViolation } from '../persistence/database.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { Dependencies } from './dependencies.js';
import { begin } from './begin-request.js';
import { bookSlot } from './book-slot.js';
import {
	CodeMissing,
	codeWantedBy,
	isConfirmed,
	wantsCode,
} from './confirm-number.js';
import { after } from './domain/timings.js';
import { isOpen, mayBook } from './may-request.js';
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
 * in this process as soon as that is committed. Where the channel wants the number confirmed, a code is sent first.
 *
 * @throws {Refusal} With a sentence for the visitor; nothing is kept then, and no limit is used up.
 */
export async function createRequest(
	dependencies: Dependencies,
	site: Site,
	input: CreateRequest
): Promise< Created > {
	const { killPoint, numberCodes } = dependencies;
	const checked =
		input.code === null
			? null
			: await numberCodes.check( site, input.key, input.code );
	let taken: Taken;
	try {
		taken = await takeOnce( dependencies, site, input, checked );
	} catch ( error ) {
		throw error instanceof CodeMissing
			? await numberCodes.ask( error.wanted )
			: error;
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

/** Two clicks at once, and the other one was quicker: a second look finds its request, or is refused again. */
async function takeOnce(
	...asked: Parameters< typeof take >
): Promise< Taken > {
	const [ { database } ] = asked;
	const once = () => database.transaction( () => take( ...asked ) );
	try {
		return await once();
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
		return once();
	}
}

async function take(
	dependencies: Dependencies,
	site: Site,
	input: CreateRequest,
	checked: Checked | null
): Promise< Taken > {
	const { store } = dependencies;
	const known = await store.findByKey( site.id, input.key );
	if ( known ) {
		return { created: false, loaded: known, confirmation: null };
	}
	const { channels, agents, limits, clock, defaultCallerId } = dependencies;
	const now = clock.now();
	const ofSite = await channels.list( site.id );
	const channel = ofSite.find( ( { id } ) => id === input.channelId );
	if ( ! channel ) {
		throw new Refusal( 'channel_not_found' );
	}
	const number = readNumber( channel, input.number );
	if ( await dependencies.blockedNumbers.isBlocked( site.id, number ) ) {
		throw new Refusal( 'number_blocked', { field: 'number' } );
	}
	const agentNumbers = await agents.numbers( site.id );
	refuseOwnNumber( number, ofSite, [
		site.callerId,
		defaultCallerId,
		...agentNumbers.values(),
	] );
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
	const asked = { site, channel, agentNumbers, requestedAt };
	const isBooking = input.slot !== null;
	const open = isBooking
		? mayBook( dependencies, asked, now )
		: isOpen( dependencies, asked, now );
	const mayBeGranted =
		! wantsCode( channel, input ) || isConfirmed( checked, number );
	if ( checked && mayBeGranted ) {
		await dependencies.numberCodes.used( site.id, input.key );
	}
	await limits.take( {
		site,
		channel,
		number,
		visitorAddress: input.visitorAddress,
		now,
	} );
	const details = detailsOf( input, {
		siteId: site.id,
		number,
		visitorDigest,
		requestedAt,
	} );
	const wanted = {
		site,
		channel,
		details,
		open,
		ownerUserId: input.ownerUserId,
	};
	const loaded =
		input.slot === null
			? await begin( dependencies, wanted )
			: await bookSlot( dependencies, {
					...wanted,
					startsAt: new Date( input.slot ),
				} );
	if ( ! mayBeGranted ) {
		throw new CodeMissing(
			codeWantedBy( input, { site, channel, number } )
		);
	}
	dependencies.killPoint( 'create:before-commit' );
	return {
		created: true,
		loaded,
		confirmation: ownText(
			isBooking
				? channel.settings.bookingTexts.confirmation
				: channel.settings.form.confirmation,
			input.language
		),
	};
}

function detailsOf(
	input: CreateRequest,
	known: Pick<
		RequestDetails,
		'siteId' | 'number' | 'visitorDigest' | 'requestedAt'
	>
): RequestDetails {
	return {
		...known,
		channelId: input.channelId,
		requestKey: input.key,
		name: input.name || null,
		note: input.note || null,
		language: input.language,
		timeZone: input.timeZone,
		pageUrl: input.pageUrl,
		pageTitle: input.pageTitle,
		consentText: input.consentText,
		// A sentence that was shown without a box to tick is agreed to by sending.
		consentAt:
			input.consent || input.consentText !== null
				? known.requestedAt
				: null,
	};
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

/** An address is personal: a digest is enough to recognise the second sending. */
function digestOf(
	site: Site,
	channel: Channel,
	number: string,
	{ visitorAddress, slot }: CreateRequest
): string {
	return createHash( 'sha256' )
		.update(
			[
				site.secret,
				channel.id,
				number,
				visitorAddress,
				...( slot === null ? [] : [ slot ] ),
			].join( ' ' )
		)
		.digest( 'hex' );
}
