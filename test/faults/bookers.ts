import type { Problem, Slots, VisitorStatus } from '@rappel/contract';
import type { BookingWish } from './scenario.js';
import type { Chance } from './world/chance.js';
import type { World } from './world/world.js';

/** When a visitor was told last that they are called (milliseconds since 1970); null: that they are not. */
export type Told = number | null;

interface Change {
	key: string;
	token: string;
	wish: BookingWish;
	/** By the shared clock. */
	at: number;
	asking: boolean;
	/** Where it goes; null: not chosen yet. */
	slot: string | null;
	/** Whether an earlier try was left without an answer: nobody knows what it did. */
	unanswered: boolean;
}

/** Times near enough to be waited for: this many of the next ones. */
const nearSlots = 2;

/** Those who book a time, and some of whom move or cancel it by their link. */
export class Bookers {
	/** By the request's key. A booking of which nobody can know what it was told is missing. */
	readonly told = new Map< string, Told >();
	private changes: Change[] = [];

	constructor(
		private readonly world: World,
		private readonly chance: Chance
	) {}

	isAsking = (): boolean => this.changes.some( ( { asking } ) => asking );

	/** When the next of them changes something; null: nobody will. */
	get nextAt(): number | null {
		return this.changes.length === 0
			? null
			: Math.min( ...this.changes.map( ( { at } ) => at ) );
	}

	/** One of the next free times of the channel; null: none is free. Throws when the service does not answer. */
	async choose( channelId: string ): Promise< string | null > {
		const { status, body } = await this.world.wordpress.call< Slots >(
			'GET',
			`/v1/channels/${ channelId }/slots?days=1`
		);
		if ( status !== 200 ) {
			throw new Error( `No slots: ${ status }` );
		}
		const near = body.days
			.flatMap( ( { slots } ) => slots )
			.slice( 0, nearSlots );
		return near.length === 0 ? null : this.chance.pick( near ).startsAt;
	}

	/** Another time in place of one that was taken. */
	another( { alternatives = [] }: Partial< Problem > ): string | null {
		return alternatives.length === 0
			? null
			: this.chance.pick( alternatives.slice( 0, nearSlots ) ).startsAt;
	}

	/** They have their booking. */
	booked( { key, booking }: VisitorStatus, wish: BookingWish ): void {
		if ( ! booking ) {
			return;
		}
		this.told.set( key, Date.parse( booking.startsAt ) );
		const token = new URL( booking.changeUrl ).searchParams.get(
			'rappel_booking'
		);
		if ( token && wish.then !== 'waits' ) {
			this.changes.push( {
				key,
				token,
				wish,
				at: this.world.clock.now() + wish.afterSeconds * 1_000,
				asking: false,
				slot: null,
				unanswered: false,
			} );
		}
	}

	/** Whoever changes their mind by now does. */
	act(): void {
		const now = this.world.clock.now();
		for ( const change of this.changes ) {
			if ( change.at <= now && ! change.asking ) {
				change.asking = true;
				void this.ask( change ).then( ( isAnswered ) => {
					change.asking = false;
					change.at = this.world.clock.now() + 2_000;
					if ( isAnswered ) {
						this.changes = this.changes.filter(
							( one ) => one !== change
						);
					}
				} );
			}
		}
	}

	/** Whether it was answered for good: what was not is asked again. */
	private async ask( change: Change ): Promise< boolean > {
		const { token, wish } = change;
		try {
			if ( wish.then === 'moves' ) {
				change.slot ??= await this.choose( wish.channelId );
			}
			const { status, body } = await this.world.wordpress.call<
				Partial< Problem >
			>(
				'POST',
				`/v1/bookings/${ token }/${ wish.then === 'moves' ? 'slot' : 'cancellation' }`,
				wish.then === 'moves' ? { startsAt: change.slot } : {}
			);
			if ( status >= 500 || status === 401 ) {
				change.unanswered = true;
				return false;
			}
			if ( body.code === 'slot_taken' ) {
				change.slot = this.another( body );
				return change.slot === null;
			}
			this.hear( change, status );
			return true;
		} catch {
			change.unanswered = true;
			return false;
		}
	}

	private hear(
		{ key, wish, slot, unanswered }: Change,
		status: number
	): void {
		if ( status === 200 ) {
			this.told.set(
				key,
				wish.then === 'moves' ? Date.parse( String( slot ) ) : null
			);
		} else if ( unanswered ) {
			// It may have been done before it was too late.
			this.told.delete( key );
		}
	}
}
