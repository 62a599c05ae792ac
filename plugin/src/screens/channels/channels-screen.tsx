import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readChannel } from '../../api/channels';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { isSectionId, type SectionId } from '../../domain/channel-sections';
import { useLoaded } from '../../hooks/use-loaded';
import { useScreenParameters } from '../../hooks/use-screen-parameters';
import { ChannelEditor } from './channel-editor';
import { ChannelsList } from '../channels-list/channels-list';

/** The id in the address that stands for a channel that is not saved yet. */
const newId = 'new';

const parameters = [ 'channel', 'section' ] as const;

/** The list, or the editor of the channel that the address names, at the section that it names. */
export function ChannelsScreen() {
	const { values, change } = useScreenParameters( parameters );
	const [ justSavedId, setJustSavedId ] = useState( '' );
	const open = useCallback(
		( channel: string ) => change( { channel, section: '' } ),
		[ change ]
	);
	const place = {
		section: isSectionId( values.section ) ? values.section : 'form',
		onSection: useCallback(
			( section: SectionId ) => change( { section } ),
			[ change ]
		),
		onClose: useCallback( () => open( '' ), [ open ] ),
	} as const;
	if ( ! values.channel ) {
		return <ChannelsList onOpen={ open } />;
	}
	if ( values.channel === newId ) {
		return (
			<ChannelEditor
				{ ...place }
				channel={ null }
				onSaved={ ( { id } ) => {
					setJustSavedId( id );
					change( { channel: id }, true );
				} }
			/>
		);
	}
	return (
		<Editor
			{ ...place }
			key={ values.channel }
			id={ values.channel }
			isJustSaved={ values.channel === justSavedId }
		/>
	);
}

interface EditorProps {
	id: string;
	isJustSaved: boolean;
	section: SectionId;
	onSection: ( section: SectionId ) => void;
	onClose: () => void;
}

function Editor( { id, ...editor }: EditorProps ) {
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
		<ChannelEditor { ...editor } channel={ channel } onSaved={ setValue } />
	);
}
