import { field, labelled, type Setting, type Site } from './setting.js';

/** Of who is called and how they are joined; and what only few channels need. */
export const callsSettings = ( site: Site ): Setting[] => [
	...whoIsCalled( site ),
	...ifNobodyAnswers( site ),
	...queueAndKeys( site ),
	...besides( site ),
];

/** As it is shown once it is saved. */
export const workshopShown = '+33 1 99 00 10 01';

const whoIsCalled = ( { say }: Site ): Setting[] => [
	field( 'S12', 'calls.routing', 'team' ),
	field( 'S11', 'calls.destinationNumber', workshopShown ),
	field( 'R19', 'calls.callerId', '+33 1 99 00 20 00' ),
	labelled(
		'S14',
		'calls.checkAvailability',
		say(
			'Check that somebody is available',
			'Vérifier que quelqu’un est disponible'
		)
	),
	field( 'S21', 'calls.dialOrder', 'client_first' ),
	field( 'R03', 'calls.distribution', 'all_at_once' ),
	labelled(
		'S22',
		'calls.endOnMachine.company',
		say( 'On your side', 'De votre côté' )
	),
	labelled(
		'S22',
		'calls.endOnMachine.client',
		say( 'On the client’s side', 'Du côté du client' )
	),
	field( 'S19', 'queue.limit', '3' ),
];

const ifNobodyAnswers = ( site: Site ): Setting[] => [
	field( 'R14', 'fallback.type', 'text_message' ),
	field( 'R14', 'fallback.bookingUrl', 'https://example.org/book' ),
	...retry( site, 'company' ),
	...retry( site, 'client' ),
	field( 'R04', 'retries.shortCallSeconds', '20' ),
];

/** Every reason is other than it was: the first three no more, the last one from now on. */
function retry( { say }: Site, side: 'company' | 'client' ): Setting[] {
	const within = `fieldset:has( #rappel-field-retries-${ side }-attempts )`;
	const path = `retries.${ side }.reasons`;
	return [
		field( 'R04', `retries.${ side }.attempts`, '4' ),
		field( 'R04', `retries.${ side }.spacingMinutes`, '7' ),
		...[
			say( 'The line is busy', 'La ligne est occupée' ),
			say( 'Nobody answers', 'Personne ne répond' ),
			say( 'An answering machine answers', 'Un répondeur décroche' ),
		].map( ( label ) =>
			labelled( 'R04', path, label, { on: false, within } )
		),
		labelled(
			'R04',
			path,
			say(
				'The conversation is very short',
				'La conversation est très courte'
			),
			{ within }
		),
	];
}

const queueAndKeys = ( { say }: Site ): Setting[] => [
	labelled(
		'R07',
		'queue.processing',
		say( 'Call those who wait', 'Appeler ceux qui attendent' ),
		{ on: false }
	),
	field( 'S19', 'queue.callsPerAgent', '2' ),
	field( 'R07', 'queue.maximumWaiting', '20' ),
	field( 'R07', 'queue.maximumWaitMinutes', '45' ),
	field( 'R07', 'queue.minutesBeforeClosing', '15' ),
	field( 'R07', 'queue.expiresAfterMinutes', '90' ),
	field( 'R01', 'calls.confirmation', 'always' ),
	labelled(
		'R02',
		'calls.clientKeys',
		say(
			'Give the client a choice of keys',
			'Proposer des touches au client'
		)
	),
	field( 'N23', 'calls.keySeconds', '12' ),
	field( 'R04', 'calls.companyRingSeconds', '50' ),
	field( 'R04', 'calls.clientRingSeconds', '50' ),
	field( 'S20', 'calls.maximumTalkSeconds', '600' ),
	field( 'R22', 'calls.wrapUpSeconds', '30' ),
	field( 'R05', 'calls.ownerWaitMinutes', '9' ),
];

const besides = ( { say }: Site ): Setting[] => [
	labelled(
		'N10',
		'presence.awayAfterMissedCall',
		say( 'Away after a missed call', 'Absent après un appel manqué' ),
		{ on: false }
	),
	labelled(
		'N10',
		'presence.awayAfterMinutes',
		say(
			'Away when no page is open',
			'Absent quand aucune page n’est ouverte'
		)
	),
	field( 'N10', 'presence.awayAfterMinutes', '120' ),
	labelled(
		'N09',
		'returnTimer.minutes',
		say(
			'Pass on what nobody handles',
			'Transmettre ce que personne ne traite'
		)
	),
	field( 'N09', 'returnTimer.minutes', '25' ),
	labelled(
		'R13',
		'recording.enabled',
		say( 'Record conversations', 'Enregistrer les conversations' )
	),
	field( 'R13', 'recording.retentionDays', '30' ),
	field( 'R20', 'ringBack.otherwise', 'voicemail' ),
	field( 'R18', 'guards.allowedCountries', [ say( 'Belgium', 'Belgique' ) ] ),
	field( 'R18', 'guards.requestsPerNumberPerDay', '40' ),
	field( 'R18', 'guards.requestsPerAddressPerHour', '400' ),
];
