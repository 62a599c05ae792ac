import { ExternalLink, Notice, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ChannelName } from '@rappel/contract';

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

/** Which channel takes the requests of this block. */
export function ChannelChoice( {
	channels,
	channelId,
	onChange,
}: {
	channels: ChannelName[];
	channelId: string;
	onChange: ( channelId: string ) => void;
} ) {
	const isKnown = channels.some( ( { id } ) => id === channelId );
	const unknown = channelId
		? __( 'A channel that no longer exists', 'rappel' )
		: __( 'Choose a channel', 'rappel' );
	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Channel', 'rappel' ) }
			help={ __(
				'A channel holds the texts, hours and numbers of the callback.',
				'rappel'
			) }
			value={ channelId }
			onChange={ onChange }
			options={ [
				...( isKnown
					? []
					: [
							{
								label: unknown,
								value: channelId,
								disabled: true,
							},
						] ),
				...channels.map( ( channel ) => ( {
					label: channelLabel( channel ),
					value: channel.id,
				} ) ),
			] }
		/>
	);
}

/** Leads to what is set in the channel; nothing for somebody who may not change it. */
export function ChannelLink( {
	channel: { name, editUrl },
}: {
	channel: ChannelName;
} ) {
	if ( ! editUrl ) {
		return null;
	}
	return (
		<p className="rappel-callback-link">
			<ExternalLink href={ editUrl }>
				{ sprintf(
					/* translators: %s: name of a channel. */
					__( 'Settings of “%s”', 'rappel' ),
					name
				) }
			</ExternalLink>
		</p>
	);
}

/** What visitors meet while the channel takes no requests; nothing while it does. */
export function ChannelState( { channel }: { channel: ChannelName } ) {
	if ( channel.state === 'live' ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false }>
			{ channel.state === 'paused'
				? __(
						'This channel is paused: visitors see that nobody calls back at the moment.',
						'rappel'
					)
				: __(
						'This channel is not complete: visitors cannot ask for a callback yet. Finish its settings first.',
						'rappel'
					) }
			<ChannelLink channel={ channel } />
		</Notice>
	);
}
