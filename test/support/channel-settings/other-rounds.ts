import type { Round } from './index.js';
import { field, labelled, type Site } from './setting.js';
import { surveySentences } from './voice-settings.js';

/** Fields that are shown only without others of `everySetting`, and switches that hide some of them. */
export const otherRounds = ( site: Site ): Round[] => [
	withoutOthers( site ),
	{
		calls: [
			field( 'S10', 'callTypes', 'immediate' ),
			field( 'R14', 'fallback.type', 'try_again' ),
			field( 'R14', 'fallback.tryAgainMinutes', '12' ),
			field( 'R14', 'fallback.tryAgainTimes', '5' ),
		],
	},
	{
		calls: [
			field( 'S10', 'callTypes', 'deferred' ),
			field( 'R14', 'fallback.type', 'voicemail' ),
		],
		live: [
			labelled(
				'R07',
				'state',
				site.say( 'Take requests', 'Prendre les demandes' ),
				{ on: false }
			),
		],
	},
];

const withoutOthers = ( site: Site ): Round => {
	const { say } = site;
	const off = ( row: string, path: string, label: string ) =>
		labelled( row, path, label, { on: false } );
	return {
		form: [
			off(
				'R10',
				'siteWide.popUp.afterSeconds',
				say(
					'After some time on the page',
					'Après un certain temps sur la page'
				)
			),
		],
		hours: [
			labelled(
				'S07',
				'openingHours.always',
				say(
					'Always open: 24 hours, 7 days',
					'Toujours ouvert : 24 heures, 7 jours'
				)
			),
		],
		calls: [
			field( 'R14', 'fallback.type', 'call_number' ),
			field( 'R14', 'fallback.number', '+33 1 99 00 10 09' ),
			off(
				'S19',
				'queue.simultaneousCalls',
				say(
					'Several calls at the same time',
					'Plusieurs appels en même temps'
				)
			),
			off(
				'R20',
				'ringBack.enabled',
				say(
					'Join whoever rings back',
					'Mettre en relation ceux qui rappellent'
				)
			),
		],
		voice: [
			field( 'S24', 'calls.holdMusic', 'own' ),
			field(
				'S24',
				'calls.holdMusicUrl',
				'https://example.org/hold.mp3'
			),
			...surveySentences( site ),
			// A sentence of its own goes before the waiting message.
			field(
				'S05',
				`calls.spokenTexts.${ site.language }.waiting_client`,
				''
			),
		],
		booking: [ field( 'S09', 'booking.whenLate', 'offer_new_slot' ) ],
		sms: [
			off(
				'S27',
				'textMessages.confirmation.enabled',
				say( 'Send a confirmation', 'Envoyer un SMS de confirmation' )
			),
			off(
				'S28',
				'textMessages.reminder.enabled',
				say(
					'Send a reminder',
					'Envoyer un SMS de rappel avant l’heure'
				)
			),
			off(
				'R08',
				'textMessages.changes.enabled',
				say(
					'Say that a booking is moved or cancelled',
					'Dire qu’une réservation est déplacée ou annulée'
				)
			),
			off(
				'R08',
				'textMessages.notReached.enabled',
				say(
					'Say that we could not reach them',
					'Dire que nous n’avons pas pu les joindre'
				)
			),
		],
	};
};
