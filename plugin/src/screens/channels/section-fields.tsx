import type { Channel } from '@rappel/contract';
import type { SectionId } from '../../domain/channel-sections';
import type { ChannelDraft } from '../../hooks/use-channel-draft';
import { BookingSection } from './booking-section';
import { CallsSection } from './calls-section';
import { FormSection } from './form-section';
import { HoursSection } from './hours-section';
import { LiveSection } from './live-section';
import { SurveySection } from './survey-section';
import { TeamSection } from './team-section';
import { TextMessagesSection } from './text-messages-section';
import { VocabularySection } from './vocabulary-section';
import { VoiceSection } from './voice-section';

interface SectionFieldsProps {
	section: SectionId;
	editing: ChannelDraft;
	/** Null while it is not saved yet. */
	channel: Channel | null;
	onDeleted: () => void;
}

/** The fields of one section. */
export function SectionFields( {
	section,
	editing,
	channel,
	onDeleted,
}: SectionFieldsProps ) {
	const channelId = channel?.id ?? null;
	switch ( section ) {
		case 'form':
			return <FormSection { ...editing } />;
		case 'vocabulary':
			return <VocabularySection { ...editing } />;
		case 'team':
			return <TeamSection { ...editing } />;
		case 'hours':
			return <HoursSection { ...editing } />;
		case 'calls':
			return <CallsSection { ...editing } />;
		case 'voice':
			return <VoiceSection { ...editing } />;
		case 'booking':
			return <BookingSection { ...editing } />;
		case 'sms':
			return (
				<TextMessagesSection
					editing={ editing }
					channelId={ channelId }
				/>
			);
		case 'survey':
			return (
				<SurveySection editing={ editing } channelId={ channelId } />
			);
		case 'live':
			return (
				<LiveSection
					editing={ editing }
					channel={ channel }
					onDeleted={ onDeleted }
				/>
			);
	}
}
