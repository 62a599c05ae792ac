import type { Attempt, Leg } from './attempt';

export interface Bar {
	kind: 'dialing' | 'ringing' | 'waiting' | 'talking';
	/** Percent of the attempt's whole length. */
	start: number;
	length: number;
	seconds: number;
}

/** The stretches of one leg, to be drawn under those of the other: dialled, ringing, waiting for the other party, talking. */
export function barsOf( leg: Leg, attempt: Attempt, now: Date ): Bar[] {
	const from = Date.parse( attempt.startedAt );
	const until = Math.max(
		from + 1_000,
		attempt.endedAt ? Date.parse( attempt.endedAt ) : now.getTime()
	);
	const end = leg.endedAt ?? attempt.endedAt ?? now.toISOString();
	const joined =
		leg.answeredAt && attempt.joinedAt && attempt.joinedAt > leg.answeredAt
			? attempt.joinedAt
			: null;
	const talkStart =
		attempt.joinedAt && leg.answeredAt
			? ( joined ?? leg.answeredAt )
			: null;
	const stretches: [ Bar[ 'kind' ], string | null, string | null ][] = [
		[ 'dialing', leg.dialedAt, leg.ringingAt ?? leg.answeredAt ?? end ],
		[ 'ringing', leg.ringingAt, leg.answeredAt ?? end ],
		[ 'waiting', leg.answeredAt, talkStart ?? end ],
		[ 'talking', talkStart, end ],
	];
	return stretches.flatMap( ( [ kind, start, stop ] ) => {
		if ( ! start || ! stop || stop <= start ) {
			return [];
		}
		const share = ( iso: string ) =>
			Math.min(
				100,
				Math.max(
					0,
					( ( Date.parse( iso ) - from ) / ( until - from ) ) * 100
				)
			);
		return [
			{
				kind,
				start: share( start ),
				length: share( stop ) - share( start ),
				seconds: ( Date.parse( stop ) - Date.parse( start ) ) / 1_000,
			},
		];
	} );
}
