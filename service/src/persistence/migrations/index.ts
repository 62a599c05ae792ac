import type { Database } from '../database.js';
import * as jobs from './001-jobs.js';
import * as sites from './010-sites.js';
import * as channels from './020-channels.js';
import * as guards from './030-guards.js';
import * as alerts from './040-alerts.js';
import * as callbacks from './100-callbacks.js';
import * as agents from './105-agents.js';
import * as webhookInbox from './110-webhook-inbox.js';
import * as seats from './120-seats.js';
import * as callEngine from './130-call-engine.js';
import * as surveys from './140-surveys.js';
import * as recordings from './145-recordings.js';
import * as textMessages from './146-text-messages.js';
import * as visitorNotes from './150-visitor-notes.js';
import * as agentHours from './160-agent-hours.js';
import * as textMessageOccasions from './165-text-message-occasions.js';
import * as bookings from './170-bookings.js';
import * as presence from './180-presence.js';
import * as requestActions from './185-request-actions.js';
import * as teamAlerts from './187-team-alerts.js';
import * as live from './190-live.js';
import * as supervision from './192-supervision.js';
import * as results from './195-results.js';
import * as textsByLanguage from './200-texts-by-language.js';
import * as numberCodes from './205-number-codes.js';
import * as telephonyAccounts from './210-telephony-accounts.js';
import * as money from './215-money.js';
import * as requestsOfANumber from './225-requests-of-a-number.js';
import * as standing from './230-standing.js';

export interface Migration {
	/** NNN-name, as its file: the order in which they run. */
	name: string;
	up: ( database: Database ) => Promise< void >;
	down: ( database: Database ) => Promise< void >;
}

/** One line per file, in order: `{ name: '010-sites', ...sites }`. */
export const migrations: Migration[] = [
	{ name: '001-jobs', ...jobs },
	{ name: '010-sites', ...sites },
	{ name: '020-channels', ...channels },
	{ name: '030-guards', ...guards },
	{ name: '040-alerts', ...alerts },
	{ name: '100-callbacks', ...callbacks },
	{ name: '105-agents', ...agents },
	{ name: '110-webhook-inbox', ...webhookInbox },
	{ name: '120-seats', ...seats },
	{ name: '130-call-engine', ...callEngine },
	{ name: '140-surveys', ...surveys },
	{ name: '145-recordings', ...recordings },
	{ name: '146-text-messages', ...textMessages },
	{ name: '150-visitor-notes', ...visitorNotes },
	{ name: '160-agent-hours', ...agentHours },
	{ name: '165-text-message-occasions', ...textMessageOccasions },
	{ name: '170-bookings', ...bookings },
	{ name: '180-presence', ...presence },
	{ name: '185-request-actions', ...requestActions },
	{ name: '187-team-alerts', ...teamAlerts },
	{ name: '190-live', ...live },
	{ name: '192-supervision', ...supervision },
	{ name: '195-results', ...results },
	{ name: '200-texts-by-language', ...textsByLanguage },
	{ name: '205-number-codes', ...numberCodes },
	{ name: '210-telephony-accounts', ...telephonyAccounts },
	{ name: '215-money', ...money },
	{ name: '225-requests-of-a-number', ...requestsOfANumber },
	{ name: '230-standing', ...standing },
];
