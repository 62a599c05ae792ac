import type { Lab } from '../lab/context.js';
import type { CallRecord, HttpMethod } from '../state/records.js';
import type { TwimlElement } from '../twiml/element.js';
import { parseTwiml, TwimlParseError } from '../twiml/parse.js';
import type { Answer } from '../webhooks/exchange.js';
import { callParameters } from './call-parameters.js';
import { isOver, warn } from './call-status.js';

export interface DocumentRequest {
	url: string;
	method: HttpMethod;
	/** What is told besides the parameters of every voice request. */
	parameters: Record< string, string >;
}

/** A document that cannot be had, with Twilio's debugger code. */
class DocumentError extends Error {
	constructor(
		readonly code: number,
		message: string
	) {
		super( message );
	}
}

const documentsWithoutPauseLimit = 50;

const element = ( name: string, text: string ): TwimlElement => ( {
	name,
	attributes: {},
	text,
	children: [],
} );

/**
 * What an answer says, by its type: XML is TwiML, audio is played, plain text is said
 * (https://www.twilio.com/docs/voice/twiml#twilio-understands-mime-types).
 */
export function verbsOf( answer: Answer ): TwimlElement[] {
	if ( answer.status >= 400 ) {
		throw new DocumentError( 11200, `HTTP ${ answer.status }` );
	}
	const type =
		answer.contentType.split( ';' )[ 0 ]?.trim().toLowerCase() ?? '';
	if ( type.startsWith( 'audio/' ) ) {
		return [ element( 'Play', answer.url ) ];
	}
	if ( type === 'text/plain' ) {
		return [ element( 'Say', answer.body.toString( 'utf8' ) ) ];
	}
	if ( ! [ 'text/xml', 'application/xml', 'text/html' ].includes( type ) ) {
		throw new DocumentError(
			12300,
			`Content-Type "${ type }" is neither TwiML nor audio.`
		);
	}
	return parseTwiml( answer.body.toString( 'utf8' ) );
}

/** Asks the application what the call does next, and does it. Url first, then FallbackUrl, then an apology. */
export function fetchDocument(
	lab: Lab,
	call: CallRecord,
	request: DocumentRequest
): void {
	const script = ( call.script ??= {
		documentUrl: null,
		documentMethod: 'POST',
		verbs: [],
		index: 0,
		activity: null,
		documentsWithoutPause: 0,
	} );
	script.activity = { kind: 'fetching', ...request };
	script.documentsWithoutPause += 1;
	const generation = ++call.generation;
	if ( script.documentsWithoutPause > documentsWithoutPauseLimit ) {
		return apologise(
			lab,
			call,
			11200,
			`More than ${ documentsWithoutPauseLimit } documents in a row without a pause: the TwiML goes in circles.`
		);
	}
	const isCurrent = () =>
		call.generation === generation &&
		! isOver( call ) &&
		! lab.stopping.aborted;
	void lab.track(
		ask( lab, call, request )
			.then(
				( verbs ) =>
					isCurrent() &&
					lab.actions.runDocument( call, {
						verbs,
						url: request.url,
						method: request.method,
					} )
			)
			.catch(
				( error: Error ) =>
					isCurrent() && failed( lab, call, request, error )
			)
	);
}

async function ask(
	lab: Lab,
	call: CallRecord,
	request: DocumentRequest
): Promise< TwimlElement[] > {
	const answer = await lab.webhooks.fetch( {
		event: 'twiml',
		callSid: call.sid,
		conferenceSid: null,
		url: request.url,
		method: request.method,
		parameters: { ...callParameters( lab, call ), ...request.parameters },
	} );
	return verbsOf( answer );
}

/** Twilio's debugger code for an answer that cannot be run. */
export const codeOf = ( error: Error ): number =>
	error instanceof DocumentError || error instanceof TwimlParseError
		? error.code
		: 11200;

function failed(
	lab: Lab,
	call: CallRecord,
	request: DocumentRequest,
	error: Error
): void {
	const code = codeOf( error );
	if (
		call.fallbackUrl !== null &&
		request.parameters.ErrorUrl === undefined
	) {
		warn(
			lab,
			call,
			code,
			`${ request.url }: ${ error.message }. FallbackUrl is asked.`
		);
		return fetchDocument( lab, call, {
			url: call.fallbackUrl,
			method: call.fallbackMethod,
			parameters: {
				...request.parameters,
				ErrorCode: String( code ),
				ErrorUrl: request.url,
			},
		} );
	}
	apologise( lab, call, code, `${ request.url }: ${ error.message }` );
}

/** What a caller hears from Twilio when the application gives nothing that can be run; the call ends after it. */
export function apologise(
	lab: Lab,
	call: CallRecord,
	code: number,
	message: string
): void {
	warn( lab, call, code, message );
	const apology = element(
		'Say',
		'We are sorry, an application error has occurred. Goodbye.'
	);
	lab.actions.runDocument( call, {
		verbs: [ { ...apology, attributes: { language: 'en-US' } } ],
		url: null,
		method: 'POST',
	} );
}
