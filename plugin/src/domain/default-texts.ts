import type { ChannelSettings } from '@rappel/contract';

type TextName =
	| 'introduction'
	| 'phoneLabel'
	| 'nameLabel'
	| 'buttonLabel'
	| 'confirmation'
	| 'consent'
	| 'waitingMessage';

/**
 * What visitors read and hear where the owner wrote nothing, in the channel's language and not in the screen's: shown as
 * placeholders. The service owns these sentences; a test holds this copy equal to service/src/messages.
 */
export const defaultTexts: Record<
	ChannelSettings[ 'language' ],
	Record< TextName, string >
> = {
	en: {
		introduction:
			'Leave your number: we call you back right away, free of charge.',
		phoneLabel: 'Your phone number',
		nameLabel: 'Your name (optional)',
		buttonLabel: 'Call me back now',
		confirmation:
			'Thank you! We are calling you back. Please keep your phone at hand.',
		consent:
			'By sending this form you agree that we call you back once at this number, for this request only.',
		waitingMessage:
			'A visitor of your website asks to be called back. Please hold the line, we are calling them now.',
	},
	fr: {
		introduction:
			'Laissez votre numéro : nous vous rappelons tout de suite, gratuitement.',
		phoneLabel: 'Votre numéro de téléphone',
		nameLabel: 'Votre nom (facultatif)',
		buttonLabel: 'Rappelez-moi maintenant',
		confirmation:
			'Merci ! Nous vous rappelons. Gardez votre téléphone à portée de main.',
		consent:
			'En envoyant ce formulaire, vous acceptez que nous vous rappelions une fois à ce numéro, pour cette seule demande.',
		waitingMessage:
			'Un visiteur de votre site demande à être rappelé. Restez en ligne, nous l’appelons.',
	},
};
