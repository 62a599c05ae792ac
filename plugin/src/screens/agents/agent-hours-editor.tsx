import { RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x, sprintf } from '@wordpress/i18n';
import type { Agent } from '@rappel/contract';
import type { ReactNode } from 'react';
import { BackButton } from '../../components/back-button';
import { ClosuresFields } from '../../components/closures-fields';
import { ProblemNotice } from '../../components/problem-notice';
import { SaveBar } from '../../components/save-bar';
import { SavedNotice } from '../../components/saved-notice';
import { Screen } from '../../components/screen';
import { Section } from '../../components/section';
import { WeekEditor } from '../../components/week/week-editor';
import { ZoneNote } from '../../components/zone-note';
import { today } from '../../domain/calendar';
import { newDraft } from '../../domain/new-draft';
import {
	useAgentHours,
	type AgentHoursDraft,
} from '../../hooks/use-agent-hours';
import { useUnsavedGuard } from '../../hooks/use-unsaved-guard';
import { useReading } from '../../reading';

interface AgentHoursEditorProps {
	agent: Agent;
	/** Whoever looks at it is the agent. */
	isOwn: boolean;
	/** Buttons beside the title. */
	actions?: ReactNode;
	/** Null: there is no list to go back to. */
	onClose: ( () => void ) | null;
	onSaved: ( agent: Agent ) => void;
}

/** As many as the contract takes (agentHoursSchema). */
const mostLeave = 100;

export function AgentHoursEditor( {
	agent,
	isOwn,
	actions,
	onClose,
	onSaved,
}: AgentHoursEditorProps ) {
	const editing = useAgentHours( agent, onSaved );
	const { isDirty, isSaving, problem, save, discard } = editing;
	const [ wasSaved, setSaved ] = useState( false );
	useUnsavedGuard( isDirty );
	return (
		<Screen
			takesFocus
			actions={ actions }
			title={
				isOwn
					? __( 'My hours', 'rappel' )
					: sprintf(
							/* translators: %s: name of an agent. */
							__( 'Hours of %s', 'rappel' ),
							agent.name
						)
			}
			back={
				onClose && (
					<BackButton
						label={ __( 'All agents', 'rappel' ) }
						isDirty={ isDirty }
						unsaved={ __(
							'What you changed in these hours is not saved yet.',
							'rappel'
						) }
						onLeave={ onClose }
					/>
				)
			}
		>
			{ problem && <ProblemNotice problem={ problem } /> }
			{ wasSaved && ! isDirty && (
				<SavedNotice onRemove={ () => setSaved( false ) }>
					{ __(
						'Hours saved. Bookings that nobody covers any more are marked under Requests.',
						'rappel'
					) }
				</SavedNotice>
			) }
			<form
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					setSaved( false );
					void save().then( setSaved );
				} }
			>
				<Week { ...editing } />
				<Leave { ...editing } />
				<SaveBar
					label={ __( 'Update', 'rappel' ) }
					isDirty={ isDirty }
					isSaving={ isSaving }
					onDiscard={ discard }
				/>
			</form>
		</Screen>
	);
}

function Week( { draft: { weekly }, errors, change }: AgentHoursDraft ) {
	return (
		<Section
			id="rappel-agent-week"
			isWide
			title={ __( 'Hours', 'rappel' ) }
			description={ __(
				'When callbacks may be booked for this person, within the opening hours of the channel.',
				'rappel'
			) }
		>
			<ZoneNote />
			<RadioControl
				label={ __( 'Hours', 'rappel' ) }
				hideLabelFromVision
				selected={ weekly ? 'own' : 'channel' }
				onChange={ ( choice ) =>
					change( {
						weekly:
							choice === 'own'
								? newDraft( 'en' ).openingHours.weekly
								: null,
					} )
				}
				options={ [
					{
						value: 'channel',
						label: __( 'Those of the channel', 'rappel' ),
					},
					{ value: 'own', label: __( 'Own hours', 'rappel' ) },
				] }
			/>
			{ weekly && (
				<WeekEditor
					path="weekly"
					weekly={ weekly }
					errors={ errors }
					onChange={ ( changed ) => change( { weekly: changed } ) }
				/>
			) }
		</Section>
	);
}

const leaveWord = () => _x( 'Leave', 'absence of an agent', 'rappel' );

function Leave( { draft: { leave }, errors, change }: AgentHoursDraft ) {
	const reading = useReading();
	return (
		<Section
			id="rappel-agent-leave"
			isWide
			title={ leaveWord() }
			description={ __(
				'Nothing is booked for this person then.',
				'rappel'
			) }
		>
			<ClosuresFields
				path="leave"
				name={ leaveWord() }
				addLabel={ __( 'Add a leave', 'rappel' ) }
				emptySentence={ __( 'No leave is planned.', 'rappel' ) }
				closures={ leave }
				errors={ errors }
				maximum={ mostLeave }
				today={ today( new Date(), reading ) }
				onChange={ ( changed ) => change( { leave: changed } ) }
			/>
		</Section>
	);
}
