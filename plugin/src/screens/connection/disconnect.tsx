import { __ } from '@wordpress/i18n';
import { disconnect } from '../../api/connection';
import { ConfirmedDeed } from '../../components/confirmed-deed';

export function Disconnect( {
	onDisconnected,
}: {
	onDisconnected: () => Promise< void >;
} ) {
	return (
		<ConfirmedDeed
			label={ __( 'Disconnect this site', 'rappel' ) }
			question={ __( 'Disconnect this site?', 'rappel' ) }
			confirmLabel={ __( 'Disconnect', 'rappel' ) }
			deed={ async () => {
				await disconnect();
				await onDisconnected();
			} }
		>
			<p>
				{ __(
					'Callback forms disappear from your pages at once. Channels and requests stay on the service; to connect again you need a new pairing code.',
					'rappel'
				) }
			</p>
		</ConfirmedDeed>
	);
}
