import {
	InspectorControls,
	store as blockEditorStore,
	useBlockProps,
} from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { ExternalLink, PanelBody } from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CallbackAttributes } from './attributes';
import { useChannelNames } from './channel-names';
import { adminUrl } from './editor/admin-url';
import { ChannelChoice, ChannelLink } from './editor/channel-choice';
import { DisplayFields } from './editor/display-fields';
import {
	Loading,
	NoChannel,
	NotConnected,
	NotRead,
	ToChoose,
} from './editor/placeholders';
import { Preview } from './editor/preview';
import { TextsFields } from './editor/texts-fields';
import { Example } from './example';

/** Whether the block is only looked at: in the inserter, or in the picture of a pattern. */
const useIsPicture = () =>
	useSelect( ( select ) => {
		const settings = select( blockEditorStore ).getSettings() as Record<
			string,
			unknown
		>;
		// Named `isPreviewMode` since WordPress 6.8.
		return !! (
			settings.isPreviewMode ?? settings.__unstableIsPreviewMode
		);
	}, [] );

export function Edit( props: BlockEditProps< CallbackAttributes > ) {
	const blockProps = useBlockProps();
	const isPicture = useIsPicture();
	return (
		<div { ...blockProps }>
			{ isPicture ? (
				<Example attributes={ props.attributes } />
			) : (
				<Editable { ...props } />
			) }
		</div>
	);
}

function Editable( {
	attributes,
	setAttributes,
}: BlockEditProps< CallbackAttributes > ) {
	const { channelId, display, texts } = attributes;
	const { names, retry } = useChannelNames();
	const channels = names.state === 'loaded' ? names.channels : [];
	const sole = channels.length === 1 ? channels[ 0 ] : undefined;
	const chosen = channels.find( ( { id } ) => id === channelId );

	useEffect( () => {
		if ( sole && ! channelId ) {
			setAttributes( { channelId: sole.id } );
		}
	}, [ sole, channelId, setAttributes ] );

	const choice = (
		<ChannelChoice
			channels={ channels }
			channelId={ channelId }
			onChange={ ( id ) => setAttributes( { channelId: id } ) }
		/>
	);

	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'Callback', 'rappel' ) }>
					{ channels.length > 0 && choice }
					{ chosen && <ChannelLink channel={ chosen } /> }
					{ ! chosen && names.state !== 'loading' && (
						<p className="rappel-callback-link">
							<ExternalLink
								href={ adminUrl( 'rappel-channels' ) }
							>
								{ __( 'Open the channels', 'rappel' ) }
							</ExternalLink>
						</p>
					) }
					<DisplayFields
						attributes={ attributes }
						setAttributes={ setAttributes }
					/>
				</PanelBody>
				{ chosen && (
					<PanelBody
						title={ __( 'Texts of this block', 'rappel' ) }
						initialOpen={ false }
					>
						<TextsFields
							texts={ texts }
							ofChannel={ chosen.texts }
							hasOpenButton={ display !== 'inline' }
							onChange={ ( changed ) =>
								setAttributes( { texts: changed } )
							}
						/>
					</PanelBody>
				) }
			</InspectorControls>
			{ renderBody() }
		</>
	);

	function renderBody() {
		if ( names.state === 'failed' && names.code === 'not_connected' ) {
			return <NotConnected retry={ retry } />;
		}
		// The form is shown while the channels are not known: WordPress has a copy of its own.
		if ( chosen || ( channelId && names.state !== 'loaded' ) ) {
			return <Preview attributes={ attributes } channel={ chosen } />;
		}
		if ( names.state === 'failed' ) {
			return <NotRead problem={ names.problem } retry={ retry } />;
		}
		if ( names.state === 'loading' || ( sole && ! channelId ) ) {
			return <Loading />;
		}
		if ( channels.length === 0 ) {
			return <NoChannel retry={ retry } />;
		}
		return <ToChoose isDeleted={ channelId !== '' }>{ choice }</ToChoose>;
	}
}
