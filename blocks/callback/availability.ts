import type { Availability } from '@rappel/contract';
import { arrange } from './arrange';
import type { CallbackContext } from './context';
import { withQuery } from './rest-url';
import { whenVisible } from './when-visible';
import { ask } from './wire';

const retryMilliseconds = 60_000;
/** Longer timers are cut into pieces of this length: `setTimeout` overflows after 24 days. */
const longestWaitMilliseconds = 6 * 3_600_000;
/** People come and queues move at any time, which no opening hour foretells. */
const passingReasons: Availability[ 'reason' ][] = [
	'nobody_available',
	'queue_full',
];

/**
 * Asks what may be asked for now, and again when the answer changes (S08, S09). Until it is answered, and when nobody
 * answers, the page stays as it was rendered: the service decides at submit in any case.
 */
export async function keepAvailabilityFresh(
	context: CallbackContext
): Promise< void > {
	const { restUrl, channelId, language } = context;
	let waitMilliseconds: number | null = retryMilliseconds;
	try {
		const answer = await ask< Availability >(
			withQuery( `${ restUrl }channels/${ channelId }/availability`, {
				language,
			} )
		);
		showAvailability( context, answer );
		// Measured on the server's clock, since the visitor's may be wrong. One second more: then it has surely changed.
		waitMilliseconds = answer.changesAt
			? Date.parse( answer.changesAt ) -
				Date.parse( answer.serverTime ) +
				1_000
			: null;
		if ( passingReasons.includes( answer.reason ) ) {
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
	context.immediate = answer.immediate;
	context.deferred = answer.deferred;
	context.deferredOnly = answer.reason === 'deferred_only';
	context.changesAt = answer.changesAt;
	// While the button stands there the sentence keeps its last words, so that nothing on the page moves.
	if ( ! answer.immediate ) {
		context.closedText = answer.unavailableSentence ?? context.texts.closed;
	}
	arrange( context );
}
