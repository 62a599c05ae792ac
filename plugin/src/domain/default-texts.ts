import type { Language } from '@rappel/contract';

type TextName =
	| 'introduction'
	| 'phoneLabel'
	| 'nameLabel'
	| 'noteLabel'
	| 'buttonLabel'
	| 'confirmation'
	| 'consent'
	| 'bookingConfirmation'
	| 'unavailable'
	| 'noteHint';

/**
 * What visitors read where the owner wrote nothing, in the channel's language and not in the screen's: shown as
 * placeholders. What is answered is the service's, the rest the page's: a test holds this copy equal to its messages and to the
 * plugin's translation.
 */
export const defaultTexts: Record< 'en' | 'fr', Record< TextName, string > > = {
	en: {
		introduction:
			'Leave your number: we call you back right away, free of charge.',
		phoneLabel: 'Your phone number',
		nameLabel: 'Your name (optional)',
		noteLabel: 'A note for the person who calls you (optional)',
		buttonLabel: 'Call me back now',
		confirmation:
			'Thank you! We are calling you back. Please keep your phone at hand.',
		consent:
			'By sending this form you agree that we call you back once at this number, for this request only.',
		bookingConfirmation:
			'Thank you! We call you on {datetime}. Please keep your phone at hand.',
		unavailable:
			'We cannot call you back right now. We are here again: {opening}. You may pick a time.',
		noteHint:
			'For example: I use a phone relay service, please speak slowly.',
	},
	fr: {
		introduction:
			'Laissez votre numéro : nous vous rappelons tout de suite, gratuitement.',
		phoneLabel: 'Votre numéro de téléphone',
		nameLabel: 'Votre nom (facultatif)',
		noteLabel: 'Un mot pour la personne qui vous appelle (facultatif)',
		buttonLabel: 'Rappelez-moi maintenant',
		confirmation:
			'Merci ! Nous vous rappelons. Gardez votre téléphone à portée de main.',
		consent:
			'En envoyant ce formulaire, vous acceptez que nous vous rappelions une fois à ce numéro, pour cette seule demande.',
		bookingConfirmation:
			'Merci ! Nous vous appellerons {datetime}. Gardez votre téléphone à portée de main.',
		unavailable:
			'Nous ne pouvons pas vous rappeler tout de suite. Nous serons de nouveau là : {opening}. Vous pouvez choisir un créneau.',
		noteHint:
			'Par exemple : j’utilise un relais téléphonique, parlez lentement.',
	},
};

/** What visitors are told by Rappel alone, with its key in service/src/messages; held equal by a test. */
export const stateTextKeys = {
	closed: 'problem.channel_closed',
	nobody: 'problem.nobody_available',
	full: 'problem.queue_full',
	deferredOnly: 'problem.immediate_not_offered',
	openingAgain: 'opening.again',
} as const;

export const stateTexts: Record<
	'en' | 'fr',
	Record< keyof typeof stateTextKeys, string >
> = {
	en: {
		closed: 'We are closed at the moment. Please try again during our opening hours.',
		nobody: 'Nobody is free to call you back at the moment. Please try again a little later.',
		full: 'Many people are waiting to be called back. Please try again a little later.',
		deferredOnly: 'Here you choose the time at which we call you.',
		openingAgain: 'We are here again: {{opening}}.',
	},
	fr: {
		closed: 'Nous sommes fermés pour le moment. Réessayez pendant nos heures d’ouverture.',
		nobody: 'Personne n’est disponible pour vous rappeler pour le moment. Réessayez un peu plus tard.',
		full: 'Beaucoup de personnes attendent déjà d’être rappelées. Réessayez un peu plus tard.',
		deferredOnly:
			'Ici, vous choisissez l’heure à laquelle nous vous appelons.',
		openingAgain: 'Nous serons de nouveau là : {{opening}}.',
	},
};

/** Words on the page that are nobody's to change, as the plugin's own translations have them; a test holds the French equal. */
export const pageTexts = {
	en: {
		calendar: 'Add to my calendar',
		changeTime: 'Change the time',
		cancel: 'Cancel my request',
		later: 'Choose a time for the call',
		agree: 'I agree to be called back once at this number, for this request only.',
	},
	fr: {
		calendar: 'Ajouter à mon agenda',
		changeTime: 'Changer l’heure',
		cancel: 'Annuler ma demande',
		later: 'Choisir l’heure de l’appel',
		agree: 'J’accepte d’être rappelé une fois à ce numéro, pour cette seule demande.',
	},
} as const;

/** The one of the two languages of the plugin in which a page of that language shows what the owner did not write. */
export const pluginLanguage = ( language: Language ) =>
	language === 'fr' ? 'fr' : 'en';

/** A page in a language that the plugin does not speak shows English, until the owner writes their own words. */
export const defaultTextsIn = ( language: Language ) =>
	defaultTexts[ pluginLanguage( language ) ];

/** The same for the words that the page has of its own. */
export const pageTextsIn = ( language: Language ) =>
	pageTexts[ pluginLanguage( language ) ];
