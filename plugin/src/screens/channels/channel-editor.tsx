import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { BackButton } from '../../components/back-button';
import { SaveBar } from '../../components/save-bar';
import { SavedNotice } from '../../components/saved-notice';
import { Screen } from '../../components/screen';
import { newDraft } from '../../domain/new-draft';
import { useChannelDraft } from '../../hooks/use-channel-draft';
import { useSections } from '../../hooks/use-sections';
import { useUnsavedGuard } from '../../hooks/use-unsaved-guard';
import { useReading } from '../../reading';
import { BookingSection } from './booking-section';
import { BookingTextsSection } from './booking-texts-section';
import { CallsSection } from './calls-section';
import { ChannelNotices } from './channel-notices';
import { ChannelState } from './channels-list';
import { DeleteChannel } from './delete-channel';
import { FormSection } from './form-section';
import { GeneralSection } from './general-section';
import { GuardsSection } from './guards-section';
import { FallbackSection } from './fallback-section';
import { HoursSection } from './hours-section';
import { PresenceSection } from './presence-section';
import { QueueSection } from './queue-section';
import { RecordingSection } from './recording-section';
import { RetriesSection } from './retries-section';
import { ReturnTimerSection } from './return-timer-section';
import { RingBackSection } from './ring-back-section';
import { SpecialDaysSection } from './special-days-section';
import { SurveySection } from './survey-section';
import { TeamSection } from './team-section';
import { TextMessagesSection } from './text-messages-section';
import { VoiceSection } from './voice-section';

interface ChannelEditorProps {
	/** Null: a new one. */
	channel: Channel | null;
	/** It was created a moment ago, by the editor that this one takes the place of. */
	isJustSaved?: boolean;
	onClose: () => void;
	onSaved: ( channel: Channel ) => void;
}

/** One channel with all its settings; nothing typed is lost by an error. */
export function ChannelEditor( {
	channel,
	isJustSaved = false,
	onClose,
	onSaved,
}: ChannelEditorProps ) {
	const { locale } = useReading();
	const editing = useChannelDraft(
		channel,
		newDraft( locale.startsWith( 'fr' ) ? 'fr' : 'en' ),
		onSaved
	);
	const { draft, isDirty, isSaving, save, discard } = editing;
	const [ wasSaved, setSaved ] = useState( isJustSaved );
	const sections = useSections();
	useUnsavedGuard( isDirty );

	const saveAll: typeof save = async ( changes ) => {
		setSaved( false );
		const isDone = await save( changes );
		setSaved( isDone );
		return isDone;
	};
	/** After the last section there is nothing left to fill in: the channel goes live. */
	const saveAndContinue = async () => {
		const isDone = await saveAll(
			sections.isLast() ? { state: 'live' } : {}
		);
		if ( isDone ) {
			sections.goOn();
		}
	};

	return (
		<Screen
			takesFocus
			title={ channel?.settings.name ?? __( 'New channel', 'rappel' ) }
			subtitle={
				channel && (
					<ChannelState
						state={ channel.settings.state }
						isComplete={ channel.missing.length === 0 }
					/>
				)
			}
			back={
				<BackButton
					label={ __( 'All channels', 'rappel' ) }
					isDirty={ isDirty }
					unsaved={ __(
						'What you changed on this channel is not saved yet.',
						'rappel'
					) }
					onLeave={ onClose }
				/>
			}
		>
			<ChannelNotices channel={ channel } editing={ editing } />
			{ wasSaved && ! isDirty && (
				<SavedNotice onRemove={ () => setSaved( false ) }>
					{ __(
						'Channel saved. Visitors see it at once.',
						'rappel'
					) }
				</SavedNotice>
			) }
			<form
				noValidate
				ref={ sections.form }
				onFocus={ sections.onFocus }
				onSubmit={ ( event ) => {
					event.preventDefault();
					void saveAll();
				} }
			>
				<GeneralSection { ...editing } />
				<CallsSection { ...editing } />
				<TeamSection { ...editing } />
				<PresenceSection { ...editing } />
				<HoursSection { ...editing } />
				<SpecialDaysSection { ...editing } />
				<BookingSection { ...editing } />
				<FormSection { ...editing } />
				<BookingTextsSection { ...editing } />
				<TextMessagesSection
					editing={ editing }
					channelId={ channel?.id ?? null }
				/>
				<VoiceSection { ...editing } />
				<RetriesSection { ...editing } />
				<FallbackSection { ...editing } />
				<QueueSection { ...editing } />
				<ReturnTimerSection { ...editing } />
				<RecordingSection { ...editing } />
				<SurveySection
					editing={ editing }
					channelId={ channel?.id ?? null }
				/>
				<RingBackSection { ...editing } />
				<GuardsSection { ...editing } />
				<SaveBar
					label={
						channel
							? __( 'Update', 'rappel' )
							: __( 'Create the channel', 'rappel' )
					}
					isDirty={ isDirty }
					isSaving={ isSaving }
					{ ...( channel && {
						onContinue: () => void saveAndContinue(),
						onDiscard: discard,
					} ) }
				/>
			</form>
			{ channel && (
				<DeleteChannel
					id={ channel.id }
					name={ draft.name }
					onDeleted={ onClose }
				/>
			) }
		</Screen>
	);
}
