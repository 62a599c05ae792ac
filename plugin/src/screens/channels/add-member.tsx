import { ComboboxControl } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { TeamMember } from '@rappel/contract';
import { searchUsers, type User } from '../../api/users';

interface AddMemberProps {
	team: TeamMember[];
	onAdd: ( user: User ) => void;
}

const typingPauseMilliseconds = 250;

/** Finds WordPress users by name, login or address. */
export function AddMember( { team, onAdd }: AddMemberProps ) {
	const [ search, setSearch ] = useState( '' );
	const [ users, setUsers ] = useState< User[] >( [] );
	useEffect( () => {
		let isLatest = true;
		const timer = setTimeout(
			() =>
				searchUsers( search ).then(
					( found ) => isLatest && setUsers( found ),
					() => isLatest && setUsers( [] )
				),
			typingPauseMilliseconds
		);
		return () => {
			isLatest = false;
			clearTimeout( timer );
		};
	}, [ search ] );
	const free = users.filter(
		( { id } ) => ! team.some( ( { userId } ) => userId === id )
	);
	return (
		<ComboboxControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Add somebody', 'rappel' ) }
			help={ __(
				'Any user of this WordPress. Their phone number is on their profile.',
				'rappel'
			) }
			value={ null }
			options={ free.map( ( { id, name } ) => ( {
				value: String( id ),
				label: name,
			} ) ) }
			onFilterValueChange={ setSearch }
			onChange={ ( chosen ) => {
				const user = free.find( ( { id } ) => String( id ) === chosen );
				if ( user ) {
					onAdd( user );
					speak(
						sprintf(
							/* translators: %s: name of a person. */
							__( '%s is in the team.', 'rappel' ),
							user.name
						)
					);
				}
			} }
		/>
	);
}
