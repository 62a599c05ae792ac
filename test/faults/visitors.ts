import type { Problem, VisitorStatus } from '@rappel/contract';
import { Bookers } from './bookers.js';
import { pause } from './patience.js';
import { type Channel, type Visit, visitOf } from './scenario.js';
import type { Chance } from './world/chance.js';
import type { World } from './world/world.js';

interface Sending {
	visit: Visit;
	body: Record< string, unknown >;
	/** On its way to the service. */
	asking: boolean;
	/** Counts as a run once it is taken; a rival does not. */
	counts: boolean;
}

/** Those who ask, by WordPress: each request is sent again, with its key, until it is answered. */
export class Visitors {
	/** Keys of the runs that the service said it took. */
	readonly accepted = new Set< string >();
	readonly bookers: Bookers;
	/** Why requests were refused, and how often. */
	readonly refused: Record< string, number > = {};
	private readonly sending = new Set< Sending >();
	/** Keys of the requests that are not over, as far as is known. */
	private open = new Set< string >();
	private asked = 0;
	private lookedAt = 0;

	constructor(
		private readonly world: World,
		private readonly chance: Chance,
		private readonly options: {
			runs: number;
			inFlight: number;
			/** The share of visitors with a rival. */
			rivals: number;
			/** The share of visitors who book a time. */
			bookings: number;
		}
	) {
		this.bookers = new Bookers( world, chance.of( 'bookers' ) );
	}

	get openCount(): number {
		return this.open.size;
	}

	get sendingCount(): number {
		return this.sending.size;
	}

	isAsking = (): boolean =>
		this.bookers.isAsking() ||
		[ ...this.sending ].some( ( { asking } ) => asking );

	/** Which requests are over; by the machine's clock, since it costs a query. */
	async look(): Promise< void > {
		if ( performance.now() - this.lookedAt < 100 ) {
			return;
		}
		try {
			this.open = await this.world.rows.open();
			this.lookedAt = performance.now();
		} catch {
			// The database is away for a moment.
		}
	}

	/** Keeps as many under way as wanted. */
	sendMore( channels: readonly Channel[] ): void {
		const { inFlight, runs, rivals, bookings } = this.options;
		while (
			this.open.size + this.sending.size < inFlight &&
			this.accepted.size + this.waitingRuns() < runs
		) {
			const visit = visitOf( this.asked++, channels, {
				wordpress: this.world.wordpress,
				chance: this.chance,
				rivals,
				bookings,
			} );
			this.send( visit, visit.body, true );
		}
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

	private async deliver( one: Sending ): Promise< void > {
		const { clock } = this.world;
		while ( ! ( await this.ask( one ) ) ) {
			const again = clock.now() + 2_000;
			while ( clock.now() < again ) {
				await pause( 10 );
			}
		}
	}

	/** Whether it was answered: without an answer it may have been taken (N16). */
	private async ask( one: Sending ): Promise< boolean > {
		one.asking = true;
		try {
			if ( this.books( one ) && ! one.body.slot ) {
				one.body.slot = await this.bookers.choose(
					String( one.body.channelId )
				);
			}
			const { status, body } = await this.world.wordpress.call<
				VisitorStatus & Partial< Problem >
			>( 'POST', '/v1/callback-requests', one.body );
			if ( status === 200 || status === 201 ) {
				this.take( one, body );
				return true;
			}
			if ( this.books( one ) && body?.code === 'slot_taken' ) {
				one.body.slot = this.bookers.another( body );
				return false;
			}
			if ( status < 500 && status !== 401 ) {
				const code = body?.code ?? String( status );
				this.refused[ code ] = ( this.refused[ code ] ?? 0 ) + 1;
				return true;
			}
			return false;
		} catch {
			return false;
		} finally {
			one.asking = false;
		}
	}

	private books = ( { visit, body }: Sending ): boolean =>
		visit.booking !== null && body === visit.body;

	private take( one: Sending, status: VisitorStatus ): void {
		const { visit, body, counts } = one;
		const key = String( body.key );
		this.open.add( key );
		if ( visit.booking && this.books( one ) ) {
			this.bookers.booked( status, visit.booking );
		}
		if ( counts ) {
			this.accepted.add( key );
			visit.rivals.forEach( ( rival ) =>
				this.send( visit, rival, false )
			);
		}
	}
}
