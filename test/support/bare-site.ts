import { provision } from '../../scripts/wordpress/provision.js';
import { type PhoneSide, serveWordPress, startPhoneSide } from './stack.js';

/** A WordPress whose plugin was just activated, and a service that does not run yet: neither knows of the other. */
export interface BareSite extends PhoneSide {
	site: string;
	/** A fresh one-time link that logs the owner in. */
	adminLink: () => Promise< string >;
}

export async function startBareSite(
	locale: 'en_US' | 'fr_FR'
): Promise< BareSite > {
	const phoneSide = await startPhoneSide();
	const { site, access, php } = await serveWordPress( phoneSide, { locale } );
	await provision.activate( site, access );
	return {
		...phoneSide,
		site: site.url,
		adminLink: async () => ( await provision.login( site, access ) ).admin,
		stop: async () => {
			await php.stop();
			await phoneSide.stop();
		},
	};
}
