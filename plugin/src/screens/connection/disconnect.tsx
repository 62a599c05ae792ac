import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { disconnect } from '../../api/connection';
import type { Problem } from '../../api/problem';
import { Confirmation } from '../../components/confirmation';
import { ProblemNotice } from '../../components/problem-notice';

export function Disconnect( {
	onDisconnected,
}: {
	onDisconnected: () => Promise< void >;
} ) {
	const [ isAsking, setAsking ] = useState( false );
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const confirm = async () => {
		setBusy( true );
		setProblem( null );
		try {
			await disconnect();
			await onDisconnected();
		} catch ( error ) {
			setProblem( error as Problem );
		}
		setBusy( false );
		setAsking( false );
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
				{ __( 'Disconnect this site', 'rappel' ) }
			</Button>
			{ isAsking && (
				<Confirmation
					title={ __( 'Disconnect this site?', 'rappel' ) }
					confirmLabel={ __( 'Disconnect', 'rappel' ) }
					isBusy={ isBusy }
					onConfirm={ () => void confirm() }
					onCancel={ () => setAsking( false ) }
				>
					<p>
						{ __(
							'Callback forms disappear from your pages at once. Channels and requests stay on the service; to connect again you need a new pairing code.',
							'rappel'
						) }
					</p>
				</Confirmation>
			) }
		</div>
	);
}
