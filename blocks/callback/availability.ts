import type { Availability } from '@rappel/contract';
import type { CallbackContext } from './context';
import { whenVisible } from './when-visible';
import { ask } from './wire';

const retryMilliseconds = 60_000;
/** Longer timers are cut into pieces of this length: `setTimeout` overflows after 24 days. */
const longestWaitMilliseconds = 6 * 3_600_000;

/**
 * Asks whether a request may be made now, and again when the answer changes (S08). Until it is answered, and when nobody
 * answers, the page stays as it was rendered: the service decides at submit in any case.
 */
export async function keepAvailabilityFresh(
	context: CallbackContext
): Promise< void > {
	const { restUrl, channelId, language } = context;
	let waitMilliseconds: number | null = retryMilliseconds;
	try {
		// Without pretty permalinks the address has a query already ("?rest_route=/rappel/v1/").
		const separator = restUrl.includes( '?' ) ? '&' : '?';
		const answer = await ask< Availability >(
			`${ restUrl }channels/${ channelId }/availability${ separator }language=${ language }`
		);
		showAvailability( context, answer );
		// Measured on the server's clock, since the visitor's may be wrong. One second more: then it has surely changed.
		waitMilliseconds = answer.changesAt
			? Date.parse( answer.changesAt ) -
				Date.parse( answer.serverTime ) +
				1_000
			: null;
		// People come and queues move at any time, which no opening hour foretells.
		if ( passingSentence( context, answer ) ) {
			waitMilliseconds = Math.min(
				waitMilliseconds ?? retryMilliseconds,
				retryMilliseconds
			);
		}
	} catch {}
	if ( waitMilliseconds !== null ) {
		setTimeout(
			() => whenVisible( () => void keepAvailabilityFresh( context ) ),
			Math.min(
				Math.max( waitMilliseconds, 1_000 ),
				longestWaitMilliseconds
			)
		);
	}
}

function showAvailability(
	context: CallbackContext,
	answer: Availability
): void {
	const { texts } = context;
	const { immediate, changesAt, reason, nextOpening } = answer;
	const opening = ( sentence: string ) =>
		nextOpening ? sentence.replace( '{opening}', nextOpening.label ) : '';
	context.immediate = immediate;
	context.changesAt = changesAt;
	if ( reason === 'closing_soon' ) {
		context.closedText =
			`${ texts.closingSoon } ${ opening( texts.opensAgain ) }`.trim();
	} else if ( ! immediate ) {
		context.closedText =
			passingSentence( context, answer ) ||
			opening( texts.closedUntil ) ||
			texts.closed;
	}
}

/** Why not now, where it may be over in a minute; undefined for any other reason. */
const passingSentence = (
	{ texts }: CallbackContext,
	{ reason }: Availability
) =>
	(
		( {
			nobody_available: texts.nobody,
			queue_full: texts.queueFull,
		} ) as Partial< Record< string, string > >
	 )[ reason ?? '' ];
