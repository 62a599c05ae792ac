import { __ } from '@wordpress/i18n';
import type { Recording } from '@rappel/contract';
import { formatExactly, formatSeconds } from '../../domain/format';
import { useReading } from '../../reading';
import { RecordingPlayer } from './recording-player';

/** Conversations that were recorded and messages that were left; nothing where there are none. */
export function Recordings( { recordings }: { recordings: Recording[] } ) {
	const reading = useReading();
	if ( recordings.length === 0 ) {
		return null;
	}
	return (
		<section className="rappel-card" aria-labelledby="rappel-recordings">
			<header className="rappel-card__header">
				<h2 id="rappel-recordings">
					{ __( 'To listen to', 'rappel' ) }
				</h2>
			</header>
			<ul className="rappel-recordings">
				{ recordings.map( ( { id, kind, seconds, deleteAt } ) => (
					<li key={ id }>
						<strong>
							{ kind === 'voicemail'
								? __( 'Message', 'rappel' )
								: __( 'Conversation', 'rappel' ) }
						</strong>
						<span>{ formatSeconds( seconds ) }</span>
						<RecordingPlayer
							id={ id }
							label={
								kind === 'voicemail'
									? __( 'Listen to the message', 'rappel' )
									: __(
											'Listen to the conversation',
											'rappel'
										)
							}
						/>
						<small>
							{ __( 'Kept until', 'rappel' ) }{ ' ' }
							<time dateTime={ deleteAt }>
								{ formatExactly( deleteAt, reading ) }
							</time>
						</small>
					</li>
				) ) }
			</ul>
		</section>
	);
}
