import { join } from 'node:path';
import { startPhpServer } from '../../scripts/wordpress/php-server.js';
import {
	type LocalWordPress,
	prepareWordPress,
} from '../../scripts/wordpress/prepare-wordpress.js';
import { provision } from '../../scripts/wordpress/provision.js';
import { freePorts } from './free-ports.js';
import { type PhoneSide, startPhoneSide } from './stack.js';

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
	const [ port ] = ( await freePorts( 1 ) ) as [ number ];
	const site: LocalWordPress = {
		directory: join( phoneSide.directory, 'wordpress' ),
		url: `http://127.0.0.1:${ port }`,
		locale,
		timeZone: 'Europe/Paris',
		plugin: 'symlink',
	};
	const access = await prepareWordPress( site );
	const php = await startPhpServer( site.directory, port );
	await provision.install( site, access );
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
