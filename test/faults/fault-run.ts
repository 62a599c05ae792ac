import { callerId } from '../support/stack.js';
import type { CallTruth, WebhookTruth } from './evidence.js';
import { goOn } from './go-on.js';
import {
	Injuries,
	killPointOf,
	type NetworkFault,
	networkFaults,
} from './injuries.js';
import { Killing } from './killing.js';
import { patience } from './patience.js';
import { People } from './people.js';
import { type Channel, openChannels } from './scenario.js';
import { withStories } from './stories.js';
import { judge, type Verdict, zerosOf } from './verdict.js';
import { Visitors } from './visitors.js';
import { Chance } from './world/chance.js';
import type { Live } from './world/lab-people.js';
import { startWorld, type World } from './world/world.js';

export interface FaultRunOptions {
	seed: number;
	/** How many requests are taken; each is one run. */
	runs: number;
	/** How many of them are under way at a time. */
	inFlight: number;
	/** The guard that is off. */
	sabotage?: string;
	/** 1 as in life at its worst; more strikes more often. */
	harshness?: number;
	/** So many requests between two injuries of the machine, on average. */
	requestsPerInjury?: number;
	/** In place of the usual faults of the network. */
	network?: NetworkFault[];
	/** The share of visitors with a rival: another request of the same number at the same time. */
	rivals?: number;
	/** The share of visitors who book a time. */
	bookings?: number;
	/** How many channels they share; absent: more than are under way. */
	channels?: number;
	/** Goes on, with new requests, until each instance died at each point that `killAt` names for it. */
	untilKilledEverywhere?: boolean;
	/** Ends early once one of the zeros is broken. */
	untilBroken?: boolean;
	/** In place of drawn kill points: for each instance, where each of its starts kills itself; null: nowhere. */
	killAt?: ( instance: number, start: number ) => string | null;
	tell?: ( sentence: string ) => void;
}

export interface FaultRunResult extends Verdict {
	runs: number;
	kills: number;
	faultsByKind: Record< string, number >;
	seconds: number;
	virtualSeconds: number;
	/** Points of `killAt` at which nobody died. */
	notReached: string[];
	/** The end of what the service printed. */
	log: string;
}

/** Whole calls under every fault; see docs/faults.md. */
export async function faultRun(
	options: FaultRunOptions
): Promise< FaultRunResult > {
	const began = performance.now();
	const chance = new Chance( String( options.seed ) );
	const points = chance.of( 'kill points' );
	const starts = new Map< number, number >();
	let calm = false;
	const world = await startWorld( {
		instances: 2,
		...( options.sabotage && { sabotage: options.sabotage } ),
		killAt: ( instance ) => {
			const start = starts.get( instance ) ?? 0;
			starts.set( instance, start + 1 );
			if ( options.killAt ) {
				return options.killAt( instance, start ) ?? '';
			}
			return calm || options.harshness === 0 ? '' : killPointOf( points );
		},
	} );
	try {
		const run = new Run( world, options, chance );
		await run.open();
		await run.play();
		calm = true;
		const verdict = await run.verdict();
		return {
			...verdict,
			runs: run.visitors.accepted.size,
			kills: world.instances.reduce(
				( sum, one ) => sum + one.deaths,
				0
			),
			faultsByKind: run.faultsByKind(),
			seconds: ( performance.now() - began ) / 1_000,
			virtualSeconds: run.virtualSeconds(),
			notReached: run.notReached(),
			log: world.log(),
		};
	} finally {
		await world.end();
	}
}

class Run {
	readonly visitors: Visitors;
	private readonly people: People;
	private readonly injuries: Injuries;
	private readonly killing: Killing;
	private channels: Channel[] = [];
	private struck: Record< string, number > = {};
	private readonly startedAt: number;
	private toldAt = 0;
	private looks = 0;
	/** What ended the run before its end; null: nothing did. */
	private broken: Verdict | null = null;

	constructor(
		private readonly world: World,
		private readonly options: FaultRunOptions,
		chance: Chance
	) {
		this.startedAt = world.clock.now();
		this.people = new People( world.people, chance.of( 'people' ) );
		this.visitors = new Visitors( world, chance, {
			rivals: 0.1,
			bookings: 0.25,
			...options,
		} );
		this.killing = new Killing( world.instances );
		// A callback lasts about half a minute.
		const everySeconds =
			( ( options.requestsPerInjury ?? 20 ) * 30 ) / options.inFlight;
		this.injuries = new Injuries(
			world,
			chance.of( 'injuries' ),
			everySeconds
		);
	}

	virtualSeconds = () => ( this.world.clock.now() - this.startedAt ) / 1_000;

	faultsByKind(): Record< string, number > {
		return { ...this.struck, ...this.injuries.counts };
	}

	notReached(): string[] {
		return this.options.untilKilledEverywhere
			? this.killing.notReached()
			: [];
	}

	async open(): Promise< void > {
		this.channels = await openChannels(
			this.world.wordpress,
			this.options.channels ??
				Math.max( 8, Math.ceil( this.options.inFlight * 1.2 ) )
		);
		await this.world.people.faults( {
			seed: this.options.seed,
			faults:
				this.options.network ??
				networkFaults( this.options.harshness ?? 1 ),
		} );
	}

