import { __, _n, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { ListedChannel } from '@rappel/contract';
import type { Placement } from '../../api/channels';
import { ChannelState } from '../../components/channel-state';
import { PlacementList } from '../../components/placement-list';
import { formatNumber } from '../../domain/format';
import { hoursSummary } from '../../domain/opening-hours';
import { useReading } from '../../reading';

interface ChannelCardProps {
	channel: ListedChannel;
	/** Where it stands; null: not known. */
	placements: Placement[] | null;
	/** What can be done with it. */
	menu: ReactNode;
	onOpen: ( id: string ) => void;
}

/** One channel: what it is, what it does today, and where visitors meet it. */
export function ChannelCard( {
	channel: { id, settings, missing, today, open },
	placements,
	menu,
	onOpen,
}: ChannelCardProps ) {
	const { locale } = useReading();
	return (
		<li className="rappel-channel">
			<div className="rappel-channel__head">
				<h2>
					<button
						type="button"
						className="rappel-row__open"
						onClick={ () => onOpen( id ) }
					>
						{ settings.name }
					</button>
				</h2>
				{ menu }
			</div>
			<ChannelState
				state={ settings.state }
				isComplete={ missing.length === 0 }
			/>
			<dl>
				<Fact term={ __( 'Calls go to', 'rappel' ) }>
					<Destination settings={ settings } />
				</Fact>
				<Fact term={ __( 'Opening hours', 'rappel' ) }>
					{ hoursSummary( settings.openingHours, locale ) }
				</Fact>
				<Fact term={ __( 'Today', 'rappel' ) }>
					{ todayWords( today ) }
				</Fact>
				<Fact term={ __( 'Open requests', 'rappel' ) }>
					{ openWords( open ) }
				</Fact>
				{ placements && (
					<Fact term={ __( 'Where it is placed', 'rappel' ) }>
						{ placements.length ? (
							<PlacementList placements={ placements } />
						) : (
							<NowhereYet id={ id } />
						) }
					</Fact>
				) }
			</dl>
		</li>
	);
}

function Fact( { term, children }: { term: string; children: ReactNode } ) {
	return (
		<div>
			<dt>{ term }</dt>
			<dd>{ children }</dd>
		</div>
	);
}

function Destination( {
	settings: { calls, team },
}: Pick< ListedChannel, 'settings' > ) {
	if ( calls.routing === 'team' && team.length > 0 ) {
		return (
			<>
				{ sprintf(
					/* translators: %d: how many people. */
					_n( 'a team of %d', 'a team of %d', team.length, 'rappel' ),
					team.length
				) }
			</>
		);
	}
	return calls.destinationNumber ? (
		<bdi dir="ltr">{ formatNumber( calls.destinationNumber ) }</bdi>
	) : (
		<>{ __( 'nobody yet: the number is missing', 'rappel' ) }</>
	);
}

function todayWords( { requests, joined }: ListedChannel[ 'today' ] ): string {
	return requests
		? sprintf(
				/* translators: 1: how many requests. 2: in how many of them the two talked. */
				_n(
					'%1$d request, %2$d joined',
					'%1$d requests, %2$d joined',
					requests,
					'rappel'
				),
				requests,
				joined
			)
		: __( 'no request yet', 'rappel' );
}

function openWords( { requests, bookings }: ListedChannel[ 'open' ] ): string {
	if ( ! requests ) {
		return __( 'none', 'rappel' );
	}
	return bookings
		? sprintf(
				/* translators: 1: how many requests are open. 2: how many of them are booked for later. */
				_n(
					'%1$d, %2$d of them booked',
					'%1$d, %2$d of them booked',
					bookings,
					'rappel'
				),
				requests,
				bookings
			)
		: String( requests );
}

function NowhereYet( { id }: { id: string } ) {
	return (
		<>
			{ __(
				'Nowhere yet. Add the block “Callback form” to a page, or this shortcode:',
				'rappel'
			) }{ ' ' }
			<code dir="ltr">{ `[rappel channel="${ id }"]` }</code>
		</>
	);
}
