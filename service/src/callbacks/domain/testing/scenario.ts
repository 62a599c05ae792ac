import type { CallbackRequest } from '../callback-request.js';
import type { Command, Decision, Effect, ReportedStatus } from '../commands.js';
import { decide, decideRequest } from '../decide.js';
import type { RequestEvent } from '../events.js';
import { evolve } from '../evolve.js';

export const start = new Date( '2026-03-02T09:00:00.000Z' );

export function atSeconds( seconds: number ): Date {
	return new Date( start.getTime() + seconds * 1_000 );
}

/** One request told as given, when, then: each step is said at so many seconds after the visitor asked. */
export class Scenario {
	request: CallbackRequest;
	last: Decision;
	now = start;

	constructor( options: { lateSeconds?: number; open?: boolean } = {} ) {
		const asked = decideRequest(
			{
				type: 'request',
				requestId: 'request',
				requestedAt: atSeconds( -( options.lateSeconds ?? 0 ) ),
				open: options.open ?? true,
				plan: {
					dialOrder: [ 'company', 'client' ],
					ringSeconds: { company: 25, client: 20 },
					maximumTalkSeconds: 3_600,
				},
				attempt: {
					id: 'attempt',
					legs: [
						{
							id: 'company',
							party: 'company',
							number: '+33140000000',
							callerId: '+33180000000',
						},
						{
							id: 'client',
							party: 'client',
							number: '+33612345678',
							callerId: '+33180000000',
						},
					],
				},
			},
			start
		);
		this.request = asked.request;
		this.last = asked;
	}

	/** Lets a command be decided, and its events happen. */
	when( command: Command, seconds?: number ): this {
		if ( seconds !== undefined ) {
			this.now = atSeconds( seconds );
		}
		this.last = decide( command, this.request, this.now );
		for ( const event of this.last.events ) {
			this.request = evolve( this.request, event );
		}
		return this;
	}

	dial( legId: string, seconds?: number ): this {
		return this.when( { type: 'dial_leg', legId }, seconds );
	}

	placed( legId: string, seconds?: number ): this {
		return this.when(
			{ type: 'call_placed', legId, callSid: `CA-${ legId }` },
			seconds
		);
	}

	told( legId: string, status: ReportedStatus, seconds?: number ): this {
		return this.reported( 'told', legId, status, seconds );
	}

	asked( legId: string, status: ReportedStatus, seconds?: number ): this {
		return this.reported( 'asked', legId, status, seconds );
	}

	room(
		legId: string,
		what: 'entered' | 'hung_up' | 'removed',
		seconds?: number
	): this {
		if ( seconds !== undefined ) {
			this.now = atSeconds( seconds );
		}
		return this.when( {
			type: 'room_reported',
			legId,
			callSid: `CA-${ legId }`,
			what,
			occurredAt: this.now,
		} );
	}

	deadline( seconds: number ): this {
		return this.when( { type: 'check_deadline' }, seconds );
	}

	private reported(
		source: 'told' | 'asked',
		legId: string,
		status: ReportedStatus,
		seconds?: number
	): this {
		if ( seconds !== undefined ) {
			this.now = atSeconds( seconds );
		}
		return this.when( {
			type: 'call_reported',
			legId,
			callSid: `CA-${ legId }`,
			status,
			occurredAt: this.now,
			source,
			code: null,
		} );
	}

	/** The last step's events, by name. */
	get happened(): RequestEvent[ 'type' ][] {
		return this.last.events.map( ( event ) => event.type );
	}

	/** What is to be done after the last step, the checks of deadlines aside: "dial_leg client". */
	get toDo(): string[] {
		return this.last.effects
			.filter( ( effect ) => effect.type !== 'check_deadline' )
			.map( ( effect: Effect ) =>
				'legId' in effect
					? `${ effect.type } ${ effect.legId }`
					: effect.type
			);
	}

	/** "failed: client_busy", or the state alone. */
	get outcome(): string {
		return this.request.state === 'failed'
			? `failed: ${ this.request.failureReason }`
			: this.request.state;
	}
}

/** The company is on the line and hears the waiting message; the client is to be dialled. */
export function companyWaits(): Scenario {
	return new Scenario()
		.dial( 'company', 0 )
		.placed( 'company', 0.2 )
		.told( 'company', 'ringing', 1 )
		.told( 'company', 'in_progress', 6 );
}

export function clientRings(): Scenario {
	return companyWaits()
		.room( 'company', 'entered', 9 )
		.dial( 'client', 6.1 )
		.placed( 'client', 6.3 )
		.told( 'client', 'ringing', 7 );
}

export function talking(): Scenario {
	return clientRings()
		.told( 'client', 'in_progress', 12 )
		.room( 'client', 'entered', 12.5 );
}
