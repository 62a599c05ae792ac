import { shownNumber } from '../callbacks/shown-number.js';
import type { Clock } from '../clock.js';
import type { Limits } from '../guards/limits.js';
import type { Database } from '../persistence/database.js';
import { timeOrderedId } from '../persistence/time-ordered-id.js';
import { Refusal } from '../refusal.js';
import type { Site } from '../sites/site.js';
import type { MessageNews } from '../telephony/call-events.js';
import { createRecipientStore } from '../text-messages/recipient-store.js';
import { createRecipients } from '../text-messages/recipients.js';
import { digestOf, isCode, newCode } from './code-message.js';
import {
	codeRules,
	nextStep,
	resendAt,
	verdictOn,
	type NextStep,
	type NumberCode,
	type Verdict,
} from './domain/number-code.js';
import { createNumberCodeStore } from './number-code-store.js';
import { refuseNumberWithoutMessages } from './refuse-number.js';
import {
	createSendCode,
	type CodeWanted,
	type SendCodeDependencies,
} from './send-code.js';

export interface NumberCodeDependencies extends Omit<
	SendCodeDependencies,
	'recipients'
> {
	database: Database;
	limits: Pick< Limits, 'takeCode' >;
	clock: Clock;
}

/** What is known of a code that was typed. */
export interface Checked {
	verdict: Verdict;
	code: NumberCode;
}

/** A visitor's number is theirs when they can type what we sent to it (N06). */
export interface NumberCodes {
	/**
	 * Looks at a code that was typed, and counts a wrong one, in a transaction of its own: it counts whatever comes of the
	 * request. A right one stays right until it is used or its time is over, since the request may be refused for another
	 * reason. Null: no code is awaited under this key.
	 */
	check: (
		site: Site,
		requestKey: string,
		typed: string
	) => Promise< Checked | null >;
	/** The request was granted: its code is of no use any more. Joins the current transaction. */
	used: ( siteId: string, requestKey: string ) => Promise< void >;
	/**
	 * Sends a code, unless one is on its way already. Not inside of a transaction.
	 *
	 * @return What the visitor is told: code_needed.
	 *
	 * @throws {Refusal} number_type_refused, code_resend_too_soon, code_not_sent, and the limits' own.
	 */
	ask: ( wanted: CodeWanted ) => Promise< Refusal >;
	/** What the network says of a message, of a code or not: the number is remembered where it takes none. */
	messageChanged: ( news: MessageNews ) => Promise< void >;
	/** Forgets codes of more than an hour ago. */
	sweep: ( now: Date ) => Promise< void >;
}

