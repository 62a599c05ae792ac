import { Button, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { arrowLeft, people } from '@wordpress/icons';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { useAgents } from '../../hooks/use-agents';
import { usePresenceLog } from '../../hooks/use-presence-log';
import { useScreenParameter } from '../../hooks/use-screen-parameter';
import { PresenceLogTable } from './presence-log-table';

/** Who was online, away and offline, since when, and by whom or what: for who supervises. */
export function PresenceLogView( { onBack }: { onBack: () => void } ) {
	const [ userId, setUserId ] = useScreenParameter( 'of' );
	const { agents, nameOf } = useAgents();
	const log = usePresenceLog( userId );
	return (
		<Screen
			takesFocus
			title={ __( 'Presence log', 'rappel' ) }
			subtitle={ __(
				'Every change of an agent’s status, the newest first.',
				'rappel'
			) }
			back={
				<Button
					className="rappel-back"
					variant="link"
					icon={ arrowLeft }
					onClick={ onBack }
				>
					{ __( 'Agents’ hours', 'rappel' ) }
				</Button>
			}
		>
			<div className="rappel-filters">
				<div className="rappel-filters__row">
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Agent', 'rappel' ) }
						value={ userId }
						onChange={ ( chosen ) => setUserId( chosen, true ) }
						options={ [
							{ value: '', label: __( 'All agents', 'rappel' ) },
							...( agents ?? [] ).map( ( agent ) => ( {
								value: String( agent.userId ),
								label: agent.name,
							} ) ),
						] }
					/>
				</div>
			</div>
			{ log.problem && (
				<ProblemNotice problem={ log.problem } onRetry={ log.reload } />
			) }
			{ ! log.entries && ! log.problem && <Loading /> }
			{ log.entries?.length === 0 && (
				<EmptyState
					icon={ people }
					title={ __( 'Nothing has changed yet', 'rappel' ) }
				>
					<p>
						{ __(
							'Once somebody goes online, away or offline, it is written here.',
							'rappel'
						) }
					</p>
				</EmptyState>
			) }
			{ !! log.entries?.length && (
				<PresenceLogTable entries={ log.entries } nameOf={ nameOf } />
			) }
			{ log.hasMore && (
				<div className="rappel-pages">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ log.isLoading }
						onClick={ log.loadMore }
					>
						{ __( 'Show earlier changes', 'rappel' ) }
					</Button>
				</div>
			) }
		</Screen>
	);
}
