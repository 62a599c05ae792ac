import { RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { saveChannel } from '../../api/channels';
import { saveSetUp } from '../../api/set-up';
import type { User } from '../../api/users';
import { TextField } from '../../components/fields';
import { ProblemNotice } from '../../components/problem-notice';
import { draftOf } from '../../domain/channel-draft';
import {
	companySideFaults,
	firstDraft,
	withCompanySide,
	type CompanySide,
} from '../../domain/first-channel';
import { typedNumber } from '../../domain/format';
import { languageOf } from '../../domain/languages';
import { stateOf } from '../../domain/set-up-steps';
import { useSending } from '../../hooks/use-sending';
import { useTeamNames } from '../../hooks/use-team-names';
import { useReading } from '../../reading';
import { AddMember } from '../channels/add-member';
import { TeamMembers } from '../channels/team-members';
import { StepFrame, type StepProps } from './step-frame';

/** Who is called on the company's side; makes the channel where there is none. */
export function TeamStep( { facts, takesFocus, onDone, onSkip }: StepProps ) {
	const { channel, setUp } = facts;
	const language = languageOf( useReading().locale );
	const start = channel ? draftOf( channel ) : firstDraft( language );
	const [ side, setSide ] = useState< CompanySide >( {
		routing: start.calls.routing,
		destinationNumber: typedNumber( start.calls.destinationNumber ) ?? '',
		team: start.team,
	} );
	const { isBusy, errors, problem, send } = useSending();
	const submit = () =>
		send( async () => {
			const saved = await saveChannel( channel?.id ?? null, {
				settings: withCompanySide( start, side ),
				...( channel && { version: channel.version } ),
			} );
			if ( setUp.channelId !== saved.id ) {
				await saveSetUp( { ...setUp, channelId: saved.id } );
			}
			await onDone();
		}, companySideFaults( side ) );
	const isToldBeside = Object.keys( errors ).some( ( field ) =>
		[ 'calls.destinationNumber', 'team' ].includes( field )
	);
	return (
		<StepFrame
			step="team"
			takesFocus={ takesFocus }
			description={ __(
				'When a visitor wants to be called back, your side is called first, then the visitor, and the two talk.',
				'rappel'
			) }
			submitLabel={ __( 'Save and continue', 'rappel' ) }
			isBusy={ isBusy }
			onSubmit={ () => void submit() }
			{ ...( stateOf( 'team', facts ) !== 'done' && { onSkip } ) }
		>
			{ problem && ! isToldBeside && (
				<ProblemNotice problem={ problem } />
			) }
			<RadioControl
				label={ __( 'Who is called on your side?', 'rappel' ) }
				selected={ side.routing }
				onChange={ ( routing ) =>
					setSide( {
						...side,
						routing: routing as CompanySide[ 'routing' ],
					} )
				}
				options={ [
					{
						value: 'destination',
						label: __( 'One number of the company', 'rappel' ),
					},
					{
						value: 'team',
						label: __( 'People of this WordPress', 'rappel' ),
					},
				] }
			/>
			{ side.routing === 'destination' ? (
				<TextField
					path="calls.destinationNumber"
					label={ __( 'Destination number', 'rappel' ) }
					help={ __(
						'Your switchboard, or your own phone. Visitors never see it.',
						'rappel'
					) }
					error={ errors[ 'calls.destinationNumber' ] }
					value={ side.destinationNumber }
					onChange={ ( destinationNumber ) =>
						setSide( { ...side, destinationNumber } )
					}
					maximum={ 40 }
					type="tel"
					isRequired
				/>
			) : (
				<TeamChoice
					team={ side.team }
					error={ errors.team }
					onChange={ ( team ) => setSide( { ...side, team } ) }
				/>
			) }
		</StepFrame>
	);
}

interface TeamChoiceProps {
	team: CompanySide[ 'team' ];
	error: string | undefined;
	onChange: ( team: CompanySide[ 'team' ] ) => void;
}

function TeamChoice( { team, error, onChange }: TeamChoiceProps ) {
	const [ found, setFound ] = useState< User[] >( [] );
	const names = useTeamNames(
		team.map( ( { userId } ) => userId ),
		found
	);
	return (
		<>
			<TeamMembers team={ team } names={ names } onChange={ onChange } />
			{ error && <p className="rappel-field-error">{ error }</p> }
			<AddMember
				team={ team }
				onAdd={ ( { userId, name } ) => {
					setFound( [ ...found, { id: userId, name } ] );
					onChange( [ ...team, { userId, priority: 1 } ] );
				} }
			/>
			<p className="rappel-help">
				{ __(
					'Each of them needs a phone number on their profile. They are called in this order, the first priority first.',
					'rappel'
				) }
			</p>
		</>
	);
}
