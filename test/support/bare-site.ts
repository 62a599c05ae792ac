import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { provision } from '../../scripts/wordpress/provision.js';
import { repository } from '../../scripts/wordpress/paths.js';
import { type PhoneSide, serveWordPress, startPhoneSide } from './stack.js';

/** A WordPress whose plugin was just activated, and a service that does not run yet: neither knows of the other. */
export interface BareSite extends PhoneSide {
	site: string;
	/** A fresh one-time link that logs the owner in. */
	adminLink: () => Promise< string >;
	/** Starts the service by a command for a shell, in the folder of Rappel's code, with the values that it leaves open. */
	startServiceBy: ( command: string ) => void;
}

export async function startBareSite(
	locale: 'en_US' | 'fr_FR'
): Promise< BareSite > {
	const phoneSide = await startPhoneSide();
	const { site, access, php } = await serveWordPress( phoneSide, { locale } );
	await provision.activate( site, access );
	let shell: ChildProcess | undefined;
	return {
		...phoneSide,
		site: site.url,
		adminLink: async () => ( await provision.login( site, access ) ).admin,
		startServiceBy: ( command ) => {
			shell = runInShell( command, phoneSide.serviceEnvironment );
		},
		stop: async () => {
			await endGroup( shell );
			await php.stop();
			await phoneSide.stop();
		},
	};
}

/**
 * @param command Values that it shows as examples are filled in.
 * @param own     What a server has besides: a port, a database, here also a phone network.
 */
function runInShell(
	command: string,
	own: Record< string, string >
): ChildProcess {
	const valueOf = ( name: string ) => own[ name ] ?? '';
	const filledIn = command.replaceAll(
		/^(PUBLIC_BASE_URL|TWILIO_ACCOUNT_SID|TWILIO_AUTH_TOKEN)=\S+/gm,
		( _line, name: string ) => `${ name }=${ valueOf( name ) }`
	);
	return spawn( filledIn, {
		shell: true,
		cwd: repository,
		env: { ...process.env, ...own },
		stdio: 'ignore',
		// A group of its own, so that what npm starts ends with it.
		detached: true,
	} );
}

async function endGroup( shell: ChildProcess | undefined ): Promise< void > {
	if ( shell?.pid !== undefined && shell.exitCode === null ) {
		const gone = once( shell, 'exit' );
		process.kill( -shell.pid, 'SIGTERM' );
		await gone;
	}
}
