import type { Router } from 'express';
import type { Logger } from '../../logging.js';
import type {
	CallEvents,
	IncomingMessageNews,
	Receipt,
} from '../call-events.js';
import { webhookPaths } from './addresses.js';
import {
	callerNewsOf,
	callNewsOf,
	humanNewsOf,
	incomingMessageNewsOf,
	messageNewsOf,
	recordingNewsOf,
	roomNewsOf,
} from './messages.js';
import { parametersOf, receiptOf, type Parameters } from './parameters.js';
import { pathValue, sitesOf } from './script-webhooks.js';

interface Told {
	/** Twilio's word for what happened: names the message in the inbox, with its call. */
	event: ( parameters: Parameters ) => string;
	/** Null: it says nothing that matters here. */
	tell: (
		parameters: Parameters,
		at: ( name: string ) => string,
		receipt: Receipt,
		sites: Pick< IncomingMessageNews, 'sites' >
	) => Promise< void > | null;
	/** Everything of this kind matters: what does not is not documented. */
	allKnown?: true;
}

/** Twilio tells what happened; every message goes through the inbox. */
export function addNewsWebhooks(
	router: Router,
	callEvents: CallEvents,
	logger: Logger
): void {
	const news: Record< string, Told > = {
		[ webhookPaths.status ]: {
			allKnown: true,
			event: ( { CallStatus } ) => `status ${ CallStatus }`,
			tell( parameters, at, receipt ) {
				const told = callNewsOf( at( 'legId' ), parameters );
				return told && callEvents.statusChanged( told, receipt );
			},
		},
		[ webhookPaths.incomingStatus ]: {
			allKnown: true,
			event: ( { CallStatus } ) => `status ${ CallStatus }`,
			tell( parameters, _at, receipt ) {
				const told = callerNewsOf( parameters );
				return told && callEvents.callerChanged( told, receipt );
			},
		},
		[ webhookPaths.machine ]: {
			allKnown: true,
			event: () => 'machine',
			tell( parameters, at, receipt ) {
				const told = humanNewsOf( at( 'legId' ), parameters );
				return told && callEvents.humanJudged( told, receipt );
			},
		},
		[ webhookPaths.recording ]: {
			event: ( { RecordingSid } ) => `recording ${ RecordingSid }`,
			tell( parameters, at, receipt ) {
				const told = recordingNewsOf(
					at( 'legId' ),
					at( 'kind' ),
					parameters
				);
				return told && callEvents.recorded( told, receipt );
			},
		},
		[ webhookPaths.conference ]: {
			event: ( { StatusCallbackEvent } ) =>
				`room ${ StatusCallbackEvent }`,
			tell( parameters, at, receipt ) {
				const told = roomNewsOf( at( 'attemptId' ), parameters );
				return told && callEvents.roomChanged( told, receipt );
			},
		},
		[ webhookPaths.supervision ]: {
			allKnown: true,
			event: ( { CallStatus } ) => `status ${ CallStatus }`,
			tell( parameters, at, receipt ) {
				const told = callerNewsOf( parameters );
				return (
					told &&
					callEvents.supervisorChanged(
						{ ...told, supervisionId: at( 'supervisionId' ) },
						receipt
					)
				);
			},
		},
		[ webhookPaths.testCall ]: {
			allKnown: true,
			event: ( { CallStatus } ) => `status ${ CallStatus }`,
			tell( parameters, at, receipt ) {
				const told = callerNewsOf( parameters );
				return (
					told &&
					callEvents.testCallChanged(
						{ ...told, testCallId: at( 'testCallId' ) },
						receipt
					)
				);
			},
		},
		[ webhookPaths.message ]: {
			allKnown: true,
			event: ( { MessageStatus } ) => `message ${ MessageStatus }`,
			tell( parameters, at, receipt ) {
				const told = messageNewsOf( at( 'messageId' ), parameters );
				return told && callEvents.messageChanged( told, receipt );
			},
		},
		[ webhookPaths.sms ]: {
			event: () => 'message received',
			// Asked anew at the number's fallback, it is the same message all the same.
			tell( parameters, _at, { callSid, event }, sites ) {
				const told = incomingMessageNewsOf( parameters );
				return (
					told &&
					callEvents.messageReceived(
						{ ...told, ...sites },
						{ callSid, event, token: '' }
					)
				);
			},
		},
	};
	for ( const [ path, { event, tell, allKnown } ] of Object.entries(
		news
	) ) {
		router.post( path, async ( request, response ) => {
			const parameters = parametersOf( request );
			const told = tell(
				parameters,
				( name ) => pathValue( request, name ),
				receiptOf(
					parameters,
					event( parameters ),
					request.headers[ 'i-twilio-idempotency-token' ]
				),
				sitesOf( response )
			);
			if ( told ) {
				await told;
			} else if ( allKnown ) {
				logger.warn(
					{ event: event( parameters ) },
					'Twilio said something that is not documented'
				);
			}
			response.status( 204 ).end();
		} );
	}
}
