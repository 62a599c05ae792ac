const en = {
	title: 'Phone lab',
	tagline: 'A whole phone network on this machine. Nobody is really called.',
	soundOn: 'Turn sound on',
	soundOff: 'Turn sound off',
	soundHint: 'Phones ring, speak and play music once you turn the sound on.',
	virtualClock: 'Test clock: time stands still',
	faultsActive: 'Faults on: {list}',
	connecting: 'Connecting to the lab…',
	lost: 'The lab does not answer. It is tried again by itself.',
	phones: 'Phones',
	noPhones: 'No phone has rung yet',
	firstIntro:
		'A phone appears here by itself as soon as your application calls a number. Any number will do; nobody is disturbed and nothing is paid.',
	firstStep1: 'Open your application and ask for a call.',
	firstStep1Link: 'Open the callback page',
	firstStep2:
		'A phone rings on this page. Answer it with the green button, listen, press keys.',
	firstStep3:
		'Answer the second phone too: both talk. Hang up either of them.',
	firstWithout: 'No application at hand? Make a phone ring from a terminal:',
	fixedTitle: 'Numbers that act by themselves',
	fixedIntro:
		'They belong to nobody: the French regulator keeps them for films.',
	'behaviour.person': '',
	'behaviour.busy': 'always busy',
	'behaviour.never-answers': 'never answers',
	'behaviour.refuses': 'refuses after 2 s',
	'behaviour.answers-at-once': 'answers at once',
	'behaviour.invalid': 'invalid number (21211)',
	'behaviour.voicemail': 'voicemail after 4 s',
	'behaviour.answers-and-hangs-up': 'answers, hangs up after 10 s',
	'behaviour.country-not-allowed': 'country not allowed (21215)',
	'behaviour.not-reachable': 'cannot be reached (21214)',
	'behaviour.fails': 'call fails',
	'behaviour.fax': 'fax after 2 s',
	idle: 'Idle',
	ringing: 'Ringing',
	talking: 'In a call',
	waiting: 'Waiting',
	callFrom: 'Call from {number}',
	answer: 'Answer',
	refuse: 'Refuse',
	hangup: 'Hang up',
	keypad: 'Keypad',
	key: 'Key {key}',
	keyStar: 'Star',
	keyHash: 'Hash',
	keysWanted: 'A key is expected',
	mutePhone: 'Silence this phone',
	unmutePhone: 'Hear this phone',
	transcript: 'What {number} hears',
	music: 'Music',
	sound: 'Sound',
	silence: 'Silence',
	times: '× {count}',
	talksWith: 'Hears {list}',
	hearsNobody: 'Nobody to hear yet',
	lastCall: 'Last call: {how}',
	'how.completed': 'over',
	'how.busy': 'busy or refused',
	'how.no-answer': 'nobody answered',
	'how.failed': 'failed',
	'how.canceled': 'canceled',
	announceRinging: 'The phone {number} is ringing.',
	announceTalking: 'The phone {number} was answered.',
	announceIdle: 'The call with {number} is over.',
	rooms: 'Who hears whom',
	noRooms: 'Nobody is in a conference.',
	'room.init': 'not begun',
	'room.in-progress': 'in progress',
	hears: 'hears {list}',
	hearsMusic: 'hears the waiting music',
	onHold: 'on hold',
	muted: 'muted',
	nobody: 'nobody',
	log: 'What happened',
	logAll: 'All',
	logRequests: 'REST calls',
	logWebhooks: 'Webhooks',
	logWarnings: 'Warnings',
	logEmpty:
		'Each REST call of your application and each webhook of the lab is written here.',
	toLab: 'to the lab',
	toApplication: 'to the application',
	noAnswer: 'no answer',
	pending: 'on its way',
	fault: 'fault: {kind}',
	tries: '{count} tries',
	refused: 'The lab says: {sentence}',
	error: 'error {code}',
	footer: 'Twilio’s REST API, TwiML and webhooks, simulated. State as JSON: {link}',
};

type Texts = Record< keyof typeof en, string >;
export type TextKey = keyof typeof en;

