import type {
	Booking,
	CallbackRequest,
	CallPlan,
	HeldBackBy,
} from '../callback-request.js';
import type {
	Candidate,
	Command,
	Decision,
	Effect,
	Facts,
	ReportedStatus,
} from '../commands.js';
import { decide, decideRequest } from '../decide.js';
import type { RequestEvent } from '../events.js';
import { evolve } from '../evolve.js';
import type { Question } from '../leg.js';
import { legScript, type LegScript } from '../leg-script.js';
import { numbers, plainPlan } from './plan.js';

export const start = new Date( '2026-03-02T09:00:00.000Z' );

export function atSeconds( seconds: number ): Date {
	return new Date( start.getTime() + seconds * 1_000 );
}

export const someBooking: Booking = {
	startsAt: atSeconds( 7_200 ),
	endsAt: atSeconds( 8_100 ),
	lateAfterSeconds: 300,
	latestSeconds: 3_600,
	whenLate: 'call_with_apology',
};

/** The destination number, as the only candidate. */
export const destination: Candidate = {
	userId: null,
	number: numbers.destination,
	mustConfirm: false,
};

export function agent( userId: number, mustConfirm = false ): Candidate {
	return { userId, number: `+3361000000${ userId }`, mustConfirm };
}

interface Looked {
	heldBackBy?: HeldBackBy | null;
	worthWaiting?: HeldBackBy | null;
	candidates?: readonly Candidate[];
}

interface Options extends Looked {
	lateSeconds?: number;
	open?: boolean;
	plan?: Partial< CallPlan >;
	/** How long until it is given up. */
	patienceSeconds?: number;
}

/**
 * One request told as given, when, then: each step is said at so many seconds after the visitor asked. Legs are named by
 * whom they call: "company" (the destination), "agent 7", "fallback", "client"; of the second attempt "client 2"; of an incoming call
 * "incoming".
 */
export class Scenario {
	request: CallbackRequest;
	/** As it was before the last step. */
	before: CallbackRequest;
	last: Decision;
	now = start;
	private ids = 0;

	constructor( options: Options = {} ) {
		const asked = decideRequest(
			{
				type: 'request',
				requestId: 'request',
				clientNumber: numbers.client,
				plan: { ...plainPlan, ...options.plan },
				requestedAt: atSeconds( -( options.lateSeconds ?? 0 ) ),
				open: options.open ?? true,
				expiresAt: atSeconds( options.patienceSeconds ?? 3_600 ),
				attemptId: 'attempt 1',
				facts: this.facts( options ),
			},
			start
		);
		this.request = asked.request;
		this.before = asked.request;
		this.last = asked;
	}

	private facts( {
		heldBackBy = null,
		worthWaiting = null,
		candidates = [ destination ],
	}: Looked ): Facts {
		return {
			heldBackBy,
			worthWaiting,
			candidates,
			newIds: Array.from(
				{ length: candidates.length + 3 },
				() => `id ${ ++this.ids }`
			),
		};
	}

	/** Lets a command be decided, and its events happen. */
	when( command: Command, seconds?: number ): this {
		this.at( seconds );
		this.before = this.request;
		this.last = decide( command, this.request, this.now );
		for ( const event of this.last.events ) {
			this.request = evolve( this.request, event );
		}
		return this;
	}

	at( seconds?: number ): this {
		if ( seconds !== undefined ) {
			this.now = atSeconds( seconds );
		}
		return this;
	}

	/** Someone looked who could be called: nobody, unless said otherwise. */
	offer( looked: Looked = { candidates: [] }, seconds?: number ): this {
		return this.when(
			{ type: 'offer', facts: this.facts( looked ) },
			seconds
		);
	}

	dial( name: string, seconds?: number ): this {
		return this.when(
			{ type: 'dial_leg', legId: this.idOf( name ) },
			seconds
		);
	}

