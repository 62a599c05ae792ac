import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { Section } from '../../components/section';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { DeleteChannel } from './delete-channel';
import { Elsewhere } from './elsewhere';
import { ReadinessSection } from './readiness-section';
import { TestCallSection } from './test-call';

interface LiveSectionProps {
	editing: ChannelDraft;
	/** Null while it is not saved yet. */
	channel: Channel | null;
	onDeleted: () => void;
}

/** Whether visitors may ask, what is still missing for it, and a call to try it. */
export function LiveSection( {
	editing,
	channel,
	onDeleted,
}: LiveSectionProps ) {
	return (
		<>
			<StateSection { ...editing } />
			{ channel ? (
				<>
					<ReadinessSection
						channelId={ channel.id }
						version={ channel.version }
						isDirty={ editing.isDirty }
					/>
					<TestCallSection channelId={ channel.id } />
					<DeleteChannel
						id={ channel.id }
						name={ channel.settings.name }
						onDeleted={ onDeleted }
					/>
				</>
			) : (
				<Elsewhere where="name">
					{ __(
						'Once the channel is created, what it still misses is listed here, and you can have yourself called to try it.',
						'rappel'
					) }
				</Elsewhere>
			) }
		</>
	);
}

const StateSection = ( { draft, change }: ChannelDraft ) => (
	<Section
		id="rappel-live"
		title={ __( 'Going live', 'rappel' ) }
		description={ __(
			'The form works on your pages as soon as the channel is live.',
			'rappel'
		) }
	>
		<ToggleControl
			__nextHasNoMarginBottom
			label={ __( 'Take requests', 'rappel' ) }
			help={
				draft.state === 'live'
					? __(
							'Visitors can ask to be called back during the opening hours.',
							'rappel'
						)
					: __(
							'Paused: visitors read that nobody calls back at the moment.',
							'rappel'
						)
			}
			checked={ draft.state === 'live' }
			onChange={ ( isLive ) =>
				change( { state: isLive ? 'live' : 'paused' } )
			}
		/>
	</Section>
);
