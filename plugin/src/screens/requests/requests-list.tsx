import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { update } from '@wordpress/icons';
import type { RequestSummary } from '@rappel/contract';
import { actingUser } from '../../acting-user';
import type { Problem } from '../../api/problem';
import { Loading } from '../../components/loading';
import { PresenceControl } from '../../components/presence-control';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { isLive } from '../../domain/request-words';
import { useAgents } from '../../hooks/use-agents';
import { useRequestFilter } from '../../hooks/use-request-filter';
import { useRequests, type Requests } from '../../hooks/use-requests';
import { useSelection } from '../../hooks/use-selection';
import { BulkActions } from './bulk-actions';
import { DownloadRequests } from './download-requests';
import { RequestFilters } from './request-filters';
import { FirstSteps, NothingMatches } from './requests-empty';
import { RequestsTable } from './requests-table';

interface RequestsListProps {
	onOpen: ( id: string ) => void;
	onBlocked: () => void;
	/** The row to focus when the list appears; empty: none. */
	focusedId: string;
}

export function RequestsList( {
	onOpen,
	onBlocked,
	focusedId,
}: RequestsListProps ) {
	const filter = useRequestFilter();
	const list = useRequests( filter.filter );
	const { requests, problem, isLoading, page, reload } = list;
	const { agents, nameOf } = useAgents();
	const user = actingUser();
	const selection = useSelection(
		( requests ?? [] ).map( ( { id } ) => id )
	);
	const [ notSaved, setNotSaved ] = useState< Problem | null >( null );
	const isEmpty = requests?.length === 0 && page === 1;
	const isNew = isEmpty && ! filter.isFiltered;
	return (
		<Screen
			title={ __( 'Callback requests', 'rappel' ) }
			subtitle={ liveSentence( requests ) }
			actions={
				<>
					{ user.takesCallbacks && (
						<PresenceControl userId={ user.userId } />
					) }
					{ user.supervises && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ onBlocked }
						>
							{ __( 'Blocked numbers', 'rappel' ) }
						</Button>
					) }
					{ user.supervises && ! isEmpty && (
						<DownloadRequests
							filter={ filter.filter }
							onProblem={ setNotSaved }
						/>
					) }
					<Button
						__next40pxDefaultSize
						variant="secondary"
						icon={ update }
						isBusy={ isLoading && ! requests }
						onClick={ () => void reload() }
					>
						{ __( 'Refresh', 'rappel' ) }
					</Button>
				</>
			}
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ notSaved && <ProblemNotice problem={ notSaved } /> }
			{ ! isNew && (
				<RequestFilters filter={ filter } agents={ agents } />
			) }
			{ ! requests && ! problem && <Loading /> }
			{ isEmpty &&
				( isNew ? (
					<FirstSteps />
				) : (
					<NothingMatches onClear={ filter.clear } />
				) ) }
			{ requests && requests.length > 0 && (
				<>
					{ user.userId > 0 && (
						<BulkActions
							requests={ requests }
							selection={ selection }
							user={ user }
							agents={ agents }
							onDone={ () => void reload() }
						/>
					) }
					<RequestsTable
						requests={ requests }
						selection={ user.userId > 0 ? selection : null }
						isOldestFirst={ filter.filter.sort === 'oldest' }
						nameOf={ nameOf }
						onOpen={ onOpen }
						focusedId={ focusedId }
					/>
				</>
			) }
			<Pages
				{ ...list }
				isOldestFirst={ filter.filter.sort === 'oldest' }
			/>
		</Screen>
	);
}

function liveSentence( requests: RequestSummary[] | null ): string {
	return requests?.some( isLive )
		? __(
				'Something is happening now: this page follows it by itself.',
				'rappel'
			)
		: __( 'Who asked to be called back, and how it went.', 'rappel' );
}

/** Nothing where there is one page only. */
function Pages( {
	page,
	hasNext,
	next,
	previous,
	isOldestFirst,
}: Requests & { isOldestFirst: boolean } ) {
	const newer = __( 'Newer', 'rappel' );
	const older = __( 'Older', 'rappel' );
	return page > 1 || hasNext ? (
		<nav
			className="rappel-pages"
			aria-label={ __( 'Pages of requests', 'rappel' ) }
		>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ page === 1 }
				onClick={ previous }
			>
				{ isOldestFirst ? older : newer }
			</Button>
			<span>
				{ sprintf(
					/* translators: %d: number of the page. */
					__( 'Page %d', 'rappel' ),
					page
				) }
			</span>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ ! hasNext }
				onClick={ next }
			>
				{ isOldestFirst ? newer : older }
			</Button>
		</nav>
	) : null;
}
