/**
 * Where a fault test may kill the process. Each name is a place between two steps that must survive it:
 *
 * - `create:before-commit`, `create:after-commit`: a visitor's request and its job.
 * - `dial:before-intent`, `dial:after-intent`: the intent to call is not yet, or already, committed; nothing was sent.
 * - `dial:after-send`: the network has answered (or has not), and nothing of it is recorded.
 * - `dial:after-record`: the call's id is committed.
 * - `webhook:before-commit`, `webhook:after-commit`: for `voice`, `status`, `conference`, `after_room`, `key`, `machine`,
 *   `incoming`, `voicemail` and `recording`, as `webhook:voice:before-commit` and so on; after the commit, the network has not
 *   been answered yet.
 * - `effect:before`, `effect:after`: around ending, redirecting or asking for a call.
 * - `seek:before-commit`, `seek:after-commit`: who could be called was looked at and seats were taken.
 * - `queue:before`, `queue:between`, `queue:after`: something is free, and those who wait are looked at one by one.
 * - `book:after-places`: the places of a slot are taken, and the request is not written yet.
 * - `move:before`, `move:after-places`, `move:before-commit`, `move:after-commit`: a booking is moved.
 * - `act:before-commit`, `act:after-commit`: what somebody of the company does with a request; `call-again:between`: the request in
 *   place of one that is over is written, and the old one does not say so yet.
 * - `record:before`, `record:after`: around asking the network to record.
 */
export const killPoints = [
	'create:before-commit',
	'create:after-commit',
	'dial:before-intent',
	'dial:after-intent',
	'dial:after-send',
	'dial:after-record',
	'webhook:voice:before-commit',
	'webhook:voice:after-commit',
	'webhook:status:before-commit',
	'webhook:status:after-commit',
	'webhook:conference:before-commit',
	'webhook:conference:after-commit',
	'webhook:after_room:before-commit',
	'webhook:after_room:after-commit',
	'webhook:key:before-commit',
	'webhook:key:after-commit',
	'webhook:machine:before-commit',
	'webhook:machine:after-commit',
	'webhook:incoming:before-commit',
	'webhook:incoming:after-commit',
	'webhook:voicemail:before-commit',
	'webhook:voicemail:after-commit',
	'webhook:recording:before-commit',
	'webhook:recording:after-commit',
	'effect:before',
	'effect:after',
	'seek:before-commit',
	'seek:after-commit',
	'queue:before',
	'queue:between',
	'queue:after',
	'record:before',
	'record:after',
	'book:after-places',
	'move:before',
	'move:after-places',
	'move:before-commit',
	'move:after-commit',
	'act:before-commit',
	'act:after-commit',
	'call-again:between',
] as const;

/** The messages of the network between whose commit and answer a process may die. */
export type WebhookPoint =
	| 'voice'
	| 'status'
	| 'conference'
	| 'after_room'
	| 'key'
	| 'machine'
	| 'incoming'
	| 'voicemail'
	| 'recording';

export type KillPointName = ( typeof killPoints )[ number ];

/** Called at each point; returns at once unless a test has put something else in its place. */
export type KillPoint = ( name: KillPointName ) => void;

export const noKillPoint: KillPoint = () => undefined;

/**
 * The hook for a child process of a fault test: SIGKILL at the nth passage of the named point.
 *
 * @param wanted `name` or `name#n` (n from 1; 1 when absent), as in RAPPEL_KILL_AT; with `!freeze` behind it the process is stopped
 *               (SIGSTOP) in place of killed, and somebody may wake it up again. Undefined or empty: never.
 * @param victim The process to kill.
 */
export function killPointFrom(
	wanted: string | undefined,
	victim: Pick< NodeJS.Process, 'pid' | 'kill' >
): KillPoint {
	if ( ! wanted ) {
		return noKillPoint;
	}
	const [ place = '', freeze ] = wanted.split( '!' );
	const [ name, ordinal = '1' ] = place.split( '#' );
	const signal = freeze ? 'SIGSTOP' : 'SIGKILL';
	let passages = 0;
	return ( here ) => {
		if ( here === name && ++passages === Number( ordinal ) ) {
			victim.kill( victim.pid, signal );
		}
	};
}
