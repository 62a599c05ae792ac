import type { Answer } from '../webhooks/exchange.js';
import { exchangeOnce } from '../webhooks/exchange.js';
import { deliveryPolicy } from '../webhooks/overrides.js';
import { newId } from '../sids.js';

const keptMilliseconds = 60_000;
const unknownLengthSeconds = 10;
/** 128 kbit/s, the usual rate of an MP3. */
const mp3BytesPerSecond = 16_000;

/** How long a sound lasts, from its first bytes. 0 for an empty one. */
export function audioSeconds(
	answer: Pick< Answer, 'contentType' | 'body' >
): number {
	const { body, contentType } = answer;
	if ( body.length >= 44 && body.toString( 'latin1', 0, 4 ) === 'RIFF' ) {
		const bytesPerSecond = body.readUInt32LE( 28 );
		return bytesPerSecond > 0
			? ( body.length - 44 ) / bytesPerSecond
			: unknownLengthSeconds;
	}
	return /mpeg|mp3/.test( contentType )
		? body.length / mp3BytesPerSecond
		: unknownLengthSeconds;
}

/** Fetches what Play names, to know how long it sounds; the browser plays the address itself. */
export class AudioLengths {
	private readonly known = new Map<
		string,
		{ seconds: number; until: number }
	>();

	constructor(
		private readonly authToken: string,
		private readonly signal: AbortSignal
	) {}

	/** @throws Error with a sentence when there is no sound at that address (Twilio's 11200) */
	async seconds( url: string ): Promise< number > {
		const known = this.known.get( url );
		if ( known && known.until > Date.now() ) {
			return known.seconds;
		}
		const answer = await exchangeOnce( {
			url,
			method: 'GET',
			parameters: {},
			authToken: this.authToken,
			idempotencyToken: newId(),
			policy: deliveryPolicy( url ),
			signal: this.signal,
		} );
		if ( answer.status >= 400 ) {
			throw new Error( `HTTP ${ answer.status }` );
		}
		const seconds = audioSeconds( answer );
		this.known.set( url, {
			seconds,
			until: Date.now() + keptMilliseconds,
		} );
		return seconds;
	}
}
