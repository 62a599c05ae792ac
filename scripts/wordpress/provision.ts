import type { ChannelSettingsInput } from '@rappel/contract';
import type { LocalWordPress, ProvisionAccess } from './prepare-wordpress.js';

/** Asks the served site to take one step of `php/rappel-provision.php`; throws with the site's own sentence. */
async function step< Answer >(
	site: Pick< LocalWordPress, 'url' >,
	access: ProvisionAccess,
	name: string,
	body?: unknown
): Promise< Answer > {
	const response = await fetch(
		`${ site.url }/rappel-provision.php?step=${ name }`,
		{
			method: 'POST',
			headers: {
				'X-Rappel-Provision': access.token,
				'Content-Type': 'application/json',
			},
			body: JSON.stringify( body ?? {} ),
			redirect: 'manual',
			signal: AbortSignal.timeout( 120_000 ),
		}
	);
	const text = await response.text();
	if ( ! response.ok ) {
		throw new Error(
			`WordPress could not be set up (step "${ name }", ${ response.status }): ${ text.slice( 0, 500 ) }`
		);
	}
	return JSON.parse( text ) as Answer;
}

export interface DemoPage {
	title: string;
	slug: string;
	/** Block markup; `{channelId}` stands for the channel's id. */
	content: string;
	settings: ChannelSettingsInput;
}

export const provision = {
	install: ( site: Pick< LocalWordPress, 'url' >, access: ProvisionAccess ) =>
		step< { installed: true } >( site, access, 'install' ),
	activate: (
		site: Pick< LocalWordPress, 'url' >,
		access: ProvisionAccess
	) => step< { active: true } >( site, access, 'activate' ),
	fill: (
		site: Pick< LocalWordPress, 'url' >,
		access: ProvisionAccess,
		page: DemoPage
	) =>
		step< { page: string; channelId: string } >(
			site,
			access,
			'fill',
			page
		),
	login: ( site: Pick< LocalWordPress, 'url' >, access: ProvisionAccess ) =>
		step< { admin: string } >( site, access, 'login' ),
	/** One call of the service, signed as the site's. */
	service: < Answer >(
		site: Pick< LocalWordPress, 'url' >,
		access: ProvisionAccess,
		call: { method: string; path: string; body: unknown }
	) => step< Answer >( site, access, 'service', call ),
};
