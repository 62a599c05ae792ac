import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { TeamMember } from '@rappel/contract';
import { moved } from '../../domain/move';
import type { TeamNames } from '../../hooks/use-team-names';
import { TeamMemberRow } from './team-member-row';

interface TeamMembersProps {
	team: TeamMember[];
	names: TeamNames;
	onChange: ( team: TeamMember[] ) => void;
}

/** In the order in which they are called; dragged, or moved by buttons. */
export function TeamMembers( { team, names, onChange }: TeamMembersProps ) {
	const [ dragged, setDragged ] = useState< number | null >( null );
	const [ target, setTarget ] = useState< number | null >( null );
	const nameOf = ( userId: number ) =>
		names.nameOf( userId ) ||
		sprintf(
			/* translators: %d: id of a WordPress user. */
			__( 'User %d', 'rappel' ),
			userId
		);
	const move = ( from: number, to: number ) => {
		const next = moved( team, from, to );
		onChange( next );
		const member = next[ to ];
		if ( member ) {
			speak(
				sprintf(
					/* translators: 1: name of a person. 2: their place. 3: how many there are. */
					__( '%1$s is number %2$d of %3$d.', 'rappel' ),
					nameOf( member.userId ),
					to + 1,
					team.length
				)
			);
		}
	};
	const endDrag = () => {
		setDragged( null );
		setTarget( null );
	};
	return (
		<ol className="rappel-team">
			{ team.map( ( member, place ) => (
				<TeamMemberRow
					key={ member.userId }
					member={ member }
					name={ nameOf( member.userId ) }
					number={ names.numberOf( member.userId ) }
					place={ place }
					count={ team.length }
					isTarget={ target === place && dragged !== place }
					onMove={ ( to ) => move( place, to ) }
					onPriority={ ( priority ) =>
						onChange(
							team.map( ( known ) =>
								known === member
									? { ...known, priority }
									: known
							)
						)
					}
					onRemove={ () =>
						onChange( team.filter( ( known ) => known !== member ) )
					}
					onDragStart={ () => setDragged( place ) }
					onDragOver={ () => setTarget( place ) }
					onDrop={ () => {
						if ( dragged !== null ) {
							move( dragged, place );
						}
						endDrag();
					} }
					onDragEnd={ endDrag }
				/>
			) ) }
		</ol>
	);
}
