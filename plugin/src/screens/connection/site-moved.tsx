import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { saveSite } from '../../api/connection';
import type { Problem } from '../../api/problem';
import { ProblemNotice } from '../../components/problem-notice';

/** The site's address is not the one that was paired: a copy must never call clients, so somebody has to say what it is (N19). */
export function SiteMoved( { onMoved }: { onMoved: () => Promise< void > } ) {
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const move = async () => {
		setBusy( true );
		setProblem( null );
		try {
			await saveSite( { moved: true } );
			await onMoved();
		} catch ( error ) {
			setProblem( error as Problem );
		}
		setBusy( false );
	};
	return (
		<>
			{ problem && <ProblemNotice problem={ problem } /> }
			<Notice
				className="rappel-notice"
				status="warning"
				isDismissible={ false }
			>
				<p>
					<strong>
						{ __(
							'The address of this site has changed, so it calls nobody for now.',
							'rappel'
						) }
					</strong>
				</p>
				<p>
					{ __(
						'If the site has moved here for good, say so: calls go on from here and stop at the old address. If it is a copy, for tests say, leave it as it is or disconnect it below.',
						'rappel'
					) }
				</p>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					onClick={ () => void move() }
				>
					{ __( 'The site has moved here', 'rappel' ) }
				</Button>
			</Notice>
		</>
	);
}
