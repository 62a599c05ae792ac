import type { Leg } from './leg.js';

/** The id of the call of a leg; null: none is known. */
export function knownSid( leg: Leg ): string | null {
	return 'callSid' in leg ? leg.callSid : null;
}

/** The network's clock may differ from ours: nothing happens in the future, or before what this leg has been through. */
export function between( leg: Leg, occurredAt: Date, now: Date ): Date {
	const known = [
		'dialedAt' in leg ? leg.dialedAt : null,
		'ringingAt' in leg ? leg.ringingAt : null,
		'answeredAt' in leg ? leg.answeredAt : null,
	];
	const earliest = Math.max(
		...known.map( ( at ) => at?.getTime() ?? 0 ),
		Math.min( occurredAt.getTime(), now.getTime() )
	);
	return new Date( Math.min( earliest, now.getTime() ) );
}
