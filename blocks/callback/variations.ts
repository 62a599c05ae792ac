import type { BlockVariation } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';
import { button, justifyBottom } from '@wordpress/icons';
import type { CallbackAttributes } from './attributes';
import { icon } from './icon';

/** How the form stands on the page, each with its own place in the inserter. */
export const variations: BlockVariation< Partial< CallbackAttributes > >[] = [
	{
		name: 'inline',
		title: __( 'Callback form', 'rappel' ),
		description: __(
			'Visitors leave their number in the page, and your company and they are called and joined.',
			'rappel'
		),
		icon,
		isDefault: true,
		attributes: { display: 'inline' },
		example: { attributes: { display: 'inline' } },
		isActive: [ 'display' ],
	},
	{
		name: 'button',
		title: __( 'Callback button', 'rappel' ),
		description: __(
			'A button that opens the callback form in a dialog.',
			'rappel'
		),
		icon: button,
		keywords: [ __( 'dialog', 'rappel' ), __( 'pop-up', 'rappel' ) ],
		attributes: { display: 'button' },
		example: { attributes: { display: 'button' } },
		isActive: [ 'display' ],
	},
	{
		name: 'floating',
		title: __( 'Floating callback button', 'rappel' ),
		description: __(
			'A button that stays at the bottom of the window and opens the callback form in a dialog. In the footer it is on every page of the site.',
			'rappel'
		),
		icon: justifyBottom,
		keywords: [ __( 'dialog', 'rappel' ), __( 'sticky', 'rappel' ) ],
		attributes: { display: 'floating' },
		example: { attributes: { display: 'floating' } },
		isActive: [ 'display' ],
	},
];
