import { apiVersion } from '../calls/call-parameters.js';
import { codeOf, verbsOf } from '../calls/documents.js';
import type { Lab } from '../lab/context.js';
import { LabError } from '../lab/lab-error.js';
import type { Address, MessageRecord, NumberRecord } from '../state/records.js';
import type { TwimlElement } from '../twiml/element.js';
import { addMessage, sendMessage } from './messages.js';

/** https://help.twilio.com/articles/223134027 */
const stopWords = [
	'STOP',
	'STOPALL',
	'UNSUBSCRIBE',
	'CANCEL',
	'END',
	'QUIT',
	'OPTOUT',
	'REVOKE',
];
const startWords = [ 'START', 'YES', 'UNSTOP' ];

const pairOf = ( sender: string, recipient: string ) =>
	`${ sender } ${ recipient }`;

/** Whether the recipient wrote STOP to this sender, and nothing that takes it back. */
export const isOptedOut = (
	lab: Lab,
	sender: string,
	recipient: string
): boolean => lab.state.optedOut.includes( pairOf( sender, recipient ) );

/** A person writes to a number of the account. */
export function messageFromPhone(
	lab: Lab,
	phone: string,
	to: string,
	body: string
): MessageRecord {
	const number = lab.state.numbers.find(
		( { phoneNumber } ) => phoneNumber === to
	);
	if ( ! number ) {
		throw new LabError(
			404,
			`${ to } is not a number of the account, so nobody would read it.`
		);
	}
	noteOptOut( lab, pairOf( to, phone ), body.trim().toUpperCase() );
	const message = addMessage( lab, {
		from: phone,
		to,
		body,
		direction: 'inbound',
		status: 'received',
		callback: null,
	} );
	if ( number.sms !== null ) {
		ask( lab, message, number );
	}
	return message;
}

function noteOptOut( lab: Lab, pair: string, word: string ): void {
	const { state } = lab;
	if ( stopWords.includes( word ) && ! state.optedOut.includes( pair ) ) {
		state.optedOut.push( pair );
	} else if ( startWords.includes( word ) ) {
		state.optedOut = state.optedOut.filter( ( one ) => one !== pair );
	}
}

/** Tells the application; a `<Message>` in its answer is sent back. */
function ask( lab: Lab, message: MessageRecord, number: NumberRecord ): void {
	message.awaitsAnswer = true;
	const answered = askWithFallback( lab, message, number )
		.then( ( verbs ) => sendBack( lab, message, verbs ) )
		// What went wrong is in the log of webhooks; a message that was received stays received.
		.catch( () => {} )
		.then( () => {
			if ( ! lab.stopping.aborted ) {
				message.awaitsAnswer = false;
				lab.changed();
			}
		} );
	void lab.track( answered );
}

/** SmsUrl first; its fallback when no answer came that can be run. https://www.twilio.com/docs/usage/webhooks/messaging-webhooks */
async function askWithFallback(
	lab: Lab,
	message: MessageRecord,
	{ sms, smsFallback }: NumberRecord
): Promise< TwimlElement[] > {
	if ( sms === null ) {
		return [];
	}
	try {
		return await fetchVerbs( lab, message, sms );
	} catch ( error ) {
		if (
			smsFallback === null ||
			lab.stopping.aborted ||
			! ( error instanceof Error )
		) {
			throw error;
		}
		return fetchVerbs( lab, message, smsFallback, {
			ErrorCode: String( codeOf( error ) ),
			ErrorUrl: sms.url,
		} );
	}
}

/** https://www.twilio.com/docs/messaging/guides/webhook-request */
async function fetchVerbs(
	lab: Lab,
	message: MessageRecord,
	address: Address,
	failure: Record< string, string > = {}
): Promise< TwimlElement[] > {
	const answer = await lab.webhooks.fetch( {
		event: 'sms',
		callSid: null,
		conferenceSid: null,
		messageSid: message.sid,
		...address,
		parameters: {
			AccountSid: lab.account.accountSid,
			ApiVersion: apiVersion,
			MessageSid: message.sid,
			SmsSid: message.sid,
			SmsMessageSid: message.sid,
			SmsStatus: 'received',
			NumMedia: '0',
			NumSegments: String( message.segments ),
			From: message.from,
			To: message.to,
			Body: message.body,
			...failure,
		},
	} );
	// An empty answer means that nothing is sent back.
	return answer.status < 400 && answer.body.length === 0
		? []
		: verbsOf( answer );
}

function sendBack(
	lab: Lab,
	message: MessageRecord,
	verbs: readonly TwimlElement[]
): void {
	verbs
		.filter( ( { name } ) => name === 'Message' )
		.forEach( ( { children, text } ) =>
			sendMessage( lab, {
				from: message.to,
				to: message.from,
				body:
					children.find( ( { name } ) => name === 'Body' )?.text ??
					text,
				direction: 'outbound-reply',
				callback: null,
			} )
		);
}

/** After a restart: what was not answered yet is asked again. */
export function askAgain( lab: Lab ): void {
	for ( const message of lab.state.messages ) {
		const number = lab.state.numbers.find(
			( { phoneNumber } ) => phoneNumber === message.to
		);
		if ( message.awaitsAnswer && number?.sms ) {
			ask( lab, message, number );
		}
	}
}
