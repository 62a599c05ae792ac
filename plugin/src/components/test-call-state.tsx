import { __ } from '@wordpress/i18n';
import type { ChannelTestCall } from '@rappel/contract';
import { StateLabel } from './state-label';

const tones = {
	calling: 'waiting',
	ringing: 'waiting',
	answered: 'good',
	done: 'good',
	failed: 'bad',
} as const;

/** How the call to try a channel goes, read out as it changes. */
export const TestCallState = ( { call }: { call: ChannelTestCall | null } ) => (
	<div role="status" className="rappel-test-call">
		{ call && (
			<>
				<StateLabel tone={ tones[ call.state ] }>
					{ stateWord( call.state ) }
				</StateLabel>
				<p>
					{ call.detail } <bdi dir="ltr">{ call.numberShown }</bdi>
				</p>
			</>
		) }
	</div>
);

function stateWord( state: ChannelTestCall[ 'state' ] ): string {
	switch ( state ) {
		case 'calling':
			return __( 'Calling…', 'rappel' );
		case 'ringing':
			return __( 'It rings', 'rappel' );
		case 'answered':
			return __( 'Answered', 'rappel' );
		case 'done':
			return __( 'It works', 'rappel' );
		case 'failed':
			return __( 'It failed', 'rappel' );
	}
}
