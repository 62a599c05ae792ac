import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { download, plus, settings } from '@wordpress/icons';
import type { ListedChannel } from '@rappel/contract';
import { listChannels, listPlacements } from '../../api/channels';
import { DeleteChannelDialog } from '../../components/delete-channel-dialog';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { useLoaded } from '../../hooks/use-loaded';
import { ChannelCard } from './channel-card';
import { ChannelMenu } from './channel-menu';
import { ImportButton, ImportResult, useImport } from './import-channels';
import { NewChannelDialog } from './new-channel-dialog';
import { useChannelDeeds } from './use-channel-deeds';

interface ChannelsListProps {
	onOpen: ( id: string ) => void;
}

const none: ListedChannel[] = [];

/** Every channel of the site, and what can be done with it without opening it. */
export function ChannelsList( { onOpen }: ChannelsListProps ) {
	const {
		value: channels,
		problem,
		reload,
	} = useLoaded( useCallback( () => listChannels(), [] ) );
	const deeds = useChannelDeeds( channels ?? none, reload );
	const imports = useImport( () => void reload() );
	const [ isCreating, setCreating ] = useState( false );
	const create = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			icon={ plus }
			onClick={ () => setCreating( true ) }
		>
			{ __( 'Add a channel', 'rappel' ) }
		</Button>
	);
	const importing = (
		<ImportButton
			isBusy={ imports.state.isBusy }
			onChoose={ imports.choose }
		/>
	);
	return (
		<Screen
			title={ __( 'Channels', 'rappel' ) }
			subtitle={ __(
				'A channel is one callback form with its texts, hours and numbers. A site has as many as it likes.',
				'rappel'
			) }
			actions={
				channels &&
				channels.length > 0 && (
					<>
						{ importing }
						<Button
							__next40pxDefaultSize
							variant="secondary"
							icon={ download }
							onClick={ () => void deeds.exportAll() }
						>
							{ __( 'Export all', 'rappel' ) }
						</Button>
						{ create }
					</>
				)
			}
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ deeds.problem && <ProblemNotice problem={ deeds.problem } /> }
			<ImportResult
				state={ imports.state }
				onRemove={ imports.putAway }
			/>
			{ ! channels && ! problem && <Loading /> }
			{ channels?.length === 0 && (
				<EmptyState
					icon={ settings }
					title={ __( 'No channel yet', 'rappel' ) }
					actions={
						<>
							{ create }
							{ importing }
						</>
					}
				>
					<p>
						{ __(
							'Create one: it takes a name and the number at which your company is reached. Everything else has a good default.',
							'rappel'
						) }
					</p>
				</EmptyState>
			) }
			{ channels && channels.length > 0 && (
				<Cards
					channels={ channels }
					deeds={ deeds }
					reload={ reload }
					onOpen={ onOpen }
				/>
			) }
			{ isCreating && (
				<NewChannelDialog
					onCreated={ ( { id } ) => onOpen( id ) }
					onClose={ () => setCreating( false ) }
				/>
			) }
		</Screen>
	);
}

interface CardsProps extends ChannelsListProps {
	channels: ListedChannel[];
	deeds: ReturnType< typeof useChannelDeeds >;
	reload: () => Promise< void >;
}

function Cards( { channels, deeds, reload, onOpen }: CardsProps ) {
	const { value: placements } = useLoaded(
		useCallback( () => listPlacements(), [] )
	);
	const [ deleting, setDeleting ] = useState< ListedChannel | null >( null );
	return (
		<>
			<ul className="rappel-channels">
				{ channels.map( ( channel ) => (
					<ChannelCard
						key={ channel.id }
						channel={ channel }
						placements={
							placements?.filter(
								( { channelId } ) => channelId === channel.id
							) ?? null
						}
						onOpen={ onOpen }
						menu={
							<ChannelMenu
								name={ channel.settings.name }
								isPaused={ channel.settings.state === 'paused' }
								isBusy={ deeds.busyId === channel.id }
								onChoose={ ( deed ) =>
									deed === 'delete'
										? setDeleting( channel )
										: void deeds.act( deed, channel )
								}
							/>
						}
					/>
				) ) }
			</ul>
			{ deleting && (
				<DeleteChannelDialog
					id={ deleting.id }
					name={ deleting.settings.name }
					onDeleted={ () => {
						setDeleting( null );
						void reload();
					} }
					onClose={ () => setDeleting( null ) }
				/>
			) }
		</>
	);
}
