import { pointsOfCalls } from './every-kill-point.js';
import type { Chance } from './world/chance.js';
import type { World } from './world/world.js';

/** Passages after which a start kills itself at its point: few enough that most are reached. */
const latestPassage = 150;

const injuryKinds = {
	'service-killed': 5,
	'service-frozen': 2,
	'database-connections-cut': 3,
	'database-restarted': 1,
	'database-deadlock': 4,
	'database-lock-held': 1,
} as const;
export type InjuryKind = keyof typeof injuryKinds;

/** As the phone lab takes it; see "Faults" in its README. */
export interface NetworkFault {
	kind: string;
	probability: number;
	delaySeconds?: number;
	only?: { method?: string; urlContains?: string; event?: string };
}

/** The shares of webhooks and of REST requests that are struck. */
export const networkFaults = ( harshness: number ): NetworkFault[] => {
	const calls = { method: 'POST', urlContains: '/Calls' };
	return [
		{ kind: 'webhook-doubled', probability: 0.1 * harshness },
		{
			kind: 'webhook-late',
			probability: 0.03 * harshness,
			delaySeconds: 4,
		},
		{
			kind: 'webhook-late',
			probability: 0.01 * harshness,
			delaySeconds: 40,
		},
		{ kind: 'webhook-out-of-order', probability: 0.05 * harshness },
		{ kind: 'webhook-lost', probability: 0.02 * harshness },
		{
			kind: 'rest-timeout-before',
			probability: 0.01 * harshness,
			delaySeconds: 8,
			only: calls,
		},
		{
			kind: 'rest-timeout-after',
			probability: 0.01 * harshness,
			delaySeconds: 8,
			only: calls,
		},
		{ kind: 'rest-429', probability: 0.03 * harshness },
		{ kind: 'rest-500', probability: 0.01 * harshness },
		{ kind: 'rest-500-after', probability: 0.01 * harshness },
	];
};

/** Where an instance's next start kills itself: any point, any passage. */
export function killPointOf( chance: Chance ): string {
	return `${ chance.pick( pointsOfCalls ) }#${ 1 + chance.below( latestPassage ) }`;
}

/** What goes wrong around the service, one after the other. */
export class Injuries {
	readonly counts: Partial< Record< InjuryKind, number > > = {};
	private nextAt: number;
	private healing: Promise< unknown >[] = [];

	constructor(
		private readonly world: World,
		private readonly chance: Chance,
		/** On average so long apart, in seconds of the shared clock. */
		private readonly everySeconds: number
	) {
		this.nextAt = world.clock.now() + this.pauseMilliseconds();
	}

	/** One more, when it is time. */
	perhaps(): void {
		const now = this.world.clock.now();
		if ( now < this.nextAt ) {
			return;
		}
		this.nextAt = now + this.pauseMilliseconds();
		const kind = this.chance.weighted( injuryKinds );
		this.counts[ kind ] = ( this.counts[ kind ] ?? 0 ) + 1;
		this.healing.push( this.strike( kind ).catch( () => undefined ) );
	}

	/** Everything stands again. */
	async healed(): Promise< void > {
		await Promise.all( this.healing );
		this.world.instances.forEach( ( one ) => one.thaw() );
	}

	private pauseMilliseconds(): number {
		return this.chance.between( 0.5, 1.5 ) * this.everySeconds * 1_000;
	}

	private async strike( kind: InjuryKind ): Promise< void > {
		const { instances, rows, mariadb, clock } = this.world;
		const victim = this.chance.pick( instances );
		switch ( kind ) {
			case 'service-killed':
				return victim.kill();
			case 'service-frozen': {
				victim.freeze();
				const until = clock.now() + 20_000;
				while ( clock.now() < until && victim.stopped ) {
					await new Promise( ( resolve ) =>
						setTimeout( resolve, 10 )
					);
				}
				return victim.thaw();
			}
			case 'database-connections-cut':
				return rows.cutConnections();
			case 'database-restarted':
				return mariadb.restart();
			case 'database-deadlock':
				for ( let n = 0; n < 20; n++ ) {
					await rows.provokeDeadlock();
				}
				return;
			default:
				return rows.holdLock( 5_500 );
		}
	}
}