	/** Until every request is over and nobody is on the line. */
	async play(): Promise< void > {
		const { clock } = this.world;
		let allTakenAt: number | null = null;
		let allOverAt: number | null = null;
		for (;;) {
			const live = await this.world.people.live();
			this.struck = live.struck;
			await this.visitors.look();
			this.visitors.bookers.act();
			const nextAct = await this.people.act( live.calls, clock.now() );
			const isEnough = this.isEnough();
			if ( ! isEnough ) {
				this.visitors.sendMore( this.channels );
				this.injure();
			}
			const isTaken = isEnough && this.visitors.sendingCount === 0;
			allTakenAt = isTaken ? ( allTakenAt ?? clock.now() ) : null;
			allOverAt =
				isTaken && this.visitors.openCount === 0
					? ( allOverAt ?? clock.now() )
					: null;
			if (
				this.isOver( live, allOverAt ) ||
				minutesSince( allTakenAt, clock.now() ) > patience.openMinutes
			) {
				return;
			}
			if ( this.options.untilBroken && ( await this.isBroken() ) ) {
				return;
			}
			if ( this.options.killAt ) {
				await this.killing.thaw( clock );
			}
			await this.ringBack();
			this.tell( live );
			await goOn( this.world, live, {
				nextAt: earlier( nextAct, this.visitors.bookers.nextAt ),
				isAsking: this.visitors.isAsking,
			} );
		}
	}

	async verdict(): Promise< Verdict > {
		await this.injuries.healed();
		const verdict = this.broken ?? ( await this.judged() );
		return {
			...verdict,
			// What is under way when a run ends early is not stuck.
			...( this.broken && { stuckRequests: 0 } ),
			findings: await withStories( this.world.rows, verdict.findings ),
		};
	}

	/** Whether as many requests as wanted were taken. */
	private isEnough(): boolean {
		const { runs, untilKilledEverywhere } = this.options;
		const { accepted } = this.visitors;
		return (
			accepted.size >= runs ||
			( untilKilledEverywhere === true &&
				accepted.size > 0 &&
				this.killing.isDone() )
		);
	}

	private isOver( live: Live, allOverAt: number | null ): boolean {
		const minutes = minutesSince( allOverAt, this.world.clock.now() );
		const isQuiet =
			live.calls.length === 0 && ! this.killing.someoneIsFrozen;
		return isQuiet
			? minutes > patience.restSeconds / 60
			: minutes > patience.liveMinutes;
	}

	private injure(): void {
		if ( this.options.harshness !== 0 ) {
			this.injuries.perhaps();
		}
		if ( this.options.untilKilledEverywhere ) {
			this.killing.hurry( this.visitors.accepted.size );
		}
	}

	private async judged(): Promise< Verdict > {
		const { rows, people } = this.world;
		const accepted = new Set( this.visitors.accepted );
		const told = new Map( this.visitors.bookers.told );
		// What happened is read before what is known of it, so that nothing is missed that is known a moment later.
		const state = ( await people.state() ) as unknown as {
			calls: CallTruth[];
			webhooks: WebhookTruth[];
		};
		return judge( {
			...state,
			accepted,
			told,
			requests: await rows.requests(),
			legs: await rows.legs(),
			inbox: await rows.inbox(),
			repeated: await rows.repeated(),
			seenInRoom: await rows.seenInRoom(),
			people: this.people,
		} );
	}

	/** Looked at now and then; what is not over is not stuck yet. */
	private async isBroken(): Promise< boolean > {
		if ( this.looks++ % 10 !== 0 ) {
			return false;
		}
		try {
			const verdict = await this.judged();
			const { stuckRequests, ...zeros } = zerosOf( verdict );
			if ( Object.values( zeros ).some( ( zero ) => zero > 0 ) ) {
				this.broken = verdict;
			}
			return this.broken !== null;
		} catch {
			// The database is away for a moment.
			return false;
		}
	}

	/** Whoever missed a call rings the number that called. */
	private async ringBack(): Promise< void > {
		const { people, clock } = this.world;
		for ( const number of this.people.takeMissed( clock.now() ) ) {
			// They may be called at this moment.
			await people.call( number, callerId ).catch( () => undefined );
		}
	}

	/** How it goes, every few seconds. */
	private tell( live: Live ): void {
		if ( performance.now() - this.toldAt < 5_000 ) {
			return;
		}
		this.toldAt = performance.now();
		const { accepted, openCount, refused } = this.visitors;
		this.options.tell?.(
			[
				`${ accepted.size } of ${ this.options.runs } taken`,
				`${ openCount } open`,
				`${ live.calls.length } calls`,
				`${ Math.round( this.virtualSeconds() ) } s of the clock`,
				`refused: ${ JSON.stringify( refused ) }`,
			].join( ', ' )
		);
	}
}

/** The earlier of two instants, where there are any. */
const earlier = ( one: number | null, other: number | null ): number | null =>
	one === null || other === null ? ( one ?? other ) : Math.min( one, other );

const minutesSince = ( instant: number | null, now: number ): number =>
	instant === null ? 0 : ( now - instant ) / 60_000;
