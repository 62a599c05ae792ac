import type { SiteLanguage } from './setting.js';

/** What the owner writes, in place of Rappel's own words. */
export const ownTexts = {
	en: {
		introduction: 'Ask our workshop.',
		phoneLabel: 'Your mobile',
		nameLabel: 'Who are you?',
		noteLabel: 'What is it about?',
		consent: 'The workshop may ring me.',
		buttonLabel: 'Ring me now',
		laterLabel: 'Ring me later',
		unavailable: 'The workshop is at rest.',
		otherWays: 'Or write to atelier@example.org.',
		confirmation: 'The workshop rings you.',
		bookingConfirmation: 'The workshop rings you, {name}: {datetime}.',
		waiting: 'One moment, the workshop comes.',
		sms: 'Workshop: {date}, {time}.',
		smsReminder: 'The workshop rings at {time}.',
		smsNotReached: 'The workshop missed you: {link}',
	},
	fr: {
		introduction: 'Posez vos questions à l’atelier.',
		phoneLabel: 'Votre portable',
		nameLabel: 'Qui êtes-vous ?',
		noteLabel: 'De quoi s’agit-il ?',
		consent: 'L’atelier peut m’appeler.',
		buttonLabel: 'Appelez-moi tout de suite',
		laterLabel: 'Appelez-moi plus tard',
		unavailable: 'L’atelier se repose.',
		otherWays: 'Ou écrivez à atelier@example.org.',
		confirmation: 'L’atelier vous appelle.',
		bookingConfirmation: 'L’atelier vous appelle, {name} : {datetime}.',
		waiting: 'Un instant, l’atelier arrive.',
		sms: 'Atelier : {date}, {time}.',
		smsReminder: 'L’atelier appelle à {time}.',
		smsNotReached: 'L’atelier vous a manqué : {link}',
	},
} as const satisfies Record< SiteLanguage, Record< string, string > >;

/** A text of the owner's, with something that has a digit in place of each word in braces. */
export const filledIn = ( text: string ) =>
	new RegExp(
		text
			.split( /\{\w+\}/ )
			.map( ( part ) => part.replaceAll( /[.?()]/g, '\\$&' ) )
			.join( '.*\\d.*' )
	);
