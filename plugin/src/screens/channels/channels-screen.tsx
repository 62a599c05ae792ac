import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { listChannels, readChannel } from '../../api/channels';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { useLoaded } from '../../hooks/use-loaded';
import { useScreenParameter } from '../../hooks/use-screen-parameter';
import { ChannelEditor } from './channel-editor';
import { ChannelsList } from './channels-list';

/** The id in the address that stands for a channel that is not saved yet. */
const newId = 'new';

/** The list, or the editor of the channel that the address names. */
export function ChannelsScreen() {
	const [ openId, setOpenId ] = useScreenParameter( 'channel' );
	const close = useCallback( () => setOpenId( '' ), [ setOpenId ] );
	const [ justSavedId, setJustSavedId ] = useState( '' );
	if ( ! openId ) {
		return (
			<List onOpen={ setOpenId } onCreate={ () => setOpenId( newId ) } />
		);
	}
	if ( openId === newId ) {
		return (
			<ChannelEditor
				channel={ null }
				onClose={ close }
				onSaved={ ( { id } ) => {
					setJustSavedId( id );
					setOpenId( id, true );
				} }
			/>
		);
	}
	return (
		<Editor
			key={ openId }
			id={ openId }
			isJustSaved={ openId === justSavedId }
			onClose={ close }
		/>
	);
}

function List( {
	onOpen,
	onCreate,
}: {
	onOpen: ( id: string ) => void;
	onCreate: () => void;
} ) {
	const {
		value: channels,
		problem,
		reload,
	} = useLoaded( useCallback( () => listChannels(), [] ) );
	return (
		<ChannelsList
			channels={ channels }
			problem={ problem }
			onRetry={ reload }
			onOpen={ onOpen }
			onCreate={ onCreate }
		/>
	);
}

function Editor( {
	id,
	isJustSaved,
	onClose,
}: {
	id: string;
	isJustSaved: boolean;
	onClose: () => void;
} ) {
	const {
		value: channel,
		problem,
		reload,
		setValue,
	} = useLoaded( useCallback( () => readChannel( id ), [ id ] ) );
	if ( ! channel ) {
		return (
			<Screen title={ __( 'Channel', 'rappel' ) }>
				{ problem ? (
					<ProblemNotice
						problem={ problem }
						onRetry={ () => void reload() }
					/>
				) : (
					<Loading />
				) }
			</Screen>
		);
	}
	return (
		<ChannelEditor
			channel={ channel }
			isJustSaved={ isJustSaved }
			onClose={ onClose }
			onSaved={ setValue }
		/>
	);
}
