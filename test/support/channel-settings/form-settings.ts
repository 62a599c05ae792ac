import { field, labelled, type Setting, type Site } from './setting.js';

export const formSettings = ( { say }: Site ): Setting[] => [
	field( 'S31', 'name', say( 'Workshop', 'Atelier' ) ),
	labelled(
		'S01',
		'form.askName',
		say( 'Ask for the name', 'Demander le nom' )
	),
	labelled(
		'N23',
		'form.askNote',
		say( 'Ask for a note', 'Demander un message' )
	),
	labelled(
		'N15',
		'form.consentRequired',
		say( 'Consent must be ticked', 'Le consentement doit être coché' )
	),
	field( 'S01', 'guards.defaultCountry', 'BE' ),
	field( 'S23', 'language', 'de' ),
	field( 'N06', 'guards.confirmNumber', 'always' ),
	labelled(
		'R10',
		'siteWide.floatingButton.enabled',
		say( 'Floating button', 'Bouton flottant' )
	),
	field( 'R10', 'siteWide.floatingButton.side', 'start' ),
	labelled(
		'R10',
		'siteWide.popUp.enabled',
		say( 'The form opens by itself', 'Le formulaire s’ouvre de lui-même' )
	),
	field( 'R10', 'siteWide.popUp.afterSeconds', '600' ),
	labelled(
		'R10',
		'siteWide.popUp.scrollPercent',
		say( 'When they have scrolled', 'Après avoir fait défiler la page' )
	),
	field( 'R10', 'siteWide.popUp.scrollPercent', '70' ),
	labelled(
		'R10',
		'siteWide.popUp.exitIntent',
		say(
			'When the mouse leaves for another tab',
			'Quand la souris part vers un autre onglet'
		)
	),
	field( 'R10', 'siteWide.popUp.pages', [ '/prices/', '/shop/*' ] ),
	field( 'R10', 'siteWide.popUp.exceptPages', [ '/checkout/*' ] ),
	field( 'R10', 'siteWide.popUp.parameters', [ 'utm_campaign=spring' ] ),
	field( 'R10', 'siteWide.popUp.devices', 'computers' ),
	labelled(
		'R10',
		'siteWide.popUp.oncePerSession',
		say( 'Once in each visit', 'Une fois par visite' ),
		{ on: false }
	),
];
