import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { User } from '../../api/users';
import { fieldHelp } from '../../components/fields';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import { fieldId, type ChannelDraft } from '../../hooks/use-channel-draft';
import { useTeamNames } from '../../hooks/use-team-names';
import { AddMember } from './add-member';
import { TeamMembers } from './team-members';

/** The agents of the channel; nothing while neither calls nor availability depend on them. */
export function TeamSection( editing: ChannelDraft ) {
	return doesApply( 'team', editing.draft ) ? <Team { ...editing } /> : null;
}

function Team( { draft: { team, calls }, errors, change }: ChannelDraft ) {
	const [ found, setFound ] = useState< User[] >( [] );
	const names = useTeamNames(
		team.map( ( { userId } ) => userId ),
		found
	);
	return (
		<Section
			id="rappel-team"
			title={ __( 'Team', 'rappel' ) }
			description={
				calls.routing === 'team'
					? __(
							'Priority 1 is called first; those of the same priority as you chose above.',
							'rappel'
						)
					: __(
							'Callbacks are offered while one of them is online.',
							'rappel'
						)
			}
		>
			<div id={ fieldId( 'team' ) } tabIndex={ -1 }>
				<TeamMembers
					team={ team }
					names={ names }
					onChange={ ( members ) => change( { team: members } ) }
				/>
				<p className="rappel-help">
					{ fieldHelp(
						errors.team,
						team.length === 0 &&
							( calls.routing === 'team'
								? __(
										'Nobody yet: the destination number is called.',
										'rappel'
									)
								: __(
										'Nobody yet: anybody who takes callbacks counts.',
										'rappel'
									) )
					) }
				</p>
			</div>
			<AddMember
				team={ team }
				onAdd={ ( user ) => {
					setFound( [ ...found, user ] );
					change( {
						team: [ ...team, { userId: user.id, priority: 1 } ],
					} );
				} }
			/>
		</Section>
	);
}
