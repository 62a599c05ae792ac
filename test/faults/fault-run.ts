import { Chance } from './world/chance.js';
import type { CallTruth, WebhookTruth } from './evidence.js';
import { judge, type Verdict } from './verdict.js';
import {
	Injuries,
	killPointOf,
	type NetworkFault,
	networkFaults,
} from './injuries.js';
import { People } from './people.js';
import { openChannels, type Visit, visitOf } from './scenario.js';
import type { Instance } from './world/instance.js';
import type { Live } from './world/lab-people.js';
import { callerId } from '../support/stack.js';
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

const patience = {
	/** Of the shared clock: no request may be open for longer after the last was taken. */
	openMinutes: 150,
	/** Of the shared clock: a call that is told farewell. */
	liveMinutes: 15,
	/** Of the machine's clock: what was asked for should be answered before time goes on. */
	settleMilliseconds: 250,
	dueJobsMilliseconds: 60,
	longestStepMilliseconds: 5_000,
	busyStepMilliseconds: 500,
	unansweredStepMilliseconds: 50,
	/** Of the shared clock: longer than an order of unknown fate is waited for. */
	frozenSeconds: 150,
	requestsPerPoint: 150,
};

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
			runs: run.accepted.size,
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

interface Sending {
	visit: Visit;
	body: Record< string, unknown >;
	/** On its way to the service. */
	asking: boolean;
	/** Counts as a run once it is taken. */
	counts: boolean;
}

class Run {
	/** Keys that the service said it took. */
	readonly accepted = new Set< string >();
	private readonly rivals = new Set< string >();
	private readonly refused: Record< string, number > = {};
	private readonly sending = new Set< Sending >();
	private readonly people: People;
	private readonly injuries: Injuries;
	private channels: { id: string }[] = [];
	private open_ = new Set< string >();
	private struck: Record< string, number > = {};
	private asked = 0;
	private readonly startedAt: number;
	private lookedAt = 0;
	private toldAt = 0;
	private readonly unreached: string[] = [];
	private readonly armedSince = new Map<
		Instance,
		{ point: string; accepted: number }
	>();
	private readonly frozenSince = new Map< Instance, number >();

