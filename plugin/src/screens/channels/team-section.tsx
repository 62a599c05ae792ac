import { Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { User } from '../../api/users';
import { fieldHelp } from '../../components/fields';
import { Section } from '../../components/section';
import { doesApply } from '../../domain/applicability';
import type { Draft } from '../../domain/channel-draft';
import { fieldId, type ChannelDraft } from '../../hooks/use-channel-draft';
import { useTeamNames } from '../../hooks/use-team-names';
import { AddMember } from './add-member';
import { Elsewhere } from './elsewhere';
import { TeamMembers } from './team-members';

/** The agents of the channel, and whether anything depends on them. */
export function TeamSection( { draft, errors, change }: ChannelDraft ) {
	const { team, calls } = draft;
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
							'Priority 1 is called first; those of the same priority as you choose under “Calls”.',
							'rappel'
						)
					: __( 'Who takes callbacks on this channel.', 'rappel' )
			}
		>
			{ ! doesApply( 'team', draft ) && (
				<Elsewhere where="calls.routing">
					{ __(
						'Calls go to the destination number, whoever is in the team. Choose “A team” under “Calls”, and they go to the people below.',
						'rappel'
					) }
				</Elsewhere>
			) }
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
						team.length === 0 && emptySentence( draft )
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
				'Their status is ignored: they are called in this order, online or not. To call only those who are online, switch on “Check that somebody is available” under “Calls”.',
				'rappel'
			) }
		</Notice>
	);
}

function emptySentence( draft: Draft ): string {
	if ( draft.calls.routing === 'team' ) {
		return __(
			'Nobody is in the team yet, and the channel works all the same: the destination number is called during the opening hours. Add people, and the calls go to them.',
			'rappel'
		);
	}
	return draft.calls.checkAvailability
		? __(
				'Nobody is in the team yet: callbacks are offered while anybody who takes callbacks is online.',
				'rappel'
			)
		: __( 'Nobody is in the team yet.', 'rappel' );
}
