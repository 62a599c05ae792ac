import { __ } from '@wordpress/i18n';
import { StateLabel } from './state-label';

interface ChannelStateProps {
	state: 'live' | 'paused';
	/** False: something keeps it from taking requests. */
	isComplete: boolean;
}

/** Whether a channel takes requests, in a word. */
export function ChannelState( { state, isComplete }: ChannelStateProps ) {
	if ( ! isComplete ) {
		return (
			<StateLabel tone="urgent">
				{ __( 'Incomplete', 'rappel' ) }
			</StateLabel>
		);
	}
	return state === 'live' ? (
		<StateLabel tone="good">{ __( 'Live', 'rappel' ) }</StateLabel>
	) : (
		<StateLabel tone="quiet">{ __( 'Paused', 'rappel' ) }</StateLabel>
	);
}
