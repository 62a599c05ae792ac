import { element, keyed, setText } from './dom.js';
import { text, textOr, timeOf } from './texts.js';
import type { PageView, RequestView, WebhookView } from './view.js';

const shownLines = 100;

export type LogFilter = 'all' | 'requests' | 'webhooks' | 'warnings';

interface Line {
	key: string;
	at: string;
	kind: Exclude< LogFilter, 'all' >;
	title: string;
	outcome: string;
	tone: 'good' | 'bad' | 'open';
	parameters: Record< string, string | string[] >;
}

const pathOf = ( url: string ): string => {
	const { pathname, search } = new URL( url, location.href );
	return pathname + search;
};

/** Account ids are all the same here, and 34 characters long. */
const shorten = ( path: string ): string =>
	path
		.replace( /^\/2010-04-01\/Accounts\/AC[0-9a-fA-F]{32}/, '' )
		.replace( /((?:CA|CF|RE|SM|PN)[0-9a-f]{6})[0-9a-f]{26}/g, '$1…' );

function toneOf( status: number | null ): Line[ 'tone' ] {
	if ( status === null ) {
		return 'open';
	}
	return status < 400 ? 'good' : 'bad';
}

function requestLine( request: RequestView ): Line {
	const { status, errorCode, fault, durationMilliseconds } = request;
	const outcome = [
		status === null
			? text(
					durationMilliseconds === null && fault === null
						? 'pending'
						: 'noAnswer'
				)
			: String( status ),
		errorCode === null ? '' : text( 'error', { code: errorCode } ),
		fault === null ? '' : text( 'fault', { kind: fault } ),
	];
	return {
		key: request.id,
		at: request.at ?? '',
		kind: 'requests',
		title: `${ request.method } ${ shorten( request.path ) }`,
		outcome: outcome.filter( Boolean ).join( ' · ' ),
		tone: toneOf( status ),
		parameters: request.parameters,
	};
}

const webhookTones = {
	delivered: 'good',
	pending: 'open',
	failed: 'bad',
	lost: 'bad',
} as const;

function webhookLine( webhook: WebhookView ): Line {
	const { state, status, error, fault, attempts } = webhook;
	const noStatus =
		state === 'pending'
			? text( 'pending' )
			: ( error ?? text( 'noAnswer' ) );
	const outcome = [
		status === null ? noStatus : String( status ),
		attempts > 1 ? text( 'tries', { count: attempts } ) : '',
		fault === null ? '' : text( 'fault', { kind: fault } ),
	];
	return {
		key: webhook.id,
		at: webhook.at ?? '',
		kind: 'webhooks',
		title: `${ webhook.kind === 'twiml' ? 'TwiML' : webhook.event } → ${ pathOf( webhook.url ) }`,
		outcome: outcome.filter( Boolean ).join( ' · ' ),
		tone: webhookTones[ state ],
		parameters: webhook.parameters,
	};
}

function linesOf( view: PageView ): Line[] {
	const warnings = view.calls.flatMap( ( call ) =>
		call.warnings.map( ( warning, index ): Line => ( {
			key: `${ call.sid }-${ index }`,
			at: warning.at ?? '',
			kind: 'warnings',
			title: `${ warning.code } · ${ warning.message }`,
			outcome: '',
			tone: 'bad',
			parameters: { To: call.to, CallSid: call.sid },
		} ) )
	);
	const verdicts = view.calls.flatMap( ( call ): Line[] =>
		call.answeredBy === null
			? []
			: [
					{
						key: `${ call.sid }-verdict`,
						at: call.verdictAt ?? call.createdAt ?? '',
						kind: 'requests',
						title: text( 'verdictLine', {
							number: call.phone,
							who: textOr( 'verdict', call.answeredBy ),
						} ),
						outcome: call.answeredBy,
						tone: 'good',
						parameters: { To: call.to, CallSid: call.sid },
					},
				]
	);
	return (
		[
			...verdicts,
			...view.requests.map( requestLine ),
			...view.webhooks.map( webhookLine ),
			...warnings,
		]
			// Those of one millisecond stay in the order they came.
			.reverse()
			.sort( ( one, other ) => other.at.localeCompare( one.at ) )
	);
}

const sides = {
	requests: { arrow: '→', meaning: text( 'toLab' ) },
	webhooks: { arrow: '←', meaning: text( 'toApplication' ) },
	warnings: { arrow: '!', meaning: '' },
};

function make( line: Line ): HTMLElement {
	const rows = Object.entries( line.parameters )
		.filter( ( [ , value ] ) => value !== '' )
		.flatMap( ( [ name, value ] ) => [
			element( 'dt', {}, name ),
			element(
				'dd',
				{},
				Array.isArray( value ) ? value.join( ', ' ) : value
			),
		] );
	const side = sides[ line.kind ];
	return element(
		'li',
		{ class: `log-line log-${ line.kind }` },
		element(
			'details',
			{},
			element(
				'summary',
				{},
				element( 'time', {}, timeOf( line.at ) ),
				element(
					'span',
					{
						class: 'log-side',
						title: side.meaning,
						'aria-hidden': 'true',
					},
					side.arrow
				),
				element( 'span', { class: 'visually-hidden' }, side.meaning ),
				element( 'span', { class: 'log-title' }, line.title ),
				element( 'span', { class: 'log-outcome' } )
			),
			element( 'dl', {}, ...rows )
		)
	);
}

/** Each REST call, webhook and warning, the newest first; open lines stay open. */
export function updateLog(
	list: HTMLElement,
	empty: HTMLElement,
	view: PageView,
	filter: LogFilter
): void {
	const lines = linesOf( view ).filter(
		( { kind } ) => filter === 'all' || filter === kind
	);
	empty.hidden = lines.length > 0;
	keyed(
		list,
		lines.slice( 0, shownLines ),
		( { key } ) => key,
		make,
		( node, line ) => {
			node.dataset.tone = line.tone;
			const outcome = node.querySelector( '.log-outcome' );
			if ( outcome ) {
				setText( outcome, line.outcome );
			}
		}
	);
}
