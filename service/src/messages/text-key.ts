import type {
	ErrorCode,
	Site,
	SpokenTextKey,
	VisitorState,
} from '@rappel/contract';

/** Why a number is refused, where the error code alone would leave a person guessing. */
export type NumberRefusalText =
	| 'problem.number_invalid.too_short'
	| 'problem.number_invalid.too_long'
	| 'problem.number_invalid.characters'
	| 'problem.number_type_refused.emergency'
	| 'problem.number_type_refused.short'
	| 'problem.number_type_refused.premium'
	| 'problem.number_type_refused.shared_cost'
	| 'problem.number_type_refused.company_wide'
	| 'problem.number_type_refused.toll_free'
	| 'problem.number_type_refused.satellite'
	| 'problem.number_type_refused.voicemail'
	| 'problem.number_type_refused.pager'
	| 'problem.number_type_refused.personal'
	| 'problem.number_type_refused.own_number';

/** Why settings are refused. */
type SettingsRefusalText =
	| 'problem.caller_id_mobile'
	| 'problem.caller_id_type'
	| 'problem.time_zone_unknown'
	| 'problem.version_missing'
	| 'problem.too_many_channels'
	| 'problem.too_many_agents'
	| 'problem.too_many_pairings'
	| 'problem.body_not_json'
	| 'problem.recipients_missing';

/** What is wrong with one field of a form. Placeholders: {{minimum}}, {{maximum}}, {{options}}. */
type ValidationText =
	| 'validation.required'
	| 'validation.type'
	| 'validation.too_short'
	| 'validation.too_long'
	| 'validation.too_few'
	| 'validation.too_many'
	| 'validation.too_small'
	| 'validation.too_big'
	| 'validation.option'
	| 'validation.format'
	| 'validation.url'
	| 'validation.time'
	| 'validation.other';

/**
 * What the visitor reads about their request. `visitor.waiting_place` has {{place}}, `visitor.calling_client_from` has
 * {{callerId}}; the rest has no placeholder.
 */
type VisitorText =
	| `visitor.${ VisitorState }`
	| 'visitor.waiting_place'
	| 'visitor.calling_client_from'
	| 'visitor.client_number_invalid'
	| `visitor.held_back.${ HeldBackText }`;

/** Why a request that waits is not ringing yet; `network` whatever the network's error is. */
export type HeldBackText =
	| 'earlier_requests'
	| 'channel_busy'
	| 'agents_busy'
	| 'agents_away'
	| 'owner_away'
	| 'account_busy'
	| 'processing_off'
	| 'network';

/** What a channel says where its owner wrote nothing; named as in the contract's form settings. */
export type ChannelText =
	| 'channel.introduction'
	| 'channel.phoneLabel'
	| 'channel.nameLabel'
	| 'channel.noteLabel'
	| 'channel.noteHint'
	| 'channel.buttonLabel'
	| 'channel.confirmation'
	| 'channel.consent';

/** What is spoken on the phone; {channel}, {page}, {waited}, {name} and {note} of a whisper are filled by spoken.ts. */
export type SpokenText = `spoken.${ SpokenTextKey }`;

/** A text message to a client: {{site}}, {{link}}. */
type MessageText = 'message.booking_link';

/** An e-mail to the owner's people, a line each. */
type MailText =
	| 'mail.survey_alert.subject'
	| 'mail.survey_alert.scored'
	| 'mail.survey_alert.number'
	| 'mail.survey_alert.name'
	| 'mail.survey_alert.agent'
	| 'mail.survey_alert.page'
	| 'mail.survey_alert.why'
	| 'mail.survey_test.subject'
	| 'mail.survey_test.body';

/** When a channel opens again; {{time}}, and {{day}} or {{date}}. */
type OpeningText =
	| 'opening.today'
	| 'opening.tomorrow'
	| 'opening.this_week'
	| 'opening.later';

/** What the owner reads about the telephone account; each has {{detail}}. */
type OwnerText = `alert.${ Site[ 'alerts' ][ number ][ 'code' ] }`;

/** Every sentence that the service can say. A key that a language lacks does not compile. */
export type TextKey =
	| `problem.${ ErrorCode }`
	| NumberRefusalText
	| SettingsRefusalText
	| ValidationText
	| VisitorText
	| ChannelText
	| SpokenText
	| MessageText
	| MailText
	| OpeningText
	| OwnerText;
