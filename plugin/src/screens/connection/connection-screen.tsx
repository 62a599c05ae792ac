import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readConnection } from '../../api/connection';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { useLoaded } from '../../hooks/use-loaded';
import { ConnectionState } from './connection-state';
import { PairForm } from './pair-form';

export function ConnectionScreen() {
	const {
		value: connection,
		problem,
		reload,
	} = useLoaded( useCallback( () => readConnection(), [] ) );
	return (
		<Screen
			title={ __( 'Connection to the service', 'rappel' ) }
			subtitle={ __(
				'WordPress shows the form; the Rappel service makes the calls.',
				'rappel'
			) }
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! connection && ! problem && <Loading /> }
			{ connection &&
				( connection.connected ? (
					<ConnectionState
						connection={ connection }
						onChanged={ reload }
					/>
				) : (
					<PairForm connection={ connection } onPaired={ reload } />
				) ) }
		</Screen>
	);
}