export function createNumberCodes(
	dependencies: NumberCodeDependencies
): NumberCodes {
	const { database, limits, clock } = dependencies;
	const store = createNumberCodeStore( database );
	const recipients = createRecipients(
		createRecipientStore( database ),
		clock
	);
	const sendCode = createSendCode( { ...dependencies, recipients } );

	/** Keeps the next code where one is to be sent; null: another one came between, and is to be looked at. */
	function keepNext(
		wanted: CodeWanted,
		code: string
	): Promise< {
		step: NextStep;
		code: NumberCode;
		last: NumberCode | null;
	} | null > {
		const { site, channel, requestKey, number, visitorAddress } = wanted;
		return database.transaction( async () => {
			const now = clock.now();
			const last = await store.find( site.id, requestKey );
			const step = nextStep( last, wanted, now );
			if ( last && step !== 'send' ) {
				return { step, code: last, last };
			}
			const next = nextCode( wanted, { code, last, now } );
			if ( ! ( await store.replace( last, next ) ) ) {
				return null;
			}
			await limits.takeCode( {
				site,
				channel,
				number,
				visitorAddress,
				now,
			} );
			return { step: 'send', code: next, last };
		} );
	}

	async function ask( wanted: CodeWanted ): Promise< Refusal > {
		const { site, number } = wanted;
		await refuseNumberWithoutMessages( recipients, site.id, number );
		const code = newCode();
		const kept = await keepNext( wanted, code );
		if ( ! kept ) {
			return ask( wanted );
		}
		if ( kept.step === 'send' && ! ( await send( wanted, kept, code ) ) ) {
			await refuseNumberWithoutMessages( recipients, site.id, number );
			throw new Refusal( 'code_not_sent', {
				field: wanted.again ? 'code' : 'number',
			} );
		}
		return answerTo( kept.step, kept.code );
	}

	/** False: the network did not take it, and it is as if it had never been. */
	async function send(
		wanted: CodeWanted,
		kept: { code: NumberCode; last: NumberCode | null },
		code: string
	): Promise< boolean > {
		const sent = await sendCode( wanted, kept.code.id, code );
		if ( sent ) {
			return true;
		}
		if ( kept.last ) {
			await store.replace( kept.code, kept.last );
		} else {
			await store.remove( wanted.site.id, wanted.requestKey );
		}
		return false;
	}

	return {
		check: ( site, requestKey, typed ) =>
			database.transaction( async () => {
				const now = clock.now();
				// First, and with its row locked from here on: of many tries at once none is looked at for free.
				const counted = await store.countTry(
					site.id,
					requestKey,
					now
				);
				const code = await store.find( site.id, requestKey );
				if ( ! code ) {
					return null;
				}
				const { number, digest } = code;
				const isRight = isCode(
					{ site, requestKey, number },
					digest,
					typed
				);
				const verdict = verdictOn( code, { isRight, counted }, now );
				if ( verdict === 'right' ) {
					await store.uncountTry( site.id, requestKey );
				}
				return { verdict, code };
			} ),
		used: store.remove,
		ask,
		messageChanged: async ( { messageId, code } ) => {
			const of = code && ( await store.findById( messageId ) );
			if ( of ) {
				await recipients.learn( of.siteId, of.number, code );
			}
		},
		sweep: ( now ) =>
			store.sweep(
				minutesAfter(
					now,
					codeRules.validMinutes - codeRules.keptMinutes
				)
			),
	};
}

/** What a visitor is told whose code does not do. */
export function refusalOf( { verdict, code }: Checked ): Refusal {
	if ( verdict !== 'wrong' && resendAt( code ) === null ) {
		return tooMany( code );
	}
	const options = { field: 'code', ...retryAtOf( code ) };
	switch ( verdict ) {
		case 'expired':
			return new Refusal( 'code_expired', options );
		case 'used_up':
			return new Refusal( 'code_used_up', options );
		default:
			return new Refusal( 'code_wrong', {
				...options,
				values: { left: codeRules.triesPerCode - code.tries },
			} );
	}
}

function answerTo( step: NextStep, code: NumberCode ): Refusal {
	switch ( step ) {
		case 'send':
		case 'sent':
			return new Refusal( 'code_needed', {
				field: 'code',
				values: { number: shownNumber( code.number ) },
				...retryAtOf( code ),
			} );
		case 'too_soon':
			return new Refusal( 'code_resend_too_soon', {
				field: 'code',
				...retryAtOf( code ),
			} );
		case 'too_many':
			return tooMany( code );
	}
}

function tooMany( { sentAt }: NumberCode ): Refusal {
	return new Refusal( 'too_many_for_number', {
		field: 'code',
		text: 'problem.too_many_codes',
		retryAt: minutesAfter( sentAt, codeRules.keptMinutes ),
	} );
}

/** When another code may be asked for. */
function retryAtOf( code: NumberCode ): { retryAt?: Date } {
	const retryAt = resendAt( code );
	return retryAt ? { retryAt } : {};
}

function nextCode(
	{ site, requestKey, number }: CodeWanted,
	{ code, last, now }: { code: string; last: NumberCode | null; now: Date }
): NumberCode {
	return {
		id: timeOrderedId(),
		siteId: site.id,
		requestKey,
		number,
		digest: digestOf( { site, requestKey, number }, code ),
		sent: ( last?.sent ?? 0 ) + 1,
		tries: 0,
		sentAt: now,
		expiresAt: minutesAfter( now, codeRules.validMinutes ),
	};
}

function minutesAfter( instant: Date, minutes: number ): Date {
	return new Date( instant.getTime() + minutes * 60_000 );
}
