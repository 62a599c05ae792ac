import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { plus, settings } from '@wordpress/icons';
import type { Channel } from '@rappel/contract';
import type { Problem } from '../../api/problem';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { StateLabel } from '../../components/state-label';
import { formatNumber } from '../../domain/format';
import { hoursSummary } from '../../domain/opening-hours';
import { useReading } from '../../reading';

interface ChannelsListProps {
	/** Null until they are loaded. */
	channels: Channel[] | null;
	problem: Problem | null;
	onRetry: () => void;
	onOpen: ( id: string ) => void;
	onCreate: () => void;
}

export function ChannelsList( {
	channels,
	problem,
	onRetry,
	onOpen,
	onCreate,
}: ChannelsListProps ) {
	const create = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			icon={ plus }
			onClick={ onCreate }
		>
			{ __( 'Add a channel', 'rappel' ) }
		</Button>
	);
	return (
		<Screen
			title={ __( 'Channels', 'rappel' ) }
			subtitle={ __(
				'A channel is one callback form with its texts, hours and numbers. A site has as many as it likes.',
				'rappel'
			) }
			actions={ channels && channels.length > 0 && create }
		>
			{ problem && (
				<ProblemNotice problem={ problem } onRetry={ onRetry } />
			) }
			{ ! channels && ! problem && <Loading /> }
			{ channels?.length === 0 && (
				<EmptyState
					icon={ settings }
					title={ __( 'No channel yet', 'rappel' ) }
					actions={ create }
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
				<ul className="rappel-channels">
					{ channels.map( ( channel ) => (
						<ChannelCard
							key={ channel.id }
							channel={ channel }
							onOpen={ onOpen }
						/>
					) ) }
				</ul>
			) }
		</Screen>
	);
}

function ChannelCard( {
	channel: { id, settings: channel, missing },
	onOpen,
}: {
	channel: Channel;
	onOpen: ( id: string ) => void;
} ) {
	const { locale } = useReading();
	return (
		<li className="rappel-channel">
			<h2>
				<button
					type="button"
					className="rappel-row__open"
					onClick={ () => onOpen( id ) }
				>
					{ channel.name }
				</button>
			</h2>
			<ChannelState
				state={ channel.state }
				isComplete={ missing.length === 0 }
			/>
			<dl>
				<div>
					<dt>{ __( 'Destination number', 'rappel' ) }</dt>
					<dd>
						{ channel.calls.destinationNumber ? (
							<bdi dir="ltr">
								{ formatNumber(
									channel.calls.destinationNumber
								) }
							</bdi>
						) : (
							__( 'Missing', 'rappel' )
						) }
					</dd>
				</div>
				<div>
					<dt>{ __( 'Opening hours', 'rappel' ) }</dt>
					<dd>{ hoursSummary( channel.openingHours, locale ) }</dd>
				</div>
			</dl>
		</li>
	);
}

export function ChannelState( {
	state,
	isComplete,
}: {
	state: 'live' | 'paused';
	isComplete: boolean;
} ) {
	if ( ! isComplete ) {
		return (
			<StateLabel tone="urgent">
				{ __( 'Incomplete', 'rappel' ) }
			</StateLabel>
		);
	}
	return state === 'live' ? (
		<StateLabel tone="good">{ __( 'Live', 'rappel' ) }</StateLabel>
	) : (
		<StateLabel tone="quiet">{ __( 'Paused', 'rappel' ) }</StateLabel>
	);
}
