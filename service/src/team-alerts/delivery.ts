import type { AgentStore } from '../agents/agent-store.js';
import type { Alerts } from '../alerts/alerts.js';
import type { Clock } from '../clock.js';
import type { OtherCosts } from '../costs/other-costs.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logging.js';
import { MailError, type Mail } from '../mail/mail.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import { cheapText } from '../text-messages/domain/cheap-text.js';
import { addressOf, userIdOf, wayToAgent, type Way } from './recipients.js';
import type { TeamAlert } from './team-alert.js';
import type { TeamAlertStore } from './team-alert-store.js';
import { callerIdOf, messagesNumberOf } from '../sites/service-numbers.js';
import { teamLetter, type Words } from './team-letter.js';

export interface TeamDeliveryDependencies {
	jobs: Jobs;
	store: TeamAlertStore;
	sites: Pick< SiteStore, 'find' >;
	agents: Pick< AgentStore, 'find' >;
	/** Null: the service has no mail server. */
	mail: Mail | null;
	telephonyOf: TelephonyOf< 'sendMessage' >;
	alerts: Pick< Alerts, 'raise' >;
	/** Told of what a text message will cost. */
	otherCosts: Pick< OtherCosts, 'add' >;
	/** E.164, or a short code: from which text messages come; null: from the caller id. */
	messagesNumber: string | null;
	/** The service's own caller id, where the site has none; null: it has none. */
	defaultCallerId: string | null;
	/** What an alert says as things stand; null: it is no news any more. */
	wordsOf: ( alert: TeamAlert, site: Site ) => Promise< Words | null >;
	clock: Clock;
	logger: Logger;
}

export type News = Omit< TeamAlert, 'id' | 'state' | 'createdAt' >;

/** Has somebody told, once. Joins the current transaction. */
export type Tell = ( news: News ) => Promise< void >;

interface AlertJob {
	alertId: string;
}

const sendJob = 'team-alerts.send';
/** 1 s, 2 s, 4 s, … for an hour; what has become useless meanwhile is not sent. */
const retries = 12;

/** How the team is told, by mail server and telephone network. Defines its job, so it must be made before `jobs.start`. */
export function createTeamDelivery(
	dependencies: TeamDeliveryDependencies
): Tell {
	const { jobs, store, sites, clock } = dependencies;

	jobs.define< AlertJob >(
		sendJob,
		async ( { alertId } ) => {
			const alert = await store.find( alertId );
			if ( alert?.state === 'pending' ) {
				await send( alert );
			}
		},
		{ retries }
	);

	async function send( alert: TeamAlert ): Promise< void > {
		const site = await sites.find( alert.siteId );
		const way = site && ( await wayTo( dependencies, alert, site ) );
		const words =
			site &&
			way !== 'unwanted' &&
			clock.now() <= alert.usefulUntil &&
			( await dependencies.wordsOf( alert, site ) );
		if ( ! words ) {
			await store.move( alert.id, 'pending', 'obsolete' );
			return;
		}
		// The intent is committed first: from here on it is handed over once at most.
		if ( ! ( await store.move( alert.id, 'pending', 'sending' ) ) ) {
			return;
		}
		await handOver( dependencies, alert, { way, words } );
	}

	return async ( news ) => {
		const alert: TeamAlert = {
			...news,
			id: timeOrderedId(),
			state: 'pending',
			createdAt: clock.now(),
		};
		if ( await store.add( alert ) ) {
			await jobs.now< AlertJob >( sendJob, { alertId: alert.id } );
		}
	};
}

async function wayTo(
	{
		agents,
		messagesNumber,
		defaultCallerId,
	}: Pick<
		TeamDeliveryDependencies,
		'agents' | 'messagesNumber' | 'defaultCallerId'
	>,
	alert: TeamAlert,
	site: Site
): Promise< Way | 'unwanted' | null > {
	const userId = userIdOf( alert );
	if ( userId === null ) {
		const to = addressOf( site, alert.recipient );
		return to === null ? 'unwanted' : { by: 'email', to };
	}
	const agent = await agents.find( site.id, userId );
	return agent
		? wayToAgent(
				agent,
				alert.kind,
				messagesNumberOf( site, messagesNumber ) ??
					callerIdOf( site, defaultCallerId )
			)
		: 'unwanted';
}

async function handOver(
	dependencies: TeamDeliveryDependencies,
	alert: TeamAlert,
	{ way, words }: { way: Way | null; words: Words }
): Promise< void > {
	const { mail, store, logger } = dependencies;
	const context = { alertId: alert.id, kind: alert.kind };
	if ( ! way || ( way.by === 'email' && ! mail ) ) {
		await store.move( alert.id, 'sending', 'failed' );
		logger.warn(
			{ ...context, mailServer: mail !== null, address: way !== null },
			'Somebody of the team could not be told'
		);
		return;
	}
	try {
		await ( way.by === 'email'
			? mail?.send( teamLetter( way.to, words ) )
			: sendMessage( dependencies, alert, { way, words } ) );
	} catch ( error ) {
		await notHandedOver( dependencies, alert, error );
		return;
	}
	await store.move( alert.id, 'sending', 'sent' );
}

async function sendMessage(
	{ telephonyOf, otherCosts, clock }: TeamDeliveryDependencies,
	{ id, siteId }: TeamAlert,
	{
		way: { to, from },
		words,
	}: { way: Way & { by: 'text_message' }; words: Words }
): Promise< void > {
	const { messageSid } = await telephonyOf( siteId ).sendMessage( {
		messageId: id,
		to,
		from,
		text: cheapText( words.short ),
	} );
	await otherCosts.add( {
		siteId,
		purpose: 'team_alert',
		charged: 'message',
		sid: messageSid,
		over: clock.now(),
	} );
}

/** What was certainly not accepted is tried again by the job; what may have been is not. */
async function notHandedOver(
	{ store, alerts, logger }: TeamDeliveryDependencies,
	{ id, siteId, kind }: TeamAlert,
	error: unknown
): Promise< void > {
	const why =
		error instanceof MailError || error instanceof TelephonyError
			? error.kind
			: 'unknown';
	if ( why === 'retryable' ) {
		await store.move( id, 'sending', 'pending' );
		throw error;
	}
	await store.move( id, 'sending', why === 'unknown' ? why : 'failed' );
	if ( error instanceof TelephonyError && why === 'settings' ) {
		await alerts.raise( siteId, 'text_messages_refused', error.code );
	}
	logger.error(
		{ alertId: id, kind, err: error },
		'What the team is told was not accepted'
	);
}
