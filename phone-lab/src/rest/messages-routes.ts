import { Router } from 'express';
import { apiVersion } from '../calls/call-parameters.js';
import type { Lab } from '../lab/context.js';
import { isOptedOut } from '../messages/incoming-messages.js';
import { sendMessage } from '../messages/messages.js';
import { behaviourOf } from '../phones/behaviour.js';
import { messagePrice, priceUnit } from '../prices/prices.js';
import type { MessageRecord } from '../state/records.js';
import { refuseMessage } from './account-rules.js';
import { answer } from './answer.js';
import { twilioDate } from './dates.js';
import { isNumber, unverifiedCaller } from './new-call.js';
import { pageOf, withinDates } from './paging.js';
import { Parameters } from './parameters.js';
import { accountUri } from './representations.js';
import { notFound, TwilioError } from './twilio-error.js';

const longestBody = 1_600;
/** Up to 11 letters and digits, one letter at least. */
const alphanumericSender = /^(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}$/;
const unsupported = [
	'MessagingServiceSid',
	'ApplicationSid',
	'MediaUrl',
	'ContentSid',
	'ScheduleType',
	'SendAt',
];

export function messageJson( lab: Lab, message: MessageRecord ) {
	const { accountSid } = lab.account;
	const uri = `${ accountUri( accountSid ) }/Messages/${ message.sid }`;
	return {
		sid: message.sid,
		account_sid: accountSid,
		messaging_service_sid: null,
		to: message.to,
		from: message.from,
		body: message.body,
		status: message.status,
		direction: message.direction,
		num_segments: String( message.segments ),
		num_media: '0',
		error_code: message.errorCode,
		error_message: message.errorCode === null ? null : 'Not delivered',
		price: messagePrice( lab, message ),
		price_unit: priceUnit,
		api_version: apiVersion,
		date_created: twilioDate( message.createdAt ),
		date_updated: twilioDate( message.updatedAt ),
		date_sent:
			message.sentAt === null ? null : twilioDate( message.sentAt ),
		uri: `${ uri }.json`,
		subresource_uris: { media: `${ uri }/Media.json` },
	};
}

function recipientOf( parameters: Parameters ): string {
	const to = parameters.text( 'To' );
	if ( ! to ) {
		throw new TwilioError( 21604, "A 'To' phone number is required." );
	}
	const refused = behaviourOf( to ).messagesRefusedWith;
	if ( ! isNumber( to ) || refused === 21211 ) {
		throw new TwilioError( 21211, `Invalid 'To' Phone Number: ${ to }` );
	}
	if ( refused !== undefined ) {
		throw new TwilioError(
			refused,
			`A message cannot be sent to ${ to }.`
		);
	}
	return to;
}

function senderOf( parameters: Parameters ): string {
	const from = parameters.text( 'From' );
	if ( ! from ) {
		throw new TwilioError( 21603, "A 'From' phone number is required." );
	}
	if ( ! isNumber( from ) && ! alphanumericSender.test( from ) ) {
		throw new TwilioError(
			21212,
			`The 'From' number ${ from } is not a valid phone number, shortcode, or alphanumeric sender ID.`
		);
	}
	if ( from === unverifiedCaller ) {
		throw new TwilioError(
			21606,
			`The 'From' phone number provided (${ from }) is not a valid message-capable number of this account.`
		);
	}
	return from;
}

export function messagesRoutes( lab: Lab ): Router {
	const router = Router( { mergeParams: true } );

	router.post( '/Messages.json', async ( request, response ) => {
		const parameters = new Parameters(
			( request.body ?? {} ) as Record< string, unknown >
		);
		parameters.refuse( unsupported );
		const to = recipientOf( parameters );
		refuseMessage( lab.state.account, to );
		const from = senderOf( parameters );
		const body = parameters.text( 'Body' ) ?? '';
		if ( body === '' ) {
			throw new TwilioError( 21602, 'Message body is required.' );
		}
		if ( body.length > longestBody ) {
			throw new TwilioError(
				21617,
				`The concatenated message body exceeds the ${ longestBody } character limit.`
			);
		}
		if ( isOptedOut( lab, from, to ) ) {
			throw new TwilioError(
				21610,
				'Attempt to send to unsubscribed recipient'
			);
		}
		const url = parameters.url( 'StatusCallback' );
		const message = sendMessage( lab, {
			to,
			from,
			body,
			direction: 'outbound-api',
			callback: url === null ? null : { url, method: 'POST' },
		} );
		await answer( response, 201, messageJson( lab, message ) );
	} );

	router.get( '/Messages.json', async ( request, response ) => {
		const parameters = new Parameters( request.query );
		const [ to, from ] = [
			parameters.text( 'To' ),
			parameters.text( 'From' ),
		];
		const found = lab.state.messages.filter(
			( message ) =>
				( to === null || message.to === to ) &&
				( from === null || message.from === from ) &&
				withinDates(
					request,
					'DateSent',
					message.sentAt ?? message.createdAt
				)
		);
		const page = pageOf(
			request,
			'messages',
			found.reverse(),
			( { sid } ) => sid,
			( one ) => messageJson( lab, one )
		);
		await answer( response, 200, page );
	} );

	router.get( '/Messages/:sid.json', async ( request, response ) => {
		const message = lab.state.messages.find(
			( { sid } ) => sid === request.params.sid
		);
		if ( ! message ) {
			throw notFound( request.path );
		}
		await answer( response, 200, messageJson( lab, message ) );
	} );
	return router;
}
