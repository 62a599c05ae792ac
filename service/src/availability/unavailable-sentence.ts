import type { Availability, ErrorCode, Language } from '@rappel/contract';
import { text } from '../messages/texts.js';

export interface Unavailable {
	/** Null: an immediate request may be made. */
	reason: Availability[ 'reason' ];
	/** When it opens next, as openingLabel says it; null: not known, or it is open. */
	opening: string | null;
	/** What the channel's owner wrote in the language, with {opening}; null: nothing. */
	own: string | null;
	/** Whether a time may be picked in place of a call now. */
	deferred: boolean;
	language: Language;
}

/**
 * Why one is not called now, for the visitor: the owner's own words or Rappel's. A sentence of it that says {opening} is left out
 * while the next opening is not known.
 *
 * @return Null when one is called now.
 */
export function unavailableSentence( {
	reason,
	opening,
	own,
	deferred,
	language,
}: Unavailable ): string | null {
	if ( reason === null ) {
		return null;
	}
	if ( reason === 'deferred_only' ) {
		return text( codes[ reason ], language );
	}
	if ( own !== null || deferred ) {
		const said = filled(
			own ?? text( 'channel.unavailable', language ),
			opening
		);
		if ( said !== '' ) {
			return said;
		}
	}
	const why = text( codes[ reason ], language );
	return opening === null
		? why
		: `${ why } ${ text( 'opening.again', language, { opening } ) }`;
}

/** What who asks all the same is refused with. */
const codes: Record<
	NonNullable< Availability[ 'reason' ] >,
	`problem.${ ErrorCode }`
> = {
	closed: 'problem.channel_closed',
	closing_soon: 'problem.channel_closing_soon',
	paused: 'problem.channel_paused',
	deferred_only: 'problem.immediate_not_offered',
	incomplete: 'problem.channel_incomplete',
	nobody_available: 'problem.nobody_available',
	queue_full: 'problem.queue_full',
	daily_cap_reached: 'problem.daily_cap_reached',
	spending_limit_reached: 'problem.spending_limit_reached',
};

const place = '{opening}';

function filled( sentences: string, opening: string | null ): string {
	return opening === null
		? ( sentences.match( /[^.!?…]+[.!?…]*\s*/g ) ?? [] )
				.filter( ( sentence ) => ! sentence.includes( place ) )
				.join( '' )
				.trim()
		: sentences.replaceAll( place, () => opening );
}
