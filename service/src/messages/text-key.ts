import type {
	ChannelTestCall,
	ErrorCode,
	RequestSummary,
	Site,
	SpokenTextKey,
	TelephonyAccount,
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

/**
 * About the code that confirms a number. `problem.code_needed` has {{number}}, `problem.code_wrong` {{left}}; `number_code.message` is
 * the SMS, with {{code}}, {{company}} and {{minutes}}.
 */
type NumberCodeText =
	| 'problem.number_type_refused.no_mobile'
	| 'problem.number_type_refused.no_text_messages'
	| 'problem.too_many_codes'
	| 'number_code.message';

/** Why settings are refused. */
type SettingsRefusalText =
	| 'problem.caller_id_mobile'
	| 'problem.caller_id_type'
	| 'problem.time_zone_unknown'
	| 'problem.version_missing'
	| 'problem.too_many_channels'
	| 'problem.too_many_agents'
	| 'problem.too_many_pairings'
	| 'problem.too_many_streams'
	| 'problem.body_not_json'
	| 'problem.recipients_missing'
	| 'problem.secrets_key_missing';

/** The table of requests, as a file. `export.truncated` has {{count}}. */
export type ExportColumn =
	| 'made'
	| 'channel'
	| 'state'
	| 'number'
	| 'name'
	| 'note'
	| 'booked'
	| 'ended'
	| 'agent'
	| 'attempts'
	| 'talk_seconds'
	| 'score'
	| 'outcome'
	| 'outcome_note'
	| 'page'
	| 'address'
	| 'cost'
	| 'currency'
	| 'id';

type ExportText =
	| 'export.truncated'
	| `export.column.${ ExportColumn }`
	| `export.state.${ RequestSummary[ 'state' ] }`
	| `export.outcome.${ NonNullable< RequestSummary[ 'outcome' ] > }`;

/** Why an agent’s phone is not rung for a test; {{maximum}} of the second, {{detail}} of the third. */
type TestCallText =
	| 'problem.caller_id_missing'
	| 'problem.too_many_test_calls'
	| 'problem.test_call_refused'
	| 'problem.test_call_unknown'
	/** Spoken; {{name}}. */
	| 'test_call.said';

/** How the test call of a channel goes; {{channel}} of `channel_said`, which is spoken. */
type ChannelTestCallText =
	| 'test_call.channel_said'
	| `test_call.${ Exclude< ChannelTestCall[ 'state' ], 'failed' > }`
	| `test_call.failed.${ 'busy' | 'no_answer' | 'refused' | 'network' | 'silent' | 'trial' }`;

/** What is looked at before a channel goes live: what is so, or what to do. */
export type ReadinessText =
	| `readiness.number.${ 'good' | 'team' | 'missing' | 'team_missing' | 'fallback_missing' }`
	| `readiness.agent_numbers.${ 'good' | 'warning' }`
	| `readiness.opening_hours.${ 'good' | 'missing' }`
	| `readiness.caller_id.${ 'good' | 'missing' }`
	| `readiness.countries.${ 'good' | 'missing' }`
	| `readiness.service_reachable.${ 'good' | 'simulated' | 'missing' | 'warning' }`
	| `readiness.telephony_account.${ 'good' | 'balance' | 'simulated' }`
	| `readiness.text_messages.${ 'good' | 'warning' }`
	| `readiness.spending_limit.${ 'good' | 'warning' | 'missing' }`
	| `readiness.survey_recipients.${ 'good' | 'warning' | 'no_mail' }`;

/** What is wrong with the telephone account; {{countries}} of `country_not_allowed`, {{balance}} of `balance_low`. */
type TelephonyText =
	`telephony.${ TelephonyAccount[ 'problems' ][ number ][ 'code' ] }`;

/** Of a number that has a booking within the hour. */
type BookingRefusalText = 'problem.already_booked';

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
	| 'validation.ranges_overlap'
	| 'validation.date_twice'
	| 'validation.ends_before_start'
	| 'validation.date_unknown'
	| 'validation.country_unknown'
	| 'validation.region_unknown'
	| 'validation.other';

/**
 * What the visitor reads about their request. `visitor.waiting_place` has {{place}}, `visitor.calling_client_from` has
 * {{callerId}}, `visitor.booked` {{when}}; the rest has no placeholder.
 */
type VisitorText =
	| `visitor.${ VisitorState }`
	| 'visitor.waiting_place'
	| 'visitor.calling_client_from'
	| 'visitor.client_number_invalid'
	| 'visitor.booked'
	| 'visitor.booking_missed'
	| `visitor.held_back.${ HeldBackText }`;

/** Why a request that waits is not ringing yet; `network` whatever the network's error is. */
export type HeldBackText =
	| 'earlier_requests'
	| 'channel_busy'
	| 'agents_busy'
	| 'agents_away'
	| 'owner_away'
	| 'account_busy'
	| 'client_on_line'
	| 'processing_off'
	| 'network';

/** What a channel says where its owner wrote nothing; named as in the contract's form settings. */
export type ChannelText =
	| 'channel.bookingConfirmation'
	| 'channel.unavailable'
	| 'channel.confirmation';

/** What is spoken on the phone; {channel}, {page}, {waited}, {name} and {note} of a whisper are filled by spoken.ts. */
export type SpokenText = `spoken.${ SpokenTextKey }`;

/**
 * A text message to a client, with its places as the editor shows them: text-messages/domain/fill-places.ts. `by_name` is for
 * one that nobody can answer.
 */
export type MessageText =
	| 'message.booking_link'
	| 'message.confirmation'
	| 'message.confirmation.by_name'
	| 'message.reminder'
	| 'message.reminder.by_name'
	| 'message.not_reached'
	| 'message.moved'
	| 'message.moved.by_name'
	| 'message.cancelled'
	| `message.reply.${ ReplyText }`;

/** What an answer is answered. */
export type ReplyText =
	'confirmed' | 'cancelled' | 'too_late' | 'choices' | 'nothing_booked';

/** What becomes of the confirmation, beside a booking. */
type TextMessagesText =
	| 'text_messages.confirmation'
	| 'text_messages.landline'
	| 'text_messages.opted_out';

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
	| 'mail.survey_test.body'
	| 'mail.uncovered.subject'
	| 'mail.uncovered.lead'
	| 'mail.uncovered.number'
	| 'mail.uncovered.name'
	| 'mail.uncovered.do';

/** What comes next of a request that somebody is told of; {{when}} of `again`. */
export type NextText =
	| 'waits'
	| 'colleague_called'
	| 'colleague'
	| 'message'
	| 'message_left'
	| 'cancelled'
	| 'handled'
	| 'call_them';

/** Why a booked call did not take place. */
export type ReasonText = 'company' | 'client' | 'late' | 'network' | 'message';

/** What one of the company is told by e-mail, or, where it is `short`, by text message. */
type TeamText =
	/** {{label}} and {{value}}. */
	| 'team.fact'
	| `team.fact.${ 'number' | 'name' | 'note' | 'page' }`
	| `team.next.${ NextText | 'again' }`
	| `team.reason.${ ReasonText }`
	| `team.why.${ 'asked' | 'supervises' }`
	| `team.missed_call.${ 'subject' | 'lead' | 'short' }`
	| `team.failed_booking.${ 'subject' | 'lead' | 'short' }`
	| `team.not_handled.${ 'subject' | 'lead' | 'do' }`
	| `team.opening.${ 'subject' | 'lead' | 'do' | 'short' }`
	| `team.nobody_there.${ 'subject' | 'lead' | 'consequence' | 'do' }`
	| `team.daily_report.${ 'subject' | 'lead' }`
	| `team.${ 'spending_limit' | 'balance_low' }.${ 'subject' | 'lead' | 'do' }`
	| `team.figure.${ FigureText }`;

/** A line of the daily report. */
export type FigureText =
	| 'requests'
	| 'booked'
	| 'joined'
	| 'first_try'
	| 'missed'
	| 'cancelled'
	| 'seconds_to_ring'
	| 'punctual'
	| 'talk_minutes'
	| 'score'
	| 'cost'
	/** {{value}} and {{total}}. */
	| 'of';

/** What the page of a booking's link says; `booking.booked` has {{when}}. */
type BookingText =
	| 'booking.booked'
	| 'booking.cancelled'
	| 'booking.calling'
	| 'booking.over'
	| 'booking.not_reached';

/** An entry of the visitor's calendar: {{company}}, {{number}}, {{callerId}}, {{link}}. */
type CalendarText =
	| 'calendar.summary'
	| 'calendar.description'
	| 'calendar.caller'
	| 'calendar.change';

/** When a channel opens again; {{at}} (as in SaidText), and {{day}} or {{date}}. The last is a sentence, with {{opening}}. */
type OpeningText =
	| 'opening.today'
	| 'opening.tomorrow'
	| 'opening.this_week'
	| 'opening.later'
	| 'opening.again';

/**
 * How a time is said (availability/say-time.ts). After a day, from one to two o'clock and else: {{time}}; with the company's place:
 * {{time}} and {{place}} (as ofPlace gives it), or {{time}} alone; by the visitor's clock too: {{company}} and {{own}}.
 */
type SaidText =
	| 'said.at'
	| 'said.at_one'
	| 'said.place_time'
	| 'said.company_time'
	| 'said.both';

/**
 * What an agent hears who calls the site's number: {{name}}, {{until}} (one of `until`: {{time}}; or {{date}} and {{at}} as in
 * SaidText), {{opening}}.
 */
export type PresenceText =
	| `presence.${ 'greeting' | 'keys' | 'again' | 'unchanged' | 'goodbye' }`
	| `presence.said.${ 'online' | 'away' | 'offline' }`
	| `presence.said.${ 'online' | 'away' }_until`
	| `presence.${ 'until' | 'until_one' | 'until_day' }`
	| `presence.${ 'closed' | 'closed_until' }`;

/** Above slots, where the visitor's clock is not the company's; {{place}} as ofPlace gives it. */
type SlotsText = 'slots.own_clock' | 'slots.clock_of_place';

/** What the owner reads about the telephone account; each has {{detail}}. */
type OwnerText = `alert.${ Site[ 'alerts' ][ number ][ 'code' ] }`;

/** Every sentence that the service can say. A key that a language lacks does not compile. */
export type TextKey =
	| `problem.${ ErrorCode }`
	| NumberRefusalText
	| NumberCodeText
	| SettingsRefusalText
	| BookingRefusalText
	| ExportText
	| BookingText
	| CalendarText
	| ValidationText
	| VisitorText
	| ChannelText
	| SpokenText
	| MessageText
	| TextMessagesText
	| MailText
	| TeamText
	| OpeningText
	| SaidText
	| SlotsText
	| PresenceText
	| TestCallText
	| ChannelTestCallText
	| ReadinessText
	| TelephonyText
	| OwnerText;
