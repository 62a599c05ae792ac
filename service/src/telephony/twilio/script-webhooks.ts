import type { Request, Response, Router } from 'express';
import type { CallEvents, IncomingNews } from '../call-events.js';
import type { CallScript } from '../call-script.js';
import { webhookPaths, type Addresses } from './addresses.js';
import {
	callNewsOf,
	incomingNewsOf,
	keyNewsOf,
	presenceNewsOf,
	voicemailNewsOf,
} from './messages.js';
import { parametersOf, type Parameters } from './parameters.js';
import { spokenFor } from './signed-webhook.js';
import { twimlOf } from './twiml.js';

/** What a call hears next; null: it is none of ours, or says nothing that Twilio has documented. */
type Ask = (
	parameters: Parameters,
	at: ( name: string ) => string,
	sites: Pick< IncomingNews, 'sites' >
) => Promise< CallScript > | null;

/** Twilio asks what a call is to hear now. */
export function addScriptWebhooks(
	router: Router,
	callEvents: CallEvents,
	addresses: Addresses
): void {
	const asks: Record< string, Ask > = {
		[ webhookPaths.voice ]( parameters, at ) {
			const news = callNewsOf( at( 'legId' ), parameters );
			return news && callEvents.answered( news );
		},
		[ webhookPaths.keys ]( parameters, at ) {
			const news = keyNewsOf(
				at( 'legId' ),
				at( 'question' ),
				parameters
			);
			return news && callEvents.keyPressed( news );
		},
		[ webhookPaths.voicemail ]( parameters, at ) {
			const news = voicemailNewsOf( at( 'legId' ), parameters );
			return news && callEvents.voicemailLeft( news );
		},
		[ webhookPaths.afterRoom ]( parameters, at ) {
			const news = callNewsOf( at( 'legId' ), parameters );
			return news && callEvents.leftRoom( news );
		},
		[ webhookPaths.incoming ]( parameters, _at, sites ) {
			const news = incomingNewsOf( parameters );
			return news && callEvents.rangIn( { ...news, ...sites } );
		},
		[ webhookPaths.presence ]( parameters, at, sites ) {
			const news = presenceNewsOf( at( 'round' ), parameters );
			return news && callEvents.presenceChosen( { ...news, ...sites } );
		},
	};
	for ( const [ path, ask ] of Object.entries( asks ) ) {
		router.post( path, async ( request, response ) => {
			const script = await ask(
				parametersOf( request ),
				( name ) => pathValue( request, name ),
				sitesOf( response )
			);
			sendTwiml(
				response,
				twimlOf( script ?? { type: 'hang_up' }, addresses )
			);
		} );
	}
}

/** Nothing for an account that may tell of every site. */
export function sitesOf( response: Response ): Pick< IncomingNews, 'sites' > {
	const sites = spokenFor( response );
	return sites ? { sites } : {};
}

export function pathValue( request: Request, name: string ): string {
	return String( request.params[ name ] );
}

export function sendTwiml( response: Response, twiml: string ): void {
	response.type( 'text/xml' ).send( twiml );
}
