import { Button, SelectControl } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { update } from '@wordpress/icons';
import type { RequestSummary } from '@rappel/contract';
import { listChannels } from '../../api/channels';
import type { RequestFilter } from '../../api/requests';
import { Loading } from '../../components/loading';
import { PresenceControl } from '../../components/presence-control';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { isLive, requestStates, stateWord } from '../../domain/request-words';
import { useLoaded } from '../../hooks/use-loaded';
import { useRequests } from '../../hooks/use-requests';
import { useScreenParameter } from '../../hooks/use-screen-parameter';
import { initialData } from '../../initial-data';
import { RequestDetailView } from './request-detail';
import { FirstSteps, NothingMatches } from './requests-empty';
import { RequestsTable } from './requests-table';

export function RequestsScreen() {
	const [ openId, setOpenId ] = useScreenParameter( 'request' );
	/** The row that was opened last gets the focus back. */
	const [ lastId, setLastId ] = useState( '' );
	const open = ( id: string ) => {
		setLastId( id );
		setOpenId( id );
	};
	return openId ? (
		<RequestDetailView id={ openId } onBack={ () => setOpenId( '' ) } />
	) : (
		<RequestsList onOpen={ open } focusedId={ lastId } />
	);
}

function RequestsList( {
	onOpen,
	focusedId,
}: {
	onOpen: ( id: string ) => void;
	focusedId: string;
} ) {
	const [ state, setState ] = useScreenParameter( 'state' );
	const [ channelId, setChannelId ] = useScreenParameter( 'channel' );
	const filter: RequestFilter = {
		state: state as RequestFilter[ 'state' ],
		channelId,
	};
	const {
		requests,
		problem,
		isLoading,
		page,
		hasNext,
		next,
		previous,
		reload,
	} = useRequests( filter );
	const me = initialData();
	const isFiltered = !! ( state || channelId );
	const isEmpty = requests?.length === 0 && page === 1;
	const clear = () => {
		setState( '', true );
		setChannelId( '', true );
	};

	return (
		<Screen
			title={ __( 'Callback requests', 'rappel' ) }
			subtitle={ liveSentence( requests ) }
			actions={
				<>
					{ me?.can.takeCallbacks && (
						<PresenceControl userId={ me.userId } />
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
			{ ! ( isEmpty && ! isFiltered ) && (
				<Filters
					state={ state }
					channelId={ channelId }
					onState={ ( value ) => setState( value, true ) }
					onChannel={ ( value ) => setChannelId( value, true ) }
				/>
			) }
			{ ! requests && ! problem && <Loading /> }
			{ isEmpty &&
				( isFiltered ? (
					<NothingMatches onClear={ clear } />
				) : (
					<FirstSteps />
				) ) }
			{ requests && requests.length > 0 && (
				<RequestsTable
					requests={ requests }
					onOpen={ onOpen }
					focusedId={ focusedId }
				/>
			) }
			{ ( page > 1 || hasNext ) && (
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
						{ __( 'Newer', 'rappel' ) }
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
						{ __( 'Older', 'rappel' ) }
					</Button>
				</nav>
			) }
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

interface FiltersProps {
	state: string;
	channelId: string;
	onState: ( state: string ) => void;
	onChannel: ( channelId: string ) => void;
}

function Filters( { state, channelId, onState, onChannel }: FiltersProps ) {
	const { value: channels } = useLoaded(
		useCallback( () => listChannels(), [] )
	);
	return (
		<div
			className="rappel-filters"
			role="search"
			aria-label={ __( 'Filter the requests', 'rappel' ) }
		>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'State', 'rappel' ) }
				value={ state }
				onChange={ onState }
				options={ [
					{ label: __( 'All states', 'rappel' ), value: '' },
					...requestStates.map( ( value ) => ( {
						label: stateWord( value ),
						value: value as string,
					} ) ),
				] }
			/>
			{ ( ( channels && channels.length > 1 ) || channelId ) && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Channel', 'rappel' ) }
					value={ channelId }
					onChange={ onChannel }
					options={ [
						{ label: __( 'All channels', 'rappel' ), value: '' },
						...( channels ?? [] ).map( ( { id, settings } ) => ( {
							label: settings.name,
							value: id,
						} ) ),
					] }
				/>
			) }
		</div>
	);
}
