import type { RequestDetail } from '@rappel/contract';
import type { Channel, ChannelStore } from '../channels/channel-store.js';
import type { Clock } from '../clock.js';
import type { Jobs } from '../jobs/jobs.js';
import type { Logger } from '../logging.js';
import { MailError, type Letter, type Mail } from '../mail/mail.js';
import type { Database } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { SiteStore } from '../sites/site-store.js';
import { alertLetter, testLetter } from './alert-letter.js';
import { createSurveyStore, type SurveyAlert } from './survey-store.js';

export interface SurveyDependencies {
	database: Database;
	jobs: Jobs;
	channels: Pick< ChannelStore, 'find' | 'findEvenRemoved' >;
	sites: Pick< SiteStore, 'find' >;
	/** Null: the service has no mail server. */
	mail: Mail | null;
	/** What a recipient is told of the request. @throws {Refusal} request_not_found when it is no more. */
	readRequest: (
		siteId: string,
		requestId: string
	) => Promise<
		Pick<
			RequestDetail,
			'number' | 'name' | 'agentName' | 'pageTitle' | 'pageUrl'
		>
	>;
	clock: Clock;
	logger: Logger;
}

export interface Surveys {
	/**
	 * Keeps a score and has the recipients told of a bad one. Joins the current transaction; of the same request told twice, the
	 * first score stays and nobody is told again.
	 */
	scored: ( scored: {
		siteId: string;
		channelId: string;
		requestId: string;
		userId: number | null;
		score: number;
	} ) => Promise< void >;
	/**
	 * Sends each recipient of the channel a letter, now.
	 *
	 * @throws {Refusal} channel_not_found, mail_not_configured, mail_refused; invalid_request without recipients.
	 */
	sendTest: ( site: Site, channelId: string ) => Promise< void >;
}

interface AlertJob {
	alertId: string;
}

const sendAlertJob = 'send-survey-alert';
/** 1 s, 2 s, 4 s, …: a mail server that is away for an hour loses no alert. */
const retries = 12;

/** Scores and their alerts, wired. Defines its job, so it must be made before `jobs.start`. */
export function createSurveys( dependencies: SurveyDependencies ): Surveys {
	const { database, jobs, channels, clock } = dependencies;
	const store = createSurveyStore( database );

	jobs.define< AlertJob >(
		sendAlertJob,
		( { alertId } ) => sendAlert( alertId ),
		{ retries }
	);

	async function sendAlert( alertId: string ): Promise< void > {
		const alert = await store.findAlert( alertId );
		if ( ! alert || alert.state !== 'pending' ) {
			return;
		}
		const letter = await letterFor( alert );
		// The intent is committed first: from here on it is handed over once at most.
		if ( ! ( await store.moveAlert( alertId, 'pending', 'sending' ) ) ) {
			return;
		}
		await deliver( alert, letter );
	}

	async function deliver(
		{ id }: SurveyAlert,
		letter: Letter | null
	): Promise< void > {
		const { mail, logger } = dependencies;
		if ( ! mail || ! letter ) {
			await store.moveAlert( id, 'sending', 'failed' );
			logger.warn(
				{ alertId: id, mailServer: mail !== null },
				'A survey alert could not be sent'
			);
			return;
		}
		try {
			await mail.send( letter );
		} catch ( error ) {
			const kind = error instanceof MailError ? error.kind : 'unknown';
			if ( kind === 'retryable' ) {
				await store.moveAlert( id, 'sending', 'pending' );
				throw error;
			}
			await store.moveAlert(
				id,
				'sending',
				kind === 'permanent' ? 'failed' : 'unknown'
			);
			logger.error(
				{ alertId: id, err: error },
				'A survey alert was not accepted by the mail server'
			);
			return;
		}
		await store.moveAlert( id, 'sending', 'sent' );
	}

	async function letterFor( {
		siteId,
		requestId,
		recipient,
	}: SurveyAlert ): Promise< Letter | null > {
		const [ score, site, request ] = await Promise.all( [
			store.scoreOf( siteId, requestId ),
			dependencies.sites.find( siteId ),
			aboutRequest( siteId, requestId ),
		] );
		const channel =
			score &&
			( await channels.findEvenRemoved( siteId, score.channelId ) );
		return score && site && channel
			? alertLetter( { recipient, site, channel, score, request } )
			: null;
	}

	/** Null when it is no more: the alert is sent all the same. */
	const aboutRequest = ( siteId: string, requestId: string ) =>
		dependencies
			.readRequest( siteId, requestId )
			.catch( ( error: unknown ) => {
				if (
					error instanceof Refusal &&
					error.code === 'request_not_found'
				) {
					return null;
				}
				throw error;
			} );

	return {
		scored: ( { siteId, channelId, requestId, userId, score } ) =>
			database.transaction( async () => {
				const now = clock.now();
				const first = await store.keepScore( {
					requestId,
					siteId,
					channelId,
					userId,
					score,
					answeredAt: now,
				} );
				const channel =
					first &&
					( await channels.findEvenRemoved( siteId, channelId ) );
				if ( ! channel ) {
					return;
				}
				for ( const recipient of toldOf( channel, score ) ) {
					const alertId = timeOrderedId();
					const added = await store.addAlert( {
						id: alertId,
						siteId,
						requestId,
						recipient,
						state: 'pending',
						createdAt: now,
					} );
					if ( added ) {
						await jobs.now< AlertJob >( sendAlertJob, { alertId } );
					}
				}
			} ),

		async sendTest( site, channelId ) {
			const channel = await channels.find( site.id, channelId );
			if ( ! channel ) {
				throw new Refusal( 'channel_not_found' );
			}
			const { mail, logger } = dependencies;
			if ( ! mail ) {
				throw new Refusal( 'mail_not_configured' );
			}
			const recipients = recipientsOf( channel );
			if ( recipients.length === 0 ) {
				throw new Refusal( 'invalid_request', {
					field: 'settings.survey.recipients',
					text: 'problem.recipients_missing',
				} );
			}
			for ( const recipient of recipients ) {
				try {
					await mail.send(
						testLetter( { recipient, site, channel } )
					);
				} catch ( error ) {
					logger.warn( { err: error }, 'A test letter was refused' );
					throw new Refusal( 'mail_refused', {
						values: {
							detail: error instanceof Error ? error.message : '',
						},
					} );
				}
			}
		},
	};
}

function toldOf( channel: Channel, score: number ): string[] {
	const { alertAtOrBelow } = channel.settings.survey;
	return alertAtOrBelow !== null && score <= alertAtOrBelow
		? recipientsOf( channel )
		: [];
}

/** Each once, however it is written: a domain has no upper case, and no mail server in use tells it apart in the name either. */
function recipientsOf( channel: Channel ): string[] {
	return [
		...new Set(
			channel.settings.survey.recipients.map( ( recipient ) =>
				recipient.trim().toLowerCase()
			)
		),
	];
}
