import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { deleteChannel } from '../../api/channels';
import type { Problem } from '../../api/problem';
import { Confirmation } from '../../components/confirmation';
import { ProblemNotice } from '../../components/problem-notice';

interface DeleteChannelProps {
	id: string;
	name: string;
	onDeleted: () => void;
}

export function DeleteChannel( { id, name, onDeleted }: DeleteChannelProps ) {
	const [ isAsking, setAsking ] = useState( false );
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const confirm = async () => {
		setBusy( true );
		setProblem( null );
		try {
			await deleteChannel( id );
			onDeleted();
		} catch ( error ) {
			setProblem( error as Problem );
			setAsking( false );
		}
		setBusy( false );
	};
	return (
		<div className="rappel-delete">
			{ problem && <ProblemNotice problem={ problem } /> }
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isDestructive
				onClick={ () => setAsking( true ) }
			>
				{ __( 'Delete this channel', 'rappel' ) }
			</Button>
			{ isAsking && (
				<Confirmation
					title={ sprintf(
						/* translators: %s: name of a channel. */
						__( 'Delete “%s”?', 'rappel' ),
						name
					) }
					confirmLabel={ __( 'Delete', 'rappel' ) }
					isBusy={ isBusy }
					onConfirm={ () => void confirm() }
					onCancel={ () => setAsking( false ) }
				>
					<p>
						{ __(
							'Pages that show it will show nothing in its place. Its past requests stay in the list.',
							'rappel'
						) }
					</p>
				</Confirmation>
			) }
		</div>
	);
}
