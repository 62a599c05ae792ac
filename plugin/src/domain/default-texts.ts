import type { Language } from '@rappel/contract';

type TextName =
	| 'introduction'
	| 'phoneLabel'
	| 'nameLabel'
	| 'noteLabel'
	| 'buttonLabel'
	| 'confirmation'
	| 'consent'
	| 'bookingButtonLabel'
	| 'bookingConfirmation'
	| 'unavailable';

/**
 * What visitors read where the owner wrote nothing, in the channel's language and not in the screen's: shown as
 * placeholders. The service owns these sentences; a test holds this copy equal to service/src/messages.
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
		bookingButtonLabel: 'Pick a time',
		bookingConfirmation:
			'Thank you! We call you on {datetime}. Please keep your phone at hand.',
		unavailable:
			'We cannot call you back right now. We are here again: {opening}. You may pick a time.',
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
		bookingButtonLabel: 'Choisir un créneau',
		bookingConfirmation:
			'Merci ! Nous vous appellerons {datetime}. Gardez votre téléphone à portée de main.',
		unavailable:
			'Nous ne pouvons pas vous rappeler tout de suite. Nous serons de nouveau là : {opening}. Vous pouvez choisir un créneau.',
	},
};

/** A page in a language that the plugin does not speak shows English, until the owner writes their own words. */
export const defaultTextsIn = ( language: Language ) =>
	defaultTexts[ language === 'fr' ? 'fr' : 'en' ];
