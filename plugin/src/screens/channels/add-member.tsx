import { Button, ComboboxControl } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import type { TeamMember } from '@rappel/contract';
import { searchCandidates, type TeamCandidate } from '../../api/users';

interface AddMemberProps {
	team: TeamMember[];
	onAdd: ( candidate: TeamCandidate ) => void;
}

const typingPauseMilliseconds = 250;

/** "+": finds WordPress users by name, and stays open for the next one. */
export function AddMember( props: AddMemberProps ) {
	const [ isOpen, setOpen ] = useState( false );
	const frame = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( isOpen ) {
			frame.current?.querySelector( 'input' )?.focus();
		}
	}, [ isOpen ] );
	return isOpen ? (
		<div ref={ frame }>
			<CandidateSearch { ...props } />
		</div>
	) : (
		<div>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				icon={ plus }
				onClick={ () => setOpen( true ) }
			>
				{ __( 'Add somebody', 'rappel' ) }
			</Button>
		</div>
	);
}

function CandidateSearch( { team, onAdd }: AddMemberProps ) {
	const [ search, setSearch ] = useState( '' );
	const [ users, setUsers ] = useState< TeamCandidate[] >( [] );
	useEffect( () => {
		let isLatest = true;
		const timer = setTimeout(
			() =>
				searchCandidates( search ).then(
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
		( candidate ) =>
			! team.some( ( { userId } ) => userId === candidate.userId )
	);
	return (
		<ComboboxControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'Who joins the team', 'rappel' ) }
			help={ __(
				'Any user of this WordPress, by name, address or role. Their phone number is on their profile.',
				'rappel'
			) }
			value={ null }
			options={ free.map( ( candidate ) => ( {
				value: String( candidate.userId ),
				label: candidateWords( candidate ),
			} ) ) }
			onFilterValueChange={ setSearch }
			onChange={ ( chosen ) => {
				const found = free.find(
					( { userId } ) => String( userId ) === chosen
				);
				if ( found ) {
					onAdd( found );
					speak(
						sprintf(
							/* translators: %s: name of a person. */
							__( '%s is in the team.', 'rappel' ),
							found.name
						)
					);
				}
			} }
		/>
	);
}

/** "Ada Martin (Editor)" */
function candidateWords( { name, role, hasNumber }: TeamCandidate ): string {
	if ( ! hasNumber ) {
		return role
			? sprintf(
					/* translators: 1: name of a person. 2: their role in WordPress. */
					__( '%1$s (%2$s, no phone number yet)', 'rappel' ),
					name,
					role
				)
			: sprintf(
					/* translators: %s: name of a person. */
					__( '%s (no phone number yet)', 'rappel' ),
					name
				);
	}
	return role
		? sprintf(
				/* translators: 1: name of a person. 2: their role in WordPress. */
				__( '%1$s (%2$s)', 'rappel' ),
				name,
				role
			)
		: name;
}
