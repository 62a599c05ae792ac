import { patience, pause } from './patience.js';
import type { Live } from './world/lab-people.js';
import type { World } from './world/world.js';

/**
 * Lets what is under way finish, then moves the clock to when something is due.
 *
 * @param world
 * @param live            What was seen last.
 * @param people
 * @param people.nextAt   When somebody does something next; null: nobody has anything in mind.
 * @param people.isAsking Whether a visitor's request is on its way.
 */
export async function goOn(
	world: World,
	live: Live,
	{
		nextAt: nextAct,
		isAsking,
	}: { nextAt: number | null; isAsking: () => boolean }
): Promise< void > {
	const { clock, people: phones, rows, instances } = world;
	const until = performance.now() + patience.settleMilliseconds;
	let { working, nextAt } = live;
	while ( ( working > 0 || isAsking() ) && performance.now() < until ) {
		await pause( 5 );
		( { working, nextAt } = await phones.live() );
	}
	// Nothing would happen while nobody is there, and a machine takes its time to start a process.
	if ( ! instances.some( ( { serves } ) => serves ) ) {
		return pause( 20 );
	}
	const jobs = await rows
		.jobs( clock.now() )
		.catch( () => ( { due: 1, next: null } ) );
	if ( jobs.due > 0 ) {
		await pause( patience.dueJobsMilliseconds );
	}
	if ( working > 0 || isAsking() ) {
		// A busy machine must not make every answer come too late.
		clock.jump( patience.unansweredStepMilliseconds );
		return;
	}
	const due = [
		nextAct,
		nextAt === null ? null : Date.parse( nextAt ),
		jobs.next,
	].filter( ( instant ) => instant !== null );
	const isQuiet =
		live.calls.length === 0 && instances.every( ( { ready } ) => ready );
	const longest = isQuiet
		? patience.longestStepMilliseconds
		: patience.busyStepMilliseconds;
	clock.jump(
		Math.min(
			longest,
			Math.max(
				Math.min( ...due, Infinity ) - clock.now(),
				patience.busyStepMilliseconds
			)
		)
	);
	// The processes look at the clock every few milliseconds.
	await pause( 8 );
}
