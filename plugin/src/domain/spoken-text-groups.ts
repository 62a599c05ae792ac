import { __ } from '@wordpress/i18n';
import type { SpokenTextKey } from '@rappel/contract';
import { takesBookings, takesVoicemail } from './applicability';
import type { Draft } from './channel-draft';
import type { OwnTexts } from './own-texts';

export interface SpokenTextGroup {
	title: string;
	/** With what each is for. */
	texts: { key: SpokenTextKey; label: string }[];
}

/** Sentences that may be spoken with the draft as it is, by the moment at which they are heard. */
export function spokenTextGroups( draft: Draft ): SpokenTextGroup[] {
	return groups()
		.map( ( { texts, ...group } ) => ( {
			...group,
			texts: texts.filter(
				( { applies } ) => applies?.( draft ) ?? true
			),
		} ) )
		.filter( ( { texts } ) => texts.length > 0 );
}

/** One sentence in every language in which the owner wrote it. */
export const bySentence = (
	texts: Draft[ 'calls' ][ 'spokenTexts' ],
	key: SpokenTextKey
): OwnTexts =>
	Object.fromEntries(
		Object.entries( texts ).flatMap( ( [ language, own ] ) =>
			own?.[ key ] ? [ [ language, own[ key ] ] ] : []
		)
	);

interface Spoken {
	key: SpokenTextKey;
	label: string;
	applies?: ( draft: Draft ) => boolean;
}

const withKeys = ( { calls }: Draft ) => calls.clientKeys;
const withSurvey = ( { survey }: Draft ) => survey.enabled;

const groups = (): { title: string; texts: Spoken[] }[] => [
	{
		title: __( 'While somebody waits', 'rappel' ),
		texts: [
			{
				key: 'waiting_company',
				label: __( 'Your side, while the client is called', 'rappel' ),
			},
			{
				key: 'waiting_client',
				label: __( 'The client, while your side is called', 'rappel' ),
			},
		],
	},
	{
		title: __( 'When your side answers', 'rappel' ),
		texts: [
			{ key: 'whisper', label: __( 'Who asks to be called', 'rappel' ) },
			{
				key: 'confirm',
				label: __( 'Press 1 to take the call', 'rappel' ),
				applies: ( { calls } ) => calls.confirmation !== 'never',
			},
			{
				key: 'taken_by_colleague',
				label: __( 'A colleague was faster', 'rappel' ),
				applies: ( { calls } ) => calls.distribution === 'all_at_once',
			},
		],
	},
	{
		title: __( 'When the client answers', 'rappel' ),
		texts: [
			{
				key: 'called_late',
				label: __( 'An apology for calling late', 'rappel' ),
				applies: ( draft ) =>
					takesBookings( draft ) &&
					draft.booking.whenLate === 'call_with_apology',
			},
			{
				key: 'client_keys',
				label: __( 'The choice of keys', 'rappel' ),
				applies: withKeys,
			},
			{
				key: 'client_later',
				label: __( 'How much later?', 'rappel' ),
				applies: withKeys,
			},
			{
				key: 'client_later_taken',
				label: __( 'Called later: understood', 'rappel' ),
				applies: withKeys,
			},
			{
				key: 'client_keys_cancelled',
				label: __( 'Cancelled: understood', 'rappel' ),
				applies: withKeys,
			},
			{
				key: 'recording_consent',
				label: __( 'May the call be recorded?', 'rappel' ),
				applies: ( { recording } ) => recording.enabled,
			},
		],
	},
	{
		title: __( 'When it does not work out', 'rappel' ),
		texts: [
			{ key: 'nobody_free', label: __( 'Nobody is free', 'rappel' ) },
			{
				key: 'try_again_later',
				label: __( 'We try again later', 'rappel' ),
			},
			{
				key: 'booking_link_sent',
				label: __( 'A link was sent by text message', 'rappel' ),
				applies: ( { fallback } ) => fallback.type === 'text_message',
			},
			{
				key: 'client_not_reached',
				label: __( 'The client does not answer', 'rappel' ),
			},
			{
				key: 'client_busy',
				label: __( 'The client’s line is busy', 'rappel' ),
			},
			{
				key: 'client_number_invalid',
				label: __( 'The client’s number cannot be called', 'rappel' ),
			},
			{
				key: 'client_cancelled',
				label: __( 'The client cancelled', 'rappel' ),
			},
			{
				key: 'client_postponed',
				label: __( 'The client is called later', 'rappel' ),
				applies: withKeys,
			},
			{
				key: 'company_left',
				label: __( 'Your side had to hang up', 'rappel' ),
			},
			{ key: 'line_fault', label: __( 'The line fails', 'rappel' ) },
		],
	},
	{
		title: __( 'Survey after the call', 'rappel' ),
		texts: [
			{
				key: 'survey_announcement',
				label: __( 'Announcement: stay on the line', 'rappel' ),
				applies: withSurvey,
			},
			{
				key: 'survey_question',
				label: __( 'The question', 'rappel' ),
				applies: withSurvey,
			},
			{
				key: 'survey_again',
				label: __( 'The question, once more', 'rappel' ),
				applies: withSurvey,
			},
			{
				key: 'survey_thanks',
				label: __( 'Thanks', 'rappel' ),
				applies: withSurvey,
			},
		],
	},
	{
		title: __( 'Leaving a message', 'rappel' ),
		texts: [
			{
				key: 'voicemail',
				label: __( 'Speak after the tone', 'rappel' ),
				applies: takesVoicemail,
			},
			{
				key: 'voicemail_thanks',
				label: __( 'Thanks for the message', 'rappel' ),
				applies: takesVoicemail,
			},
		],
	},
	{
		title: __( 'When somebody rings back', 'rappel' ),
		texts: [
			{
				key: 'ring_back_greeting',
				label: __( 'Greeting', 'rappel' ),
				applies: ( { ringBack } ) => ringBack.enabled,
			},
			{
				key: 'ring_back_closed',
				label: __( 'Closed, or nobody there', 'rappel' ),
			},
		],
	},
];
