import type { ErrorCode, Site, VisitorState } from '@rappel/contract';

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
	| 'problem.too_many_pairings'
	| 'problem.body_not_json';

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
	| 'visitor.client_number_invalid';

/** What a channel says where its owner wrote nothing; named as in the contract's form and call settings. */
export type ChannelText =
	| 'channel.introduction'
	| 'channel.phoneLabel'
	| 'channel.nameLabel'
	| 'channel.buttonLabel'
	| 'channel.confirmation'
	| 'channel.consent'
	| 'channel.waitingMessage';

/** What is spoken on the phone, to whoever is on the line when the other cannot be had; none has a placeholder. */
export type SpokenText =
	/** To the company on hold: the client did not answer, was busy, or cannot be called. */
	| 'spoken.client_not_reached'
	| 'spoken.client_busy'
	| 'spoken.client_number_invalid'
	/** To the company on hold: the client cancelled meanwhile. */
	| 'spoken.client_cancelled'
	/** To the client who answers after the company hung up. */
	| 'spoken.company_left'
	/** Twilio's fallback, when the service does not answer. */
	| 'spoken.line_fault';

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
	| OpeningText
	| OwnerText;