/* French sets a narrow no-break space before ; : ! ? and inside « ». */
const fr: Texts = {
	title: 'Labo téléphonique',
	tagline:
		'Tout un réseau téléphonique sur cette machine. Personne n’est vraiment appelé.',
	soundOn: 'Activer le son',
	soundOff: 'Couper le son',
	soundHint:
		'Les téléphones sonnent, parlent et jouent de la musique dès que le son est activé.',
	virtualClock: 'Horloge de test\u202f: le temps est arrêté',
	faultsActive: 'Pannes actives\u202f: {list}',
	connecting: 'Connexion au labo…',
	lost: 'Le labo ne répond pas. Nouvel essai automatique.',
	phones: 'Téléphones',
	noPhones: 'Aucun téléphone n’a encore sonné',
	firstIntro:
		'Un téléphone apparaît ici de lui-même dès que votre application appelle un numéro. N’importe lequel convient\u202f: personne n’est dérangé et rien n’est facturé.',
	firstStep1: 'Ouvrez votre application et demandez à être appelé.',
	firstStep1Link: 'Ouvrir la page de rappel',
	firstStep2:
		'Un téléphone sonne sur cette page. Décrochez avec le bouton vert, écoutez, appuyez sur les touches.',
	firstStep3:
		'Décrochez aussi le second\u202f: les deux se parlent. Raccrochez l’un ou l’autre.',
	firstWithout:
		'Pas d’application sous la main\u202f? Faites sonner un téléphone depuis un terminal\u202f:',
	fixedTitle: 'Des numéros qui agissent tout seuls',
	fixedIntro:
		'Ils n’appartiennent à personne\u202f: l’Arcep les réserve aux films.',
	'behaviour.person': '',
	'behaviour.busy': 'toujours occupé',
	'behaviour.never-answers': 'ne répond jamais',
	'behaviour.refuses': 'refuse après 2 s',
	'behaviour.answers-at-once': 'répond aussitôt',
	'behaviour.invalid': 'numéro invalide (21211)',
	'behaviour.voicemail': 'messagerie après 4 s',
	'behaviour.answers-and-hangs-up': 'répond, raccroche après 10 s',
	'behaviour.country-not-allowed': 'pays non autorisé (21215)',
	'behaviour.not-reachable': 'injoignable (21214)',
	'behaviour.fails': 'l’appel échoue',
	'behaviour.fax': 'télécopieur après 2 s',
	idle: 'Au repos',
	ringing: 'Sonne',
	talking: 'En ligne',
	waiting: 'En attente',
	callFrom: 'Appel du {number}',
	answer: 'Décrocher',
	refuse: 'Refuser',
	hangup: 'Raccrocher',
	keypad: 'Clavier',
	key: 'Touche {key}',
	keyStar: 'Étoile',
	keyHash: 'Dièse',
	keysWanted: 'Une touche est attendue',
	mutePhone: 'Ne plus écouter ce téléphone',
	unmutePhone: 'Écouter ce téléphone',
	transcript: 'Ce qu’entend le {number}',
	music: 'Musique',
	sound: 'Son',
	silence: 'Silence',
	times: '× {count}',
	talksWith: 'Entend {list}',
	hearsNobody: 'Personne à entendre pour l’instant',
	lastCall: 'Dernier appel\u202f: {how}',
	'how.completed': 'terminé',
	'how.busy': 'occupé ou refusé',
	'how.no-answer': 'sans réponse',
	'how.failed': 'échoué',
	'how.canceled': 'annulé',
	announceRinging: 'Le téléphone {number} sonne.',
	announceTalking: 'Le téléphone {number} a décroché.',
	announceIdle: 'L’appel avec le {number} est terminé.',
	rooms: 'Qui entend qui',
	noRooms: 'Personne n’est en conférence.',
	'room.init': 'pas commencée',
	'room.in-progress': 'en cours',
	hears: 'entend {list}',
	hearsMusic: 'entend la musique d’attente',
	onHold: 'mis en attente',
	muted: 'micro coupé',
	nobody: 'personne',
	log: 'Ce qui s’est passé',
	logAll: 'Tout',
	logRequests: 'Appels REST',
	logWebhooks: 'Webhooks',
	logWarnings: 'Avertissements',
	logEmpty:
		'Chaque appel REST de votre application et chaque webhook du labo s’inscrit ici.',
	toLab: 'vers le labo',
	toApplication: 'vers l’application',
	noAnswer: 'sans réponse',
	pending: 'en route',
	fault: 'panne\u202f: {kind}',
	tries: '{count} essais',
	refused: 'Le labo répond\u202f: {sentence}',
	error: 'erreur {code}',
	footer: 'L’API REST, le TwiML et les webhooks de Twilio, simulés. L’état en JSON\u202f: {link}',
};

export const language: 'en' | 'fr' = navigator.language
	.toLowerCase()
	.startsWith( 'fr' )
	? 'fr'
	: 'en';
const texts: Texts = language === 'fr' ? fr : en;

/** A text in the language of the browser; `{name}` is replaced by a value. */
export function text(
	key: TextKey,
	values: Record< string, string | number > = {}
): string {
	return texts[ key ].replace( /\{(\w+)\}/g, ( whole, name: string ) =>
		String( values[ name ] ?? whole )
	);
}

/** For keys made of a word the lab sent; the word itself when there is no text for it. */
export function textOr(
	prefix: 'behaviour' | 'how' | 'room',
	word: string
): string {
	const key = `${ prefix }.${ word }`;
	return key in texts ? texts[ key as TextKey ] : word;
}

/** "a, b and c". */
export const listOf = ( items: string[] ): string =>
	new Intl.ListFormat( language, { type: 'conjunction' } ).format( items );

const clock = new Intl.DateTimeFormat( language, {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23',
} );
export const timeOf = ( instant: string | null ): string =>
	instant === null ? '' : clock.format( new Date( instant ) );
