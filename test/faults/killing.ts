import { patience } from './patience.js';
import type { SharedClock } from '../support/shared-clock.js';
import type { Instance } from './world/instance.js';

/** Follows processes that kill or freeze themselves at given points. */
export class Killing {
	private readonly unreached: string[] = [];
	private readonly armedSince = new Map<
		Instance,
		{ point: string; accepted: number }
	>();
	private readonly frozenSince = new Map< Instance, number >();

	constructor( private readonly instances: readonly Instance[] ) {}

	/** Nobody has a point left, and everybody is there again. */
	isDone(): boolean {
		return this.instances.every( ( one ) => one.ready && one.armed === '' );
	}

	get someoneIsFrozen(): boolean {
		return this.frozenSince.size > 0;
	}

	notReached(): string[] {
		return [
			...this.unreached,
			...this.instances.flatMap( ( { armed } ) => armed || [] ),
		];
	}

	/** A point that nothing leads to is left for the next. */
	hurry( accepted: number ): void {
		for ( const one of this.instances ) {
			const before = this.armedSince.get( one );
			if ( before?.point !== one.armed ) {
				this.armedSince.set( one, { point: one.armed, accepted } );
			} else if (
				one.armed !== '' &&
				accepted - before.accepted > patience.requestsPerPoint
			) {
				this.unreached.push( one.armed );
				this.armedSince.delete( one );
				one.kill();
			}
		}
	}

	/** Who froze at a point wakes up when everybody has given them up. */
	async thaw( clock: SharedClock ): Promise< void > {
		for ( const one of this.instances ) {
			const since = this.frozenSince.get( one );
			if ( since === undefined ) {
				if ( ! one.stopped && ( await one.froze() ) ) {
					this.frozenSince.set( one, clock.now() );
				}
			} else if ( clock.now() - since > patience.frozenSeconds * 1_000 ) {
				this.frozenSince.delete( one );
				one.thaw();
			}
		}
	}
}
