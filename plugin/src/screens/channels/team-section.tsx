import { Notice } from '@wordpress/components';
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
	const isTeam = calls.routing === 'team';
	return (
		<Section
			id="rappel-team"
			title={ __( 'Team', 'rappel' ) }
			description={
				isTeam
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
			{ isTeam && ! calls.checkAvailability && team.length > 0 && (
				<PresenceIgnored />
			) }
			<div id={ fieldId( 'team' ) } tabIndex={ -1 }>
				<TeamMembers
					team={ team }
					names={ names }
					onChange={ ( members ) => change( { team: members } ) }
				/>
				<p className="rappel-help">
					{ fieldHelp(
						errors.team,
						team.length === 0 && emptySentence( isTeam )
					) }
				</p>
			</div>
			<AddMember
				team={ team }
				onAdd={ ( { userId, name } ) => {
					setFound( [ ...found, { id: userId, name } ] );
					change( { team: [ ...team, { userId, priority: 1 } ] } );
				} }
			/>
		</Section>
	);
}

function PresenceIgnored() {
	return (
		<Notice
			className="rappel-notice"
			status="info"
			isDismissible={ false }
			spokenMessage=""
		>
			{ __(
				'Their status is ignored: they are called in this order, online or not. To call only those who are online, switch on “Check that somebody is available” above.',
				'rappel'
			) }
		</Notice>
	);
}

const emptySentence = ( isTeam: boolean ) =>
	isTeam
		? __(
				'Nobody is in the team yet, and the channel works all the same: the destination number is called during the opening hours. Add people, and the calls go to them.',
				'rappel'
			)
		: __(
				'Nobody is in the team yet: callbacks are offered while anybody who takes callbacks is online.',
				'rappel'
			);
