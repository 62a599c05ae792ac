import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DeleteChannelDialog } from '../../components/delete-channel-dialog';

interface DeleteChannelProps {
	id: string;
	name: string;
	onDeleted: () => void;
}

/** The button, and the question that follows. */
export function DeleteChannel( props: DeleteChannelProps ) {
	const [ isAsking, setAsking ] = useState( false );
	return (
		<div className="rappel-delete">
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isDestructive
				onClick={ () => setAsking( true ) }
			>
				{ __( 'Delete this channel', 'rappel' ) }
			</Button>
			{ isAsking && (
				<DeleteChannelDialog
					{ ...props }
					onClose={ () => setAsking( false ) }
				/>
			) }
		</div>
	);
}
