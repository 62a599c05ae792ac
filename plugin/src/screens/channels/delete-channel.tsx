import { __, sprintf } from '@wordpress/i18n';
import { deleteChannel } from '../../api/channels';
import { ConfirmedDeed } from '../../components/confirmed-deed';

interface DeleteChannelProps {
	id: string;
	name: string;
	onDeleted: () => void;
}

export function DeleteChannel( { id, name, onDeleted }: DeleteChannelProps ) {
	return (
		<ConfirmedDeed
			label={ __( 'Delete this channel', 'rappel' ) }
			question={ sprintf(
				/* translators: %s: name of a channel. */
				__( 'Delete “%s”?', 'rappel' ),
				name
			) }
			confirmLabel={ __( 'Delete', 'rappel' ) }
			deed={ async () => {
				await deleteChannel( id );
				onDeleted();
			} }
		>
			<p>
				{ __(
					'Pages that show it will show nothing in its place. Its past requests stay in the list.',
					'rappel'
				) }
			</p>
		</ConfirmedDeed>
	);
}
