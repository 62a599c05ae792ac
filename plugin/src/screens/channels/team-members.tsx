import { speak } from '@wordpress/a11y';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { TeamMember } from '@rappel/contract';
import {
	placed,
	stepFrom,
	tiersOf,
	type TeamPlace,
} from '../../domain/team-tiers';
import { useTeamDrag } from '../../hooks/use-team-drag';
import type { TeamNames } from '../../hooks/use-team-names';
import { TeamMemberRow } from './team-member-row';

interface TeamMembersProps {
	team: TeamMember[];
	names: TeamNames;
	onChange: ( team: TeamMember[] ) => void;
}

/** Groups of the same priority, in the order in which they are called; dragged, or moved by buttons. */
export function TeamMembers( { team, names, onChange }: TeamMembersProps ) {
	const frame = useRef< HTMLDivElement >( null );
	/** The button that moved somebody into another group, which React draws anew. */
	const lastPressed = useRef( '' );
	useEffect( () => {
		if ( lastPressed.current ) {
			frame.current
				?.querySelector< HTMLElement >( lastPressed.current )
				?.focus();
			lastPressed.current = '';
		}
	}, [ team ] );
	const nameOf = ( userId: number ) =>
		names.nameOf( userId ) ||
		sprintf(
			/* translators: %d: id of a WordPress user. */
			__( 'User %d', 'rappel' ),
			userId
		);
	const put = ( userId: number, place: TeamPlace ) => {
		const next = placed( team, userId, place );
		onChange( next );
		speak(
			sprintf(
				/* translators: 1: name of a person. 2: their place. 3: how many there are. 4: a priority. */
				__(
					'%1$s is number %2$d of %3$d, in priority %4$d.',
					'rappel'
				),
				nameOf( userId ),
				next.findIndex( ( member ) => member.userId === userId ) + 1,
				next.length,
				place.priority
			)
		);
	};
	const drag = useTeamDrag( put );
	const tiers = tiersOf( team );
	return (
		<div ref={ frame } className="rappel-team">
			{ tiers.map( ( { priority, members } ) => (
				<section key={ priority } aria-label={ tierTitle( priority ) }>
					<h3>
						{ tierTitle( priority ) }
						<small>
							{ tierHelp( priority, tiers[ 0 ]?.priority ) }
						</small>
					</h3>
					<ol>
						{ members.map( ( member ) => {
							const { userId } = member;
							const [ up, down ] = (
								[ 'up', 'down' ] as const
							 ).map( ( step ) =>
								stepFrom( team, userId, step )
							);
							return (
								<TeamMemberRow
									key={ userId }
									member={ member }
									name={ nameOf( userId ) }
									number={ names.numberOf( userId ) }
									isHeld={ drag.userId === userId }
									mark={ markAt(
										member,
										members.at( -1 )!,
										drag.target
									) }
									canGo={ { up: !! up, down: !! down } }
									onStep={ ( step ) => {
										const place = stepFrom(
											team,
											userId,
											step
										);
										lastPressed.current = `[data-member="${ userId }"] [data-step="${ step }"]`;
										if ( place ) {
											put( userId, place );
										}
									} }
									onPriority={ ( chosen ) => {
										lastPressed.current = `[data-member="${ userId }"] select`;
										put( userId, {
											priority: chosen,
											beforeUserId: null,
										} );
									} }
									onRemove={ () =>
										onChange(
											team.filter(
												( known ) => known !== member
											)
										)
									}
									onHold={ ( event ) =>
										drag.start( userId, event )
									}
								/>
							);
						} ) }
					</ol>
				</section>
			) ) }
		</div>
	);
}

/** Where a line is drawn: whoever is held would come there. */
function markAt(
	{ userId, priority }: TeamMember,
	last: TeamMember,
	target: TeamPlace | null
): 'before' | 'after' | null {
	if ( target?.beforeUserId === userId ) {
		return 'before';
	}
	const isAtEnd =
		target?.beforeUserId === null &&
		target.priority === priority &&
		last.userId === userId;
	return isAtEnd ? 'after' : null;
}

const tierTitle = ( priority: number ) =>
	sprintf(
		/* translators: %d: a priority, 1 is called first. */
		__( 'Priority %d', 'rappel' ),
		priority
	);

const tierHelp = ( priority: number, first: number | undefined ) =>
	priority === first
		? __( 'called first', 'rappel' )
		: __( 'called when nobody above can take it', 'rappel' );
