import type { Agent as WireAgent, Language } from '@rappel/contract';
import { openingLabel } from '../availability/opening-label.js';
import {
	atTime,
	daysBetween,
	hourOf,
	sayDate,
	sayTimeOfDay,
} from '../availability/say-time.js';
import { text } from '../messages/texts.js';

interface Ears {
	timeZone: string;
	language: Language;
	now: Date;
}

type Told = Pick< WireAgent, 'presence' | 'isInHours' | 'opensAt' >;

/** Somebody's presence to be read aloud: "You are online until 12:00 pm.", and that it is outside the hours where it is. */
export function sayPresence( agent: Told, ears: Ears ): string {
	const { status } = agent.presence;
	const until = agent.presence.until && new Date( agent.presence.until );
	const said =
		until && status !== 'offline'
			? text( `presence.said.${ status }_until`, ears.language, {
					until: sayUntil( until, ears ),
				} )
			: text( `presence.said.${ status }`, ears.language );
	return status === 'online' && ! agent.isInHours
		? `${ said } ${ sayClosed( agent, ears ) }`
		: said;
}

function sayUntil( until: Date, { now, ...clock }: Ears ): string {
	if ( daysBetween( now, until, clock.timeZone ) > 0 ) {
		return text( 'presence.until_day', clock.language, {
			date: sayDate( until, { ...clock, now } ),
			at: atTime( until, clock ),
		} );
	}
	return text(
		hourOf( until, clock.timeZone ) === 1
			? 'presence.until_one'
			: 'presence.until',
		clock.language,
		{ time: sayTimeOfDay( until, clock ) }
	);
}

function sayClosed(
	{ opensAt }: Told,
	{ timeZone, language, now }: Ears
): string {
	return opensAt
		? text( 'presence.closed_until', language, {
				opening: openingLabel(
					new Date( opensAt ),
					timeZone,
					language,
					now
				),
			} )
		: text( 'presence.closed', language );
}
