import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * axe finds no fault against WCAG 2.2 A and AA inside `part`: what is around it is the theme's or WordPress's. In its legacy mode axe
 * looks at this site's own frames only, of which alone there are any, and opens no page of its own for each look.
 */
export async function expectNoBarrier(
	page: Page,
	part: string
): Promise< void > {
	const { violations } = await new AxeBuilder( { page } )
		.include( part )
		.withTags( [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ] )
		.setLegacyMode()
		.analyze();
	expect(
		violations.map(
			( { id, nodes } ) =>
				`${ id }: ${ nodes.map( ( { html } ) => html ).join( ' ' ) }`
		)
	).toEqual( [] );
}
