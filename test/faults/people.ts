import type { Chance } from './world/chance.js';
import type { LabPeople, LiveCall } from './world/lab-people.js';
import { isReluctant, isVisitor } from './scenario.js';

type Habit =
	/** Lifts, presses what is asked, talks, hangs up. */
	| 'willing'
	| 'refuses'
	| 'deaf'
	/** Lifts and hangs up. */
	| 'hasty'
	/** Lifts and presses nothing. */
	| 'mute'
	/** A visitor who asks to be called in ten minutes, when asked. */
	| 'later'
	/** A visitor who cancels by key, when asked. */
	| 'cancels';

const habits: Record< Side, Record< Habit, number > > = {
	company: {
		willing: 88,
		refuses: 3,
		deaf: 3,
		hasty: 3,
		mute: 3,
		later: 0,
		cancels: 0,
	},
	// A company that is rarely there, for what comes then.
	reluctant: {
		willing: 30,
		refuses: 60,
		deaf: 10,
		hasty: 0,
		mute: 0,
		later: 0,
		cancels: 0,
	},
	client: {
		willing: 85,
		refuses: 3,
		deaf: 6,
		hasty: 2,
		mute: 2,
		later: 1,
		cancels: 1,
	},
};

type Side = 'company' | 'reluctant' | 'client';

const sideOf = ( number: string ): Side => {
	if ( isVisitor( number ) ) {
		return 'client';
	}
	return isReluctant( number ) ? 'reluctant' : 'company';
};

interface Person {
	habit: Habit;
	chance: Chance;
	/** When the next thing is done, by the shared clock in milliseconds; null: nothing until something changes. */
	nextAt: number | null;
	next: 'answer' | 'refuse' | 'press' | 'speak' | 'hang_up' | null;
	spoke: boolean;
	metAt: number | null;
	/** Whom they were heard to be with. */
	met: Set< string >;
	seenTogetherUntil: number;
	/** The last key for the survey, while it was asked. */
	score: number | null;
}

/** Everybody at the phones of a run: what each does is drawn from the seed, by their number and how often it rang. */
export class People {
	private readonly persons = new Map< string, Person >();
	private readonly rung = new Map< string, number >();

	constructor(
		private readonly lab: LabPeople,
		private readonly chance: Chance
	) {}

	/** What a call was like for whoever was on it; undefined: never seen. */
	of( sid: string ): Readonly< Person > | undefined {
		return this.persons.get( sid );
	}

	/** Some who missed a call ring back, when they are asked to; see `ringBack`. */
	private missed: { number: string; at: number }[] = [];

	/** Those who were called and did not talk, once each, when some time has gone by. */
	takeMissed( now: number ): string[] {
		const due = this.missed.filter( ( { at } ) => at <= now );
		this.missed = this.missed.filter( ( { at } ) => at > now );
		return due.map( ( { number } ) => number );
	}

	/** Does what is due, and tells when the next is. */
	async act(
		calls: readonly LiveCall[],
		now: number
	): Promise< number | null > {
		const acts: Promise< unknown >[] = [];
		let nextAt: number | null = null;
		for ( const call of calls ) {
			const person =
				this.persons.get( call.sid ) ?? this.meet( call, now );
			this.look( person, call, now );
			if ( person.nextAt !== null && person.nextAt <= now ) {
				acts.push( this.perform( person, call ) );
			} else if ( person.nextAt !== null ) {
				nextAt = Math.min( nextAt ?? Infinity, person.nextAt );
			}
		}
		await Promise.all( acts );
		return acts.length > 0 ? now : nextAt;
	}

	private meet( call: LiveCall, now: number ): Person {
		const times = ( this.rung.get( call.phone ) ?? 0 ) + 1;
		this.rung.set( call.phone, times );
		const chance = this.chance.of( `${ call.phone } ${ times }` );
		const person: Person = {
			habit: chance.weighted( habits[ sideOf( call.phone ) ] ),
			chance,
			nextAt: null,
			next: null,
			spoke: false,
			metAt: null,
			met: new Set(),
			seenTogetherUntil: 0,
			score: null,
		};
		this.persons.set( call.sid, person );
		if (
			[ 'deaf', 'refuses', 'hasty' ].includes( person.habit ) &&
			isVisitor( call.phone )
		) {
			this.missed.push( {
				number: call.phone,
				at: now + chance.between( 14, 40 ) * 1_000,
			} );
		}
		return person;
	}

	/** Decides on the next thing, where nothing is intended yet. */
	private look( person: Person, call: LiveCall, now: number ): void {
		const intend = ( next: Person[ 'next' ], seconds: number ) => {
			person.next = next;
			person.nextAt = now + seconds * 1_000;
		};
		if ( call.with.length > 0 ) {
			call.with.forEach( ( number ) => person.met.add( number ) );
			person.seenTogetherUntil = now;
			if ( person.metAt === null ) {
				person.metAt = now;
				// Either of them may be the first to hang up.
				intend( 'hang_up', person.chance.between( 3, 12 ) );
			}
		}
		if ( person.next !== null ) {
			return;
		}
		if ( call.status === 'ringing' ) {
			if ( person.habit === 'refuses' ) {
				intend( 'refuse', person.chance.between( 1, 4 ) );
			} else if ( person.habit !== 'deaf' ) {
				intend( 'answer', person.chance.between( 0.5, 4 ) );
			}
		} else if ( call.status === 'in-progress' ) {
			if ( person.habit === 'hasty' ) {
				intend( 'hang_up', person.chance.between( 0, 3 ) );
			} else if (
				call.activity === 'gather' &&
				person.habit !== 'mute'
			) {
				intend( 'press', person.chance.between( 0.5, 2 ) );
			} else if ( call.activity === 'record' ) {
				// A message, and then a key.
				intend(
					person.spoke ? 'press' : 'speak',
					person.chance.between( 0.5, 2 )
				);
			}
		}
	}

	private async perform( person: Person, call: LiveCall ): Promise< void > {
		const { next } = person;
		person.next = null;
		person.nextAt = null;
		try {
			switch ( next ) {
				case 'answer':
					return await this.lab.answer( call.phone );
				case 'refuse':
					return await this.lab.refuse( call.phone );
				case 'speak':
					person.spoke = true;
					return await this.lab.speak( call.phone, 'Hello' );
				case 'hang_up':
					return await this.lab.hangUp( call.phone );
				case 'press':
					return await this.lab.press(
						call.phone,
						this.keyOf( person )
					);
				default:
			}
		} catch {
			// It stopped ringing, or the other hung up, since it was seen.
		}
	}

	private keyOf( person: Person ): string {
		if ( person.metAt !== null ) {
			person.score = 1 + person.chance.below( 5 );
			return String( person.score );
		}
		return { later: '2', cancels: '3' }[ person.habit as string ] ?? '1';
	}
}
