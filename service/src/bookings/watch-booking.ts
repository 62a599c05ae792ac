import type { AgentStore } from '../agents/agent-store.js';
import { applyCommand } from '../callbacks/apply-command.js';
import type { Dependencies } from '../callbacks/dependencies.js';
import { awaitsBooking } from '../callbacks/domain/callback-request.js';
import { after, timings } from '../callbacks/domain/timings.js';
import type { RequestJob } from '../callbacks/job-names.js';
import type { Loaded } from '../callbacks/store/callback-store.js';
import type { Channel } from '../channels/channel.js';
import { MailError, type Mail } from '../mail/mail.js';
import type { Site } from '../sites/site.js';
import { uncoveredLetter } from './uncovered-letter.js';

export interface WatchDependencies extends Dependencies {
	agents: Dependencies[ 'agents' ] & Pick< AgentStore, 'list' >;
	/** Null: the service has no mail server. */
	mail: Mail | null;
}

/** Nobody is there for a booking: one letter each. */
interface LetterJob extends RequestJob {
	/** "owner", "supervisor 0", "agent 12": never an address, which jobs do not keep. */
	recipient: string;
}

const letterJob = 'bookings.tell-uncovered';
/** 1 s, 2 s, 4 s, …: after ten minutes the letter is of no use. */
const letterRetries = 9;
/** A booking that was moved to a later time has a watch of its own. */
const graceSeconds = 5;

/**
 * Ten minutes before a booking: is somebody eligible who could take it? Otherwise the team, the supervisors and the owner are told,
 * once for each time of a booking [N18]. Defines its job for the letters, so it must be made before `jobs.start`.
 */
export function createWatchBooking(
	dependencies: WatchDependencies
): ( job: RequestJob ) => Promise< void > {
	const { jobs, clock, bookings, database } = dependencies;

	jobs.define< LetterJob >(
		letterJob,
		( job ) => sendLetter( dependencies, job ),
		{ retries: letterRetries }
	);

	return async ( { requestId } ) => {
		const found = await contextOf( dependencies, requestId );
		if ( ! found || ! isSoon( found.loaded, clock.now() ) ) {
			return;
		}
		const { site, channel, loaded } = found;
		const { booking } = loaded.request.plan;
		if ( ! booking || ( await someoneIsThere( dependencies, found ) ) ) {
			return;
		}
		await database.transaction( async () => {
			if (
				! ( await bookings.claimWarning( requestId, booking.startsAt ) )
			) {
				return;
			}
			await applyCommand( dependencies, requestId, {
				type: 'note',
				what: 'booking_uncovered',
				detail: null,
			} );
			for ( const [ recipient ] of await recipientsOf( dependencies, {
				site,
				channel,
			} ) ) {
				await jobs.now< LetterJob >( letterJob, {
					requestId,
					recipient,
				} );
			}
		} );
	};
}

interface Found {
	site: Site;
	channel: Channel;
	loaded: Loaded;
}

async function contextOf(
	{ store, sites, channels }: Dependencies,
	requestId: string
): Promise< Found | null > {
	const loaded = await store.load( requestId );
	if ( ! loaded ) {
		return null;
	}
	const { siteId, channelId } = loaded.details;
	const site = await sites.find( siteId );
	const channel = await channels.findEvenRemoved( siteId, channelId );
	return site && channel && { site, channel, loaded };
}

function isSoon( { request }: Loaded, now: Date ): boolean {
	const { booking } = request.plan;
	return (
		booking !== null &&
		awaitsBooking( request ) &&
		booking.startsAt <=
			after( now, timings.watchBookingSeconds + graceSeconds )
	);
}

/** As it will be at the booked time: who has set themselves online before the opening counts then. */
async function someoneIsThere(
	{ candidates }: Dependencies,
	{ site, channel, loaded: { request } }: Found
): Promise< boolean > {
	const { candidates: there, worthWaiting } = await candidates( {
		site,
		settings: channel.settings,
		plan: request.plan,
		ownerUserId: null,
		rung: { userIds: new Set(), destination: false },
		now: request.plan.booking?.startsAt ?? request.createdAt,
	} );
	return there.length > 0 || worthWaiting !== null;
}

/** Addresses by who they are; each address once. */
async function recipientsOf(
	{ agents }: Pick< WatchDependencies, 'agents' >,
	{ site, channel }: { site: Site; channel: Channel }
): Promise< Map< string, string > > {
	const { team } = channel.settings;
	const ofTeam = ( await agents.list( site.id ) ).filter(
		( { userId } ) =>
			team.length === 0 ||
			team.some( ( member ) => member.userId === userId )
	);
	const all: Array< readonly [ string, string | null ] > = [
		...ofTeam.map(
			( { userId, email } ) => [ `agent ${ userId }`, email ] as const
		),
		...site.supervisorEmails.map(
			( email, index ) => [ `supervisor ${ index }`, email ] as const
		),
		[ 'owner', site.ownerEmail ],
	];
	const told = new Map< string, string >();
	const known = new Set< string >();
	for ( const [ who, email ] of all ) {
		const address = email?.trim().toLowerCase();
		if ( address && ! known.has( address ) ) {
			known.add( address );
			told.set( who, address );
		}
	}
	return told;
}

async function sendLetter(
	dependencies: WatchDependencies,
	{ requestId, recipient }: LetterJob
): Promise< void > {
	const { mail, logger, clock } = dependencies;
	const found = await contextOf( dependencies, requestId );
	// Called or cancelled by now: there is nothing to do about it any more.
	if ( ! found || ! awaitsBooking( found.loaded.request ) ) {
		return;
	}
	const to = ( await recipientsOf( dependencies, found ) ).get( recipient );
	if ( ! to || ! mail ) {
		logger.warn(
			{ requestId, mailServer: mail !== null },
			'Nobody could be told that nobody is there for a booking'
		);
		return;
	}
	try {
		await mail.send(
			uncoveredLetter( { ...found, to, now: clock.now() } )
		);
	} catch ( error ) {
		if ( error instanceof MailError && error.kind === 'retryable' ) {
			throw error;
		}
		logger.error(
			{ requestId, err: error },
			'A letter about a booking was not accepted by the mail server'
		);
	}
}
