import {
	bookingSettings,
	smsSettings,
	surveySettings,
} from './booking-and-after.js';
import { callsSettings } from './calls-settings.js';
import { formSettings } from './form-settings.js';
import { hoursSettings } from './hours-settings.js';
import type { Setting, Site } from './setting.js';
import { teamSettings } from './team-settings.js';
import { vocabularySettings } from './vocabulary-settings.js';
import { voiceSettings } from './voice-settings.js';

export { alertRecipient } from './booking-and-after.js';
export { leaves } from './leaves.js';
export { otherRounds } from './other-rounds.js';
export { filledIn, ownTexts } from './own-texts.js';
export * from './setting.js';
export { agentName } from './team-settings.js';
export { uncovered } from './uncovered.js';
export { ownSentence } from './voice-settings.js';

/** Of the editor, in the order in which they are gone through. */
export const sections = [
	'form',
	'vocabulary',
	'team',
	'hours',
	'calls',
	'voice',
	'booking',
	'sms',
	'survey',
	'live',
] as const;
export type SectionName = ( typeof sections )[ number ];

/** What is set in some sections before it is looked at again. */
export type Round = Partial< Record< SectionName, Setting[] > >;

/** Each field that a section shows, set to another value than a new channel has. */
export const everySetting = ( site: Site ): Round => ( {
	form: formSettings( site ),
	vocabulary: vocabularySettings( site ),
	team: teamSettings( site ),
	hours: hoursSettings( site ),
	calls: callsSettings( site ),
	voice: voiceSettings( site ),
	booking: bookingSettings(),
	sms: smsSettings( site ),
	survey: surveySettings( site ),
} );
