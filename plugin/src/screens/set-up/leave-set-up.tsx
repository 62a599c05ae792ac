import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { SetUp } from '@rappel/contract';
import { screenUrl } from '../../admin-url';
import { saveSetUp } from '../../api/set-up';
import { useSending } from '../../hooks/use-sending';

/** Out of it: for now, or for good. */
export function LeaveSetUp( { setUp }: { setUp: SetUp } ) {
	const { problem, send } = useSending();
	const dismiss = async () => {
		if ( await send( () => saveSetUp( { ...setUp, dismissed: true } ) ) ) {
			window.location.assign( screenUrl( 'connection' ) );
		}
	};
	return (
		<p className="rappel-set-up__leave">
			<a href="index.php">{ __( 'Go on later', 'rappel' ) }</a>
			{ ! setUp.dismissed && (
				<Button variant="link" onClick={ () => void dismiss() }>
					{ __(
						'I set it up by myself: remind me no more',
						'rappel'
					) }
				</Button>
			) }
			{ problem && (
				<span className="rappel-field-error">{ problem.detail }</span>
			) }
		</p>
	);
}
