import { Disabled } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';
import type { ChannelName } from '@rappel/contract';
import type { CallbackAttributes } from '../attributes';
import { ChannelState } from './channel-choice';

/** Where the form is, when it is not where the block stands. */
const places: Partial< Record< CallbackAttributes[ 'display' ], string > > = {
	button: __( 'The button opens this form in a dialog:', 'rappel' ),
	floating: __(
		'The button stays at the bottom of the window, and opens this form in a dialog:',
		'rappel'
	),
};

/** The form as the server renders it, with its dialog laid open. It is a picture: nothing in it can be pressed. */
export function Preview( {
	attributes: { channelId, display, side, texts },
	channel,
}: {
	attributes: CallbackAttributes;
	channel: ChannelName | undefined;
} ) {
	return (
		<>
			{ channel && <ChannelState channel={ channel } /> }
			{ places[ display ] && (
				<p className="rappel-callback-preview__place">
					{ places[ display ] }
				</p>
			) }
			<Disabled className="rappel-callback-preview">
				<ServerSideRender
					block="rappel/callback"
					attributes={ { channelId, display, side, texts } }
					skipBlockSupportAttributes
				/>
			</Disabled>
		</>
	);
}