	placed( name: string, seconds?: number ): this {
		const legId = this.idOf( name );
		return this.when(
			{ type: 'call_placed', legId, callSid: `CA-${ legId }` },
			seconds
		);
	}

	refused(
		name: string,
		kind: 'permanent' | 'settings' | 'retryable' | 'unknown',
		seconds?: number,
		numberInvalid = false
	): this {
		return this.when(
			{
				type: 'call_not_placed',
				legId: this.idOf( name ),
				kind,
				code: '99999',
				numberInvalid,
			},
			seconds
		);
	}

	told( name: string, status: ReportedStatus, seconds?: number ): this {
		return this.reported( 'told', name, status, seconds );
	}

	asked( name: string, status: ReportedStatus, seconds?: number ): this {
		return this.reported( 'asked', name, status, seconds );
	}

	private reported(
		source: 'told' | 'asked',
		name: string,
		status: ReportedStatus,
		seconds?: number
	): this {
		this.at( seconds );
		const legId = this.idOf( name );
		return this.when( {
			type: 'call_reported',
			legId,
			callSid: this.sidOf( name ),
			status,
			occurredAt: this.now,
			source,
			code: null,
		} );
	}

	/** Dialled, rung and answered: what was to be done stays readable. */
	answers( name: string, seconds?: number ): this {
		return this.dial( name, seconds )
			.placed( name )
			.told( name, 'ringing' )
			.told( name, 'in_progress' );
	}

	rings( name: string, seconds?: number ): this {
		return this.dial( name, seconds )
			.placed( name )
			.told( name, 'ringing' );
	}

	room(
		name: string,
		what: 'entered' | 'hung_up' | 'removed',
		seconds?: number
	): this {
		this.at( seconds );
		return this.when( {
			type: 'room_reported',
			legId: this.idOf( name ),
			callSid: this.sidOf( name ),
			what,
			occurredAt: this.now,
		} );
	}

	leavesRoom( name: string, seconds?: number ): this {
		return this.when(
			{
				type: 'room_left',
				legId: this.idOf( name ),
				callSid: this.sidOf( name ),
			},
			seconds
		);
	}

	presses(
		name: string,
		question: Question,
		digits: string | null,
		seconds?: number,
		again?: boolean
	): this {
		return this.when(
			{
				type: 'key_pressed',
				legId: this.idOf( name ),
				callSid: this.sidOf( name ),
				question,
				digits,
				...( again === undefined ? {} : { again } ),
			},
			seconds
		);
	}

	judged(
		name: string,
		verdict: 'human' | 'machine' | 'fax' | 'unknown',
		seconds?: number
	): this {
		return this.when(
			{
				type: 'human_judged',
				legId: this.idOf( name ),
				callSid: this.sidOf( name ),
				verdict,
			},
			seconds
		);
	}

	agentLeaves( userId: number, seconds?: number ): this {
		return this.when( { type: 'agent_left', userId }, seconds );
	}

	ringsBack( looked: Looked = {}, seconds?: number ): this {
		return this.when(
			{
				type: 'rang_back',
				legId: 'incoming',
				attemptId: `attempt of the call back`,
				callSid: 'CA-incoming',
				facts: this.facts( looked ),
			},
			seconds
		);
	}

	leavesMessage(
		name: string,
		messageSeconds: number,
		seconds?: number
	): this {
		return this.when(
			{
				type: 'voicemail_left',
				legId: this.idOf( name ),
				callSid: this.sidOf( name ),
				seconds: messageSeconds,
			},
			seconds
		);
	}

	cancel( seconds?: number ): this {
		return this.when( { type: 'cancel', reason: 'changed_mind' }, seconds );
	}

	deadline( seconds: number ): this {
		return this.when( { type: 'check_deadline' }, seconds );
	}

	idOf( name: string ): string {
		const leg = this.request.attempt.legs.findLast(
			( one ) => nameOf( one ) === name
		);
		if ( ! leg ) {
			throw new Error( `Nobody planned a leg for the ${ name }` );
		}
		return leg.id;
	}

