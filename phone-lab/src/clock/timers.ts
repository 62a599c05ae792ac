import type { Clock } from './clock.js';

export type TimerName =
	| 'ring'
	| 'behaviour'
	| 'detection'
	| 'verb'
	| 'gather'
	| 'limit'
	| 'dial'
	| 'wait'
	| 'record'
	| 'queue'
	| 'message'
	| 'webhook';

const keyOf = ( name: TimerName, subject: string ) => `${ name }:${ subject }`;

/**
 * Everything that is to happen later, as data: `name:subject` → instant. A restart finds it in the state file, and a
 * virtual clock can go through it in order.
 */
export class Timers {
	private handle: NodeJS.Timeout | null = null;
	private fire: ( name: TimerName, subject: string ) => void = () => {};
	private running = false;

	constructor(
		private readonly clock: Clock,
		readonly due: Record< string, number >
	) {}

	/** From here on timers fire; those whose instant has passed fire at once. */
	start( fire: ( name: TimerName, subject: string ) => void ): void {
		this.fire = fire;
		this.running = true;
		this.arm();
	}

	stop(): void {
		this.running = false;
		this.disarm();
	}

	set( name: TimerName, subject: string, instant: number ): void {
		this.due[ keyOf( name, subject ) ] = instant;
		this.arm();
	}

	clear( name: TimerName, subject: string ): void {
		delete this.due[ keyOf( name, subject ) ];
	}

	has( name: TimerName, subject: string ): boolean {
		return keyOf( name, subject ) in this.due;
	}

	/** The instant of the next one; null when nothing waits. */
	next(): number | null {
		let first: number | null = null;
		for ( const instant of Object.values( this.due ) ) {
			first = first === null || instant < first ? instant : first;
		}
		return first;
	}

	/** Fires what is due now, the earliest first, one per call so that what it causes is seen in order. */
	fireNext(): boolean {
		const now = this.clock.now();
		const [ key ] = Object.entries( this.due )
			.filter( ( [ , instant ] ) => instant <= now )
			.sort( ( [ , one ], [ , other ] ) => one - other )[ 0 ] ?? [ null ];
		if ( key === null ) {
			return false;
		}
		delete this.due[ key ];
		const colon = key.indexOf( ':' );
		this.fire( key.slice( 0, colon ) as TimerName, key.slice( colon + 1 ) );
		return true;
	}

	/** Waits on the machine's clock in real mode; in virtual mode nothing fires by itself. */
	arm(): void {
		this.disarm();
		const next = this.next();
		if (
			! this.running ||
			next === null ||
			this.clock.state.mode === 'virtual'
		) {
			return;
		}
		// setTimeout holds 24.8 days at most; a longer wait is armed again.
		const milliseconds = Math.min(
			Math.max( 0, next - this.clock.now() ),
			2_000_000_000
		);
		this.handle = setTimeout( () => {
			while ( this.running && this.fireNext() ) {
				// one after the other
			}
			this.arm();
		}, milliseconds );
	}

	private disarm(): void {
		if ( this.handle ) {
			clearTimeout( this.handle );
		}
		this.handle = null;
	}
}