	constructor(
		private readonly world: World,
		private readonly options: FaultRunOptions,
		private readonly chance: Chance
	) {
		this.startedAt = world.clock.now();
		this.people = new People( world.people, chance.of( 'people' ) );
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

	async open(): Promise< void > {
		this.channels = await openChannels(
			this.world.wordpress,
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
		let lastTakenAt = clock.now();
		let restingSince: number | null = null;
		for (;;) {
			const live = await this.world.people.live();
			this.struck = live.struck;
			await this.look();
			const nextAct = await this.people.act( live.calls, clock.now() );
			if ( this.sendMore() > 0 ) {
				lastTakenAt = clock.now();
			}
			const minutes = ( clock.now() - lastTakenAt ) / 60_000;
			const allSent = this.sending.size === 0 && this.allAsked();
			if ( allSent && this.open_.size === 0 ) {
				restingSince ??= clock.now();
				const rest = ( clock.now() - restingSince ) / 60_000;
				if (
					( live.calls.length === 0 &&
						this.frozenSince.size === 0 ) ||
					rest > patience.liveMinutes
				) {
					return;
				}
			} else {
				restingSince = null;
				if ( ! allSent && this.options.harshness !== 0 ) {
					this.injuries.perhaps();
				} else if ( allSent && minutes > patience.openMinutes ) {
					return;
				}
			}
			if ( this.options.untilBroken && ( await this.isBroken() ) ) {
				this.endedEarly = true;
				return;
			}
			await this.thaw();
			this.hurry();
			await this.ringBack();
			this.tell( live );
			await this.goOn( live, nextAct );
		}
	}

	async verdict(): Promise< Verdict > {
		await this.injuries.healed();
		const verdict = await this.judged();
		if ( this.endedEarly ) {
			verdict.stuckRequests = 0;
		}
		const expired = ( await this.world.rows.requests() )
			.filter( ( { state } ) => state === 'expired' )
			.slice( 0, 3 );
		for ( const { id } of expired ) {
			const story = await this.world.rows.story( id );
			this.options.tell?.(
				[ `${ id } expired:`, ...story ].join( '\n    ' )
			);
		}
		return {
			...verdict,
			findings: await this.withStories( verdict.findings ),
		};
	}

	/** The first few with what happened to their request. */
	private async withStories( findings: string[] ): Promise< string[] > {
		const legs = await this.world.rows.legs();
		const told = findings.slice( 0, 5 ).map( async ( finding ) => {
			const ids: string[] = [
				...( finding.match( /[0-9a-f-]{36}/g ) ?? [] ),
			];
			const sids: string[] = [
				...( finding.match( /CA[0-9a-f]{32}/g ) ?? [] ),
			];
			const requests = new Set( [
				...ids,
				...legs
					.filter(
						( { id, callSid } ) =>
							ids.includes( id ) || sids.includes( callSid ?? '' )
					)
					.map( ( { requestId } ) => requestId ),
			] );
			const stories = await Promise.all(
				[ ...requests ].map( ( id ) => this.world.rows.story( id ) )
			);
			return [ finding, ...stories.flat() ].join( '\n    ' );
		} );
		return [ ...( await Promise.all( told ) ), ...findings.slice( 5 ) ];
	}

	private async judged(): Promise< Verdict > {
		const { rows, people } = this.world;
		const state = ( await people.state() ) as unknown as {
			calls: CallTruth[];
			webhooks: WebhookTruth[];
		};
		return judge( {
			accepted: this.accepted,
			requests: await rows.requests(),
			legs: await rows.legs(),
			calls: state.calls,
			webhooks: state.webhooks,
			inbox: await rows.inbox(),
			repeated: await rows.repeated(),
			seenInRoom: await rows.seenInRoom(),
			people: this.people,
		} );
	}

	private looks = 0;
	/** What is not over then is not stuck. */
	private endedEarly = false;

	/** Looked at now and then; what is not over is not stuck yet. */
	private async isBroken(): Promise< boolean > {
		if ( this.looks++ % 10 !== 0 ) {
			return false;
		}
		try {
			const { doubleCalls, overbookings, lostRequests, mismatches } =
				await this.judged();
			return doubleCalls + overbookings + lostRequests + mismatches > 0;
		} catch {
			return false;
		}
	}

	private allAsked(): boolean {
		return (
			this.accepted.size >= this.options.runs ||
			( this.options.untilKilledEverywhere === true &&
				this.accepted.size > 0 &&
				this.world.instances.every(
					( one ) => one.ready && one.armed === ''
				) )
		);
	}

	/** A point that nothing leads to any more is left for the next. */
	private hurry(): void {
		if ( ! this.options.untilKilledEverywhere ) {
			return;
		}
		for ( const one of this.world.instances ) {
			const before = this.armedSince.get( one );
			if ( before?.point !== one.armed ) {
				this.armedSince.set( one, {
					point: one.armed,
					accepted: this.accepted.size,
				} );
			} else if (
				one.armed !== '' &&
				this.accepted.size - before.accepted > patience.requestsPerPoint
			) {
				this.unreached.push( one.armed );
				this.armedSince.delete( one );
				one.kill();
			}
		}
	}

	notReached = (): string[] => [
		...this.unreached,
		...( this.options.untilKilledEverywhere
			? this.world.instances.flatMap( ( { armed } ) => armed || [] )
			: [] ),
	];

	/** Which requests are over; asked for by the machine's clock, since it costs a query. */
	private async look(): Promise< void > {
		if ( performance.now() - this.lookedAt < 100 ) {
			return;
		}
		try {
			this.open_ = await this.world.rows.open();
			this.lookedAt = performance.now();
		} catch {
			// The database is away for a moment.
		}
	}

	/** Keeps as many under way as wanted. Gives how many are on their way to the service. */
	private sendMore(): number {
		const { inFlight, runs } = this.options;
		while (
			! this.allAsked() &&
			this.open_.size + this.sending.size < inFlight &&
			this.accepted.size + this.waitingRuns() < runs
		) {
			const visit = visitOf( this.asked++, this.channels, {
				wordpress: this.world.wordpress,
				chance: this.chance,
				rivals: this.options.rivals ?? 0.1,
			} );
			this.send( visit, visit.body, true );
		}
		return this.sending.size;
	}

	private waitingRuns(): number {
		return [ ...this.sending ].filter( ( { counts } ) => counts ).length;
	}

	private send(
		visit: Visit,
		body: Record< string, unknown >,
		counts: boolean
	): void {
		const one: Sending = { visit, body, asking: true, counts };
		this.sending.add( one );
		void this.deliver( one ).finally( () => this.sending.delete( one ) );
	}

	/** As WordPress does (N16): the same request with the same key, until it is answered. */
	private async deliver( one: Sending ): Promise< void > {
		const { visit, body, counts } = one;
		const { wordpress, clock } = this.world;
		for (;;) {
			one.asking = true;
			try {
				const { status, body: answer } = await wordpress.call< {
					code?: string;
				} >( 'POST', '/v1/callback-requests', body );
				if ( status === 200 || status === 201 ) {
					this.open_.add( String( body.key ) );
					( counts ? this.accepted : this.rivals ).add(
						String( body.key )
					);
					if ( counts ) {
						visit.rivals.forEach( ( rival ) =>
							this.send( visit, rival, false )
						);
					}
					return;
				}
				if ( status < 500 && status !== 401 ) {
					const code = answer?.code ?? String( status );
					this.refused[ code ] = ( this.refused[ code ] ?? 0 ) + 1;
					return;
				}
			} catch {
				// No answer: it may have been taken.
			} finally {
				one.asking = false;
			}
			const again = clock.now() + 2_000;
			while ( clock.now() < again ) {
				await pause( 10 );
			}
		}
	}

	/** Lets what is under way finish, then moves the clock to when something is due. */
	private async goOn( live: Live, nextAct: number | null ): Promise< void > {
		const { clock, people, rows } = this.world;
		const until = performance.now() + patience.settleMilliseconds;
		let { working, nextAt } = live;
		const isAsking = () =>
			[ ...this.sending ].some( ( { asking } ) => asking );
		while ( ( working > 0 || isAsking() ) && performance.now() < until ) {
			await pause( 5 );
			( { working, nextAt } = await people.live() );
		}
		// Nothing would happen while nobody is there, and a machine takes its time to start a process.
		if ( ! this.world.instances.some( ( { serves } ) => serves ) ) {
			await pause( 20 );
			return;
		}
		const jobs = await rows
			.jobs( clock.now() )
			.catch( () => ( { due: 1, next: null } ) );
		if ( jobs.due > 0 ) {
			await pause( patience.dueJobsMilliseconds );
		}
		if ( working > 0 || isAsking() ) {
			// A busy machine must not make every answer come too late.
			return clock.jump( patience.unansweredStepMilliseconds );
		}
		const now = clock.now();
		const due = [
			nextAct,
			nextAt === null ? null : Date.parse( nextAt ),
			jobs.next,
		].filter( ( instant ) => instant !== null );
		const step = Math.max(
			Math.min( ...due, Infinity ) - now,
			patience.busyStepMilliseconds
		);
		const quiet =
			live.calls.length === 0 &&
			this.world.instances.every( ( { ready } ) => ready );
		clock.jump(
			Math.min(
				step,
				quiet
					? patience.longestStepMilliseconds
					: patience.busyStepMilliseconds
			)
		);
		// The processes look at the clock every few milliseconds.
		await pause( 8 );
	}

	/** Whoever missed a call rings the number that called. */
	private async ringBack(): Promise< void > {
		const { people, clock, url } = this.world;
		this.ringable ||= await people.answerCallsTo( callerId, url );
		const missed = this.people.takeMissed( clock.now() );
		for ( const number of this.ringable ? missed : [] ) {
			// They may be called at this moment.
			await people.call( number, callerId ).catch( () => undefined );
		}
	}

	private ringable = false;

	/** Who froze at a point wakes up when everybody has given them up. */
	private async thaw(): Promise< void > {
		if ( ! this.options.killAt ) {
			return;
		}
		for ( const one of this.world.instances ) {
			const since = this.frozenSince.get( one );
			if ( since === undefined ) {
				if ( ! one.stopped && ( await one.froze() ) ) {
					this.frozenSince.set( one, this.world.clock.now() );
				}
			} else if (
				this.world.clock.now() - since >
				patience.frozenSeconds * 1_000
			) {
				this.frozenSince.delete( one );
				one.thaw();
			}
		}
	}

	/** How it goes, every few seconds. */
	private tell( live: Live ): void {
		if ( performance.now() - this.toldAt < 5_000 ) {
			return;
		}
		this.toldAt = performance.now();
		this.options.tell?.(
			`${ this.accepted.size } of ${ this.options.runs } taken, ${ this.open_.size } open, ${ live.calls.length } calls, ` +
				`${ Math.round( this.virtualSeconds() ) } s of the clock, ${ this.deaths() } kills, refused: ${ JSON.stringify( this.refused ) }`
		);
	}

	private deaths = () =>
		this.world.instances.reduce( ( sum, one ) => sum + one.deaths, 0 );
}

const pause = ( milliseconds: number ) =>
	new Promise( ( resolve ) => setTimeout( resolve, milliseconds ) );