	private sidOf( name: string ): string {
		return `CA-${ this.idOf( name ) }`;
	}

	leg( name: string ) {
		const id = this.idOf( name );
		const leg = this.request.attempt.legs.find( ( one ) => one.id === id );
		if ( ! leg ) {
			throw new Error( `No leg for the ${ name }` );
		}
		return leg;
	}

	/** What this person hears now. */
	hears( name: string ): LegScript {
		return legScript( this.request, this.idOf( name ) );
	}

	/** The last step's events, by name. */
	get happened(): RequestEvent[ 'type' ][] {
		return this.last.events.map( ( event ) => event.type );
	}

	/** Whether somebody else may go on after the last step. */
	get movesQueue(): boolean {
		return this.last.effects.some( ( { type } ) => type === 'move_queue' );
	}

	/** What is to be done for this request after the last step, the checks of deadlines aside: "dial_leg client". */
	get toDo(): string[] {
		return this.last.effects
			.filter(
				( { type } ) =>
					type !== 'check_deadline' && type !== 'move_queue'
			)
			.map( ( effect ) => this.described( effect ) );
	}

	private described( effect: Effect ): string {
		if ( 'legId' in effect ) {
			const leg = this.request.attempt.legs.find(
				( one ) => one.id === effect.legId
			);
			return `${ effect.type } ${ leg ? nameOf( leg ) : effect.legId }`;
		}
		if ( effect.type === 'seek' && effect.at ) {
			return `seek in ${ ( effect.at.getTime() - this.now.getTime() ) / 1_000 }`;
		}
		return effect.type;
	}

	/** "failed: client_busy", or the state alone. */
	get outcome(): string {
		return this.request.state === 'failed'
			? `failed: ${ this.request.failureReason }`
			: this.request.state;
	}
}

function nameOf(
	leg: CallbackRequest[ 'attempt' ][ 'legs' ][ number ]
): string {
	if ( leg.party === 'client' ) {
		return leg.incoming ? 'incoming' : 'client';
	}
	if ( leg.userId !== null ) {
		return `agent ${ leg.userId }`;
	}
	return leg.number === numbers.fallback ? 'fallback' : 'company';
}

/** A call for 7,200 s after the beginning, which is looked after for an hour; late after 5 minutes. */
export function booked(
	{ plan, ...options }: Options = {},
	given: Partial< Booking > = {}
): Scenario {
	return new Scenario( {
		patienceSeconds: 10_800,
		...options,
		plan: { ...plan, booking: { ...someBooking, ...given } },
	} );
}

/** The company is on the line and hears the waiting message; the client is to be dialled. */
export function companyWaits( options: Options = {} ): Scenario {
	return new Scenario( options )
		.dial( 'company', 0 )
		.placed( 'company', 0.2 )
		.told( 'company', 'ringing', 1 )
		.told( 'company', 'in_progress', 6 );
}

export function clientRings( options: Options = {} ): Scenario {
	return companyWaits( options )
		.dial( 'client', 6.1 )
		.placed( 'client', 6.3 )
		.told( 'client', 'ringing', 7 )
		.room( 'company', 'entered', 9 );
}

export function talking( options: Options = {} ): Scenario {
	return clientRings( options )
		.told( 'client', 'in_progress', 12 )
		.room( 'client', 'entered', 12.5 );
}

const clientFirst: Partial< CallPlan > = { dialOrder: [ 'client', 'company' ] };

/** The client answered first, and waits; whoever may be called on the company's side is rung. */
export function clientWaits( options: Options = {} ): Scenario {
	return new Scenario( {
		...options,
		plan: { ...clientFirst, ...options.plan },
	} )
		.dial( 'client', 0 )
		.placed( 'client', 0.2 )
		.told( 'client', 'ringing', 1 )
		.told( 'client', 'in_progress', 6 )
		.room( 'client', 'entered', 9 );
}
