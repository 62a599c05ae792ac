import { ownTexts } from './own-texts.js';
import { field, labelled, type Setting, type Site } from './setting.js';

export const bookingSettings = (): Setting[] => [
	field( 'R09', 'booking.lengthMinutes', '30' ),
	field( 'R09', 'booking.stepMinutes', '20' ),
	field( 'R09', 'booking.bufferBeforeMinutes', '10' ),
	field( 'R09', 'booking.bufferAfterMinutes', '5' ),
	field( 'S25', 'booking.minimumDelayMinutes', '120' ),
	field( 'S26', 'booking.windowDays', '3' ),
	field( 'R09', 'booking.capacity', 'number' ),
	field( 'R09', 'booking.capacityNumber', '2' ),
	field( 'R09', 'booking.maximumPerDay', '50' ),
	field( 'R09', 'booking.maximumPerWeek', '200' ),
	field( 'S09', 'booking.lateAfterMinutes', '7' ),
	field( 'S09', 'booking.latestMinutes', '90' ),
];

export const smsSettings = ( { language }: Site ): Setting[] => {
	const own = ownTexts[ language ];
	return [
		field( 'S27', 'textMessages.sender', 'Atelier' ),
		field( 'S27', `textMessages.confirmation.text.${ language }`, own.sms ),
		field( 'S28', 'textMessages.reminder.leadMinutes', '90' ),
		field(
			'S28',
			`textMessages.reminder.text.${ language }`,
			own.smsReminder
		),
		field(
			'R08',
			`textMessages.notReached.text.${ language }`,
			own.smsNotReached
		),
	];
};

export const alertRecipient = 'boss@example.org';

export const surveySettings = ( { say }: Site ): Setting[] => [
	labelled(
		'S29',
		'survey.enabled',
		say( 'Ask after the call', 'Poser la question après l’appel' )
	),
	field( 'S30', 'survey.alertAtOrBelow', '3' ),
	field( 'S30', 'survey.recipients', [ alertRecipient ] ),
];
