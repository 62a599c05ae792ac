import { __, sprintf } from '@wordpress/i18n';
import type { Attempt, Leg } from '../../domain/attempt';
import { barsOf, type Bar } from '../../domain/attempt-bars';
import { formatNumber, formatSeconds, formatTime } from '../../domain/format';
import { legEnd, partyWord } from '../../domain/timeline-words';
import { useReading } from '../../reading';

/** One try at joining the two: both calls drawn one under the other on the same time, and the same told in words. */
export function AttemptCard( {
	attempt,
	count,
}: {
	attempt: Attempt;
	count: number;
} ) {
	const now = new Date();
	const talked = formatSeconds( attempt.talkSeconds );
	return (
		<section
			className="rappel-card"
			aria-labelledby={ `attempt-${ attempt.id }` }
		>
			<header className="rappel-card__header">
				<h2 id={ `attempt-${ attempt.id }` }>
					{ count > 1
						? sprintf(
								/* translators: 1: number of this attempt. 2: how many there are. */
								__( 'Attempt %1$d of %2$d', 'rappel' ),
								attempt.ordinal,
								count
							)
						: __( 'The two calls', 'rappel' ) }
				</h2>
				{ talked && (
					<span>
						{ sprintf(
							/* translators: %s: a duration such as "3 min 05 s". */
							__( 'Talked %s', 'rappel' ),
							talked
						) }
					</span>
				) }
			</header>
			<div className="rappel-legs">
				{ attempt.legs.map( ( leg ) => (
					<LegLane
						key={ leg.id }
						leg={ leg }
						bars={ barsOf( leg, attempt, now ) }
					/>
				) ) }
			</div>
			<ul className="rappel-legend" aria-hidden="true">
				<li className="is-dialing">{ barWord( 'dialing' ) }</li>
				<li className="is-ringing">{ barWord( 'ringing' ) }</li>
				<li className="is-waiting">{ barWord( 'waiting' ) }</li>
				<li className="is-talking">{ barWord( 'talking' ) }</li>
			</ul>
		</section>
	);
}

function barWord( kind: Bar[ 'kind' ] ): string {
	switch ( kind ) {
		case 'dialing':
			return __( 'Dialling', 'rappel' );
		case 'ringing':
			return __( 'Ringing', 'rappel' );
		case 'waiting':
			return __( 'On hold', 'rappel' );
		case 'talking':
			return __( 'Talking', 'rappel' );
	}
}

function LegLane( { leg, bars }: { leg: Leg; bars: Bar[] } ) {
	const reading = useReading();
	const moments: [ string, string | null ][] = [
		[ __( 'Dialled', 'rappel' ), leg.dialedAt ],
		[ __( 'Rang', 'rappel' ), leg.ringingAt ],
		[ __( 'Answered', 'rappel' ), leg.answeredAt ],
		[ legEnd( leg ) || __( 'Ended', 'rappel' ), leg.endedAt ],
	];
	return (
		<div className="rappel-leg">
			<h3>
				{ leg.agentName ?? partyWord( leg.party ) }{ ' ' }
				<bdi dir="ltr">{ formatNumber( leg.number ) }</bdi>
				{ leg.incoming && (
					<small> { __( 'rang back', 'rappel' ) }</small>
				) }
			</h3>
			<div className="rappel-leg__lane" aria-hidden="true">
				{ bars.map( ( { kind, start, length, seconds } ) => (
					<span
						key={ kind }
						className={ `rappel-leg__bar is-${ kind }` }
						title={ `${ barWord( kind ) } · ${ formatSeconds( seconds ) || '< 1 s' }` }
						style={ {
							insetInlineStart: `${ start }%`,
							inlineSize: `${ length }%`,
						} }
					/>
				) ) }
			</div>
			<dl className="rappel-leg__moments">
				{ moments.map(
					( [ word, at ] ) =>
						at && (
							<div key={ word }>
								<dt>{ word }</dt>
								<dd>
									<time dateTime={ at }>
										{ formatTime( at, reading ) }
									</time>
								</dd>
							</div>
						)
				) }
			</dl>
		</div>
	);
}
