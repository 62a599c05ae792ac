import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';

export type ChannelDeed =
	'pause' | 'resume' | 'duplicate' | 'export' | 'delete';

interface ChannelMenuProps {
	name: string;
	isPaused: boolean;
	isBusy: boolean;
	onChoose: ( deed: ChannelDeed ) => void;
}

/** What can be done with a channel from the list. */
export function ChannelMenu( {
	name,
	isPaused,
	isBusy,
	onChoose,
}: ChannelMenuProps ) {
	const deeds: ChannelDeed[] = [
		isPaused ? 'resume' : 'pause',
		'duplicate',
		'export',
		'delete',
	];
	return (
		<DropdownMenu
			icon={ moreVertical }
			label={ sprintf(
				/* translators: %s: a name or a number. */
				__( 'More actions: %s', 'rappel' ),
				name
			) }
			toggleProps={ { size: 'compact', isBusy } }
			popoverProps={ { placement: 'bottom-end' } }
		>
			{ ( { onClose } ) => (
				<MenuGroup>
					{ deeds.map( ( deed ) => (
						<MenuItem
							key={ deed }
							isDestructive={ deed === 'delete' }
							onClick={ () => {
								onClose();
								onChoose( deed );
							} }
						>
							{ deedWord( deed ) }
						</MenuItem>
					) ) }
				</MenuGroup>
			) }
		</DropdownMenu>
	);
}

function deedWord( deed: ChannelDeed ): string {
	switch ( deed ) {
		case 'pause':
			return __( 'Pause the channel', 'rappel' );
		case 'resume':
			return __( 'Put the channel live', 'rappel' );
		case 'duplicate':
			return __( 'Duplicate', 'rappel' );
		case 'export':
			return __( 'Export', 'rappel' );
		case 'delete':
			return __( 'Delete', 'rappel' );
	}
}
