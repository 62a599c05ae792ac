import {
	InspectorControls,
	store as blockEditorStore,
	useBlockProps,
} from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import {
	Button,
	Disabled,
	ExternalLink,
	Notice,
	PanelBody,
	Placeholder,
	SelectControl,
	Spinner,
} from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';
import type { ChannelName } from '@rappel/contract';
import { useChannelNames } from './channel-names';
import { Example } from './example';
import { icon } from './icon';

export interface CallbackAttributes extends Record< string, unknown > {
	/** Empty until a channel is chosen. */
	channelId: string;
}

/** Read in the window of the editor: the canvas is a frame whose own address is no place in wp-admin. */
const adminUrl = ( page: string ) =>
	new URL( `admin.php?page=${ page }`, window.location.href ).href;

function channelLabel( { name, state }: ChannelName ): string {
	switch ( state ) {
		case 'live':
			return name;
		case 'paused':
			return sprintf(
				/* translators: %s: name of a channel. */
				__( '%s (paused)', 'rappel' ),
				name
			);
		case 'incomplete':
			return sprintf(
				/* translators: %s: name of a channel. */
				__( '%s (incomplete)', 'rappel' ),
				name
			);
	}
}

const stateWarnings = {
	live: '',
	paused: __(
		'This channel is paused: visitors see that nobody calls back at the moment.',
		'rappel'
	),
	incomplete: __(
		'This channel is not complete: visitors cannot ask for a callback yet. Finish it under Rappel → Channels.',
		'rappel'
	),
};

export function Edit( {
	attributes: { channelId },
	setAttributes,
}: BlockEditProps< CallbackAttributes > ) {
	const blockProps = useBlockProps();
	const { names, retry } = useChannelNames();
	const isExample = useSelect( ( select ) => {
		const settings = select( blockEditorStore ).getSettings() as Record<
			string,
			unknown
		>;
		// Named `isPreviewMode` since WordPress 6.8.
		return !! (
			settings.isPreviewMode ?? settings.__unstableIsPreviewMode
		);
	}, [] );
	const channels = names.state === 'loaded' ? names.channels : [];
	const sole = channels.length === 1 ? channels[ 0 ] : undefined;
	const chosen = channels.find( ( { id } ) => id === channelId );

	useEffect( () => {
		if ( sole && ! channelId && ! isExample ) {
			setAttributes( { channelId: sole.id } );
		}
	}, [ sole, channelId, isExample, setAttributes ] );

	if ( isExample ) {
		return (
			<div { ...blockProps }>
				<Example />
			</div>
		);
	}

	const choice = (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Channel', 'rappel' ) }
			help={ __(
				'A channel holds the texts, hours and numbers of the callback.',
				'rappel'
			) }
			value={ channelId }
			onChange={ ( value ) => setAttributes( { channelId: value } ) }
			options={ [
				...( chosen
					? []
					: [
							{
								label: __( 'Choose a channel', 'rappel' ),
								value: '',
								disabled: true,
							},
						] ),
				...( channelId && ! chosen
					? [
							{
								label: __(
									'A channel that no longer exists',
									'rappel'
								),
								value: channelId,
								disabled: true,
							},
						]
					: [] ),
				...channels.map( ( channel ) => ( {
					label: channelLabel( channel ),
					value: channel.id,
				} ) ),
			] }
		/>
	);

	return (
		<div { ...blockProps }>
			<InspectorControls>
				<PanelBody title={ __( 'Callback', 'rappel' ) }>
					{ channels.length > 0 && choice }
					{ chosen && stateWarnings[ chosen.state ] && (
						<Notice status="warning" isDismissible={ false }>
							{ stateWarnings[ chosen.state ] }
						</Notice>
					) }
					<ExternalLink href={ adminUrl( 'rappel-channels' ) }>
						{ __( 'Open the channels', 'rappel' ) }
					</ExternalLink>
				</PanelBody>
			</InspectorControls>
			{ renderBody() }
		</div>
	);

	function renderBody() {
		if ( channelId ) {
			return (
				<Disabled className="rappel-callback-preview">
					<ServerSideRender
						block="rappel/callback"
						attributes={ { channelId } }
						skipBlockSupportAttributes
					/>
				</Disabled>
			);
		}
		const label = __( 'Callback form', 'rappel' );
		if ( names.state === 'loading' || sole ) {
			return (
				<Placeholder icon={ icon } label={ label }>
					<Spinner />
				</Placeholder>
			);
		}
		if ( names.state === 'failed' ) {
			return (
				<Placeholder
					icon={ icon }
					label={ label }
					instructions={
						names.problem ||
						__(
							'The channels could not be read. Check the connection under Rappel → Connection, then try again.',
							'rappel'
						)
					}
				>
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ retry }
					>
						{ __( 'Try again', 'rappel' ) }
					</Button>
					<ExternalLink href={ adminUrl( 'rappel-connection' ) }>
						{ __( 'Open the connection', 'rappel' ) }
					</ExternalLink>
				</Placeholder>
			);
		}
		if ( channels.length === 0 ) {
			return (
				<Placeholder
					icon={ icon }
					label={ label }
					instructions={ __(
						'No channel is ready yet. Create one under Rappel → Channels (or ask the site’s owner), then come back here.',
						'rappel'
					) }
				>
					<ExternalLink href={ adminUrl( 'rappel-channels' ) }>
						{ __( 'Open the channels', 'rappel' ) }
					</ExternalLink>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ retry }
					>
						{ __( 'Look again', 'rappel' ) }
					</Button>
				</Placeholder>
			);
		}
		return (
			<Placeholder
				icon={ icon }
				label={ label }
				instructions={ __(
					'Visitors leave their number here, and you are called and joined. Which channel takes their requests?',
					'rappel'
				) }
			>
				{ choice }
			</Placeholder>
		);
	}
}
