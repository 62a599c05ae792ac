import { expect } from '@playwright/test';
import type { Setting, Site } from './setting.js';

/** A user of the site who takes callbacks; the spec makes them. */
export const agentName = 'Zoe';

export const teamSettings = ( { say }: Site ): Setting[] => {
	const priority = say(
		`Priority of ${ agentName }`,
		`Priorité de ${ agentName }`
	);
	const joins = say( 'Who joins the team', 'Qui rejoint l’équipe' );
	return [
		{
			row: 'S06',
			path: 'team',
			covers: [ 'team', joins ],
			set: async ( page ) => {
				await page
					.getByRole( 'button', {
						name: say( 'Add somebody', 'Ajouter quelqu’un' ),
					} )
					.click();
				await page.getByLabel( joins ).fill( agentName );
				await page
					.getByRole( 'option', {
						name: new RegExp( `^${ agentName }` ),
					} )
					.click();
				await page.getByLabel( priority ).selectOption( '2' );
			},
			has: ( page ) =>
				expect( page.getByLabel( priority ) ).toHaveValue( '2' ),
		},
	];
};
