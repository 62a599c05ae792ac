import { useCallback, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ListedChannel } from '@rappel/contract';
import {
	deleteChannel,
	listChannels,
	listPlacements,
	type Placement,
} from '../api/channels';
import type { Problem } from '../api/problem';
import { useLoaded } from '../hooks/use-loaded';
import { Confirmation } from './confirmation';
import { Loading } from './loading';
import { PlacementList } from './placement-list';
import { ProblemNotice } from './problem-notice';

interface DeleteChannelDialogProps {
	id: string;
	name: string;
	onDeleted: () => void;
	onClose: () => void;
}

/** What deleting a channel ends, as it is now; then, if that is wanted, the deed. */
export function DeleteChannelDialog( {
	id,
	name,
	onDeleted,
	onClose,
}: DeleteChannelDialogProps ) {
	const { value: channels, reload } = useLoaded(
		useCallback( () => listChannels(), [] )
	);
	const { value: placements } = useLoaded(
		useCallback( () => listPlacements(), [] )
	);
	const [ isBusy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const open = channels?.find( ( channel ) => channel.id === id )?.open;
	const confirm = async () => {
		setBusy( true );
		setProblem( null );
		try {
			await deleteChannel( id, Boolean( open?.requests ) );
			onDeleted();
		} catch ( error ) {
			setProblem( error as Problem );
			setBusy( false );
			await reload();
		}
	};
	return (
		<Confirmation
			title={ sprintf(
				/* translators: %s: name of a channel. */
				__( 'Delete “%s”?', 'rappel' ),
				name
			) }
			confirmLabel={
				open?.requests
					? __( 'Delete and cancel requests', 'rappel' )
					: __( 'Delete', 'rappel' )
			}
			isBusy={ isBusy }
			onConfirm={ () => void confirm() }
			onCancel={ onClose }
		>
			{ problem && <ProblemNotice problem={ problem } /> }
			{ channels ? <OpenRequests open={ open } /> : <Loading /> }
			<Places
				placements={ placements?.filter(
					( { channelId } ) => channelId === id
				) }
			/>
			<p>
				{ __(
					'Its past requests, recordings and results stay. To take no more requests for a while, pause it instead.',
					'rappel'
				) }
			</p>
		</Confirmation>
	);
}

function OpenRequests( {
	open,
}: {
	open: ListedChannel[ 'open' ] | undefined;
} ) {
	if ( ! open?.requests ) {
		return null;
	}
	const { requests, bookings } = open;
	return (
		<>
			<p>
				<strong>
					{ sprintf(
						/* translators: %d: how many requests. */
						_n(
							'%d open request is cancelled with it.',
							'%d open requests are cancelled with it.',
							requests,
							'rappel'
						),
						requests
					) }
				</strong>{ ' ' }
				{ __(
					'Whoever is on the phone finishes their talk.',
					'rappel'
				) }
			</p>
			{ bookings > 0 && (
				<p>
					{ sprintf(
						/* translators: %d: how many bookings. */
						_n(
							'%d of them is booked: the visitor is told by SMS, where this channel writes of changes.',
							'%d of them are booked: the visitors are told by SMS, where this channel writes of changes.',
							bookings,
							'rappel'
						),
						bookings
					) }
				</p>
			) }
		</>
	);
}

function Places( { placements }: { placements: Placement[] | undefined } ) {
	return placements?.length ? (
		<>
			<p>
				{ __(
					'Visitors will see nothing in its place here:',
					'rappel'
				) }
			</p>
			<PlacementList placements={ placements } />
		</>
	) : (
		<p>
			{ __(
				'Wherever else a theme shows it, there will be nothing in its place.',
				'rappel'
			) }
		</p>
	);
}
