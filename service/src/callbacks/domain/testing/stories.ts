import fc from 'fast-check';
import type { Booking, CallPlan } from '../callback-request.js';
import type { Command, Facts } from '../commands.js';
import { numbers, plainPlan } from './plan.js';
import {
	agent,
	atSeconds,
	destination,
	Scenario,
	someBooking,
} from './scenario.js';

function seldom< T >( arbitrary: fc.Arbitrary< T > ): fc.Arbitrary< T | null > {
	return fc.oneof(
		{ weight: 6, arbitrary: fc.constant( null ) },
		{ weight: 1, arbitrary }
	);
}

const anyBooking: fc.Arbitrary< Booking > = fc
	.record( {
		startsInSeconds: fc.constantFrom( 5, 30, 100 ),
		lateAfterSeconds: fc.constantFrom( 10, 300 ),
		latestSeconds: fc.constantFrom( 60, 3_600 ),
		whenLate: fc.constantFrom( 'call_with_apology', 'offer_new_slot' ),
	} )
	.map( ( { startsInSeconds, ...rules } ) => ( {
		...someBooking,
		...rules,
		startsAt: atSeconds( startsInSeconds ),
		endsAt: atSeconds( startsInSeconds + 900 ),
	} ) );

/** Any settings of a channel that change what happens on the line. */
export const anyPlan: fc.Arbitrary< CallPlan > = fc
	.record( {
		clientFirst: fc.boolean(),
		distribution: fc.constantFrom( 'in_order', 'all_at_once' ),
		company: fc.boolean(),
		client: fc.boolean(),
		clientKeys: fc.boolean(),
		recording: fc.boolean(),
		survey: fc.boolean(),
		shortCallSeconds: fc.constantFrom( 0, 10 ),
		attempts: fc.constantFrom( 1, 3 ),
		booking: seldom( anyBooking ),
		owner: fc.constantFrom( null, { userId: 1, waitSeconds: 60 } ),
		returnSeconds: fc.constantFrom( null, 30 ),
		fallback: fc.constantFrom< CallPlan[ 'fallback' ] >(
			{ type: 'refuse' },
			{ type: 'call_number', number: numbers.fallback },
			{ type: 'try_again', seconds: 300, times: 2 },
			{ type: 'voicemail' },
			{ type: 'text_message' }
		),
	} )
	.map( ( { clientFirst, company, client, attempts, ...rest } ) => {
		const rule = {
			attempts,
			spacingSeconds: 60,
			reasons: [ 'busy', 'no_answer', 'machine', 'short_call' ],
		} as const;
		return {
			...plainPlan,
			...rest,
			routing: 'team',
			dialOrder: clientFirst
				? ( [ 'client', 'company' ] as const )
				: ( [ 'company', 'client' ] as const ),
			endOnMachine: { company, client },
			retries: { company: rule, client: rule },
		};
	} );

/** Anybody may be called, or nobody, for any reason. */
const looked = fc.record( {
	heldBackBy: seldom(
		fc.constantFrom( 'earlier_requests', 'channel_busy', 'owner_away' )
	),
	worthWaiting: seldom(
		fc.constantFrom( 'agents_busy', 'agents_away', 'owner_away' )
	),
	candidates: fc.constantFrom(
		[],
		[ destination ],
		[ agent( 3 ) ],
		[ agent( 1 ), agent( 2, true ), agent( 3 ) ],
		[ agent( 2, true ), agent( 1, true ) ]
	),
} );

/** A command said of the nth leg that there is (modulo), by its own call or a stranger's. */
export type Step = {
	pauseSeconds: number;
	command: ( scenario: Scenario ) => Command | null;
};

const statuses = [
	'queued',
	'ringing',
	'in_progress',
	'completed',
	'busy',
	'no_answer',
	'refused',
	'failed',
	'cancelled',
] as const;

let made = 0;

function factsOf( given: Omit< Facts, 'newIds' > ): Facts {
	return {
		...given,
		newIds: Array.from( { length: 6 }, () => `made ${ ++made }` ),
	};
}

type OfLeg = ( legId: string, callSid: string ) => Command;

/** Most of it of a leg that can hear it, or few stories would get far. */
const ofLeg: fc.Arbitrary< OfLeg > = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constant< OfLeg >( ( legId ) => ( {
			type: 'dial_leg',
			legId,
		} ) ),
	},
	{
		weight: 4,
		arbitrary: fc.constant< OfLeg >( ( legId, callSid ) => ( {
			type: 'call_placed',
			legId,
			callSid,
		} ) ),
	},
	fc
		.record( {
			kind: fc.constantFrom(
				'permanent',
				'settings',
				'retryable',
				'unknown'
			),
			numberInvalid: fc.boolean(),
		} )
		.map( ( told ): OfLeg => ( legId ) => ( {
			type: 'call_not_placed',
			legId,
			code: '1',
			...told,
		} ) ),
	{
		weight: 8,
		arbitrary: fc
			.record( {
				status: fc.constantFrom(
					...statuses,
					'in_progress',
					'in_progress'
				),
				source: fc.constantFrom( 'told', 'told', 'asked' ),
				occurredAt: fc.integer( { min: 0, max: 100 } ).map( atSeconds ),
			} )
			.map( ( told ): OfLeg => ( legId, callSid ) => ( {
				type: 'call_reported',
				legId,
				callSid,
				code: null,
				...told,
			} ) ),
	},
	fc.constant< OfLeg >( ( legId ) => ( { type: 'call_missing', legId } ) ),
	{
		weight: 4,
		arbitrary: fc
			.record( {
				what: fc.constantFrom(
					'entered',
					'entered',
					'hung_up',
					'removed'
				),
				occurredAt: fc.integer( { min: 0, max: 100 } ).map( atSeconds ),
			} )
			.map( ( told ): OfLeg => ( legId, callSid ) => ( {
				type: 'room_reported',
				legId,
				callSid,
				...told,
			} ) ),
	},
	fc.constant< OfLeg >( ( legId, callSid ) => ( {
		type: 'room_left',
		legId,
		callSid,
	} ) ),
	{
		weight: 2,
		arbitrary: fc
			.constantFrom( 'human', 'machine', 'fax', 'unknown' )
			.map( ( verdict ): OfLeg => ( legId, callSid ) => ( {
				type: 'human_judged',
				legId,
				callSid,
				verdict,
			} ) ),
	},
	{
		weight: 6,
		arbitrary: fc
			.record( {
				question: fc.constantFrom(
					'confirm',
					'keys',
					'later',
					'recording',
					'survey'
				),
				digits: fc.constantFrom( '1', '1', '2', '3', '9', null ),
			} )
			.map( ( told ): OfLeg => ( legId, callSid ) => ( {
				type: 'key_pressed',
				legId,
				callSid,
				...told,
			} ) ),
	},
	fc
		.constantFrom( 0, 20 )
		.map( ( seconds ): OfLeg => ( legId, callSid ) => ( {
			type: 'voicemail_left',
			legId,
			callSid,
			seconds,
		} ) )
);

/** What somebody of the company does with it. */
const ofCompany: fc.Arbitrary< () => Command > = fc
	.constantFrom< Command >(
		{ type: 'call_now', byUserId: 9, newRequestId: null },
		{ type: 'call_now', byUserId: 9, newRequestId: 'in its place' },
		{ type: 'assign', userId: 2, byUserId: 9, now: false },
		{ type: 'assign', userId: 1, byUserId: 1, now: true },
		{ type: 'assign', userId: null, byUserId: 9, now: false },
		{ type: 'reschedule', dueAt: atSeconds( 150 ), byUserId: 9 },
		{ type: 'reschedule', dueAt: atSeconds( 4_000 ), byUserId: 9 },
		{ type: 'handle', outcome: 'solved', note: null, byUserId: 9 },
		{ type: 'block_number', byUserId: 9 },
		{ type: 'cancel', reason: 'by_company', byUserId: 9 }
	)
	.map( ( command ) => () => command );

const ofRequest: fc.Arbitrary< () => Command > = fc.oneof(
	{
		weight: 4,
		arbitrary: looked.map( ( given ) => (): Command => ( {
			type: 'offer',
			facts: factsOf( given ),
		} ) ),
	},
	looked.map( ( given ) => (): Command => {
		const facts = factsOf( given );
		return {
			type: 'rang_back',
			legId: `in ${ ++made }`,
			attemptId: `attempt ${ ++made }`,
			callSid: `CA-in ${ made }`,
			facts,
		};
	} ),
	fc
		.integer( { min: 1, max: 3 } )
		.map( ( userId ) => (): Command => ( { type: 'agent_left', userId } ) ),
	fc.integer( { min: 0, max: 100 } ).map( ( seconds ) => (): Command => ( {
		type: 'room_started',
		occurredAt: atSeconds( seconds ),
	} ) ),
	fc.constant( (): Command => ( {
		type: 'cancel',
		reason: 'changed_mind',
	} ) ),
	fc.constantFrom( 5, 30, 100, 200 ).map( ( seconds ) => (): Command => ( {
		type: 'move_booking',
		startsAt: atSeconds( seconds ),
		endsAt: atSeconds( seconds + 900 ),
	} ) ),
	{ weight: 3, arbitrary: ofCompany },
	fc.constant( (): Command => ( { type: 'look_again' } ) ),
	fc.constant( (): Command => ( { type: 'return_timer_rang' } ) ),
	fc.constant( (): Command => ( { type: 'check_deadline' } ) )
);

/** What would come next of itself, so that stories get far: the nth living call goes one step on, or somebody is offered. */
function naturalNext(
	{ request }: Scenario,
	{
		nth,
		key,
		given,
	}: { nth: number; key: string; given: Omit< Facts, 'newIds' > }
): Command | null {
	const living = request.attempt.legs.filter(
		( { state } ) => state !== 'ended'
	);
	const leg = living[ nth % Math.max( 1, living.length ) ];
	if ( ! leg || request.state === 'scheduled' ) {
		return { type: 'offer', facts: factsOf( given ) };
	}
	const legId = leg.id;
	const callSid = ( 'callSid' in leg && leg.callSid ) || `CA-${ legId }`;
	switch ( leg.state ) {
		case 'planned':
			return { type: 'dial_leg', legId };
		case 'dialing':
		case 'unknown':
			return { type: 'call_placed', legId, callSid };
		case 'ringing':
			return {
				type: 'call_reported',
				legId,
				callSid,
				status: leg.ringingAt ? 'in_progress' : 'ringing',
				occurredAt: atSeconds( 0 ),
				source: 'told',
				code: null,
			};
		case 'answered':
			if ( leg.question && leg.question !== 'voicemail' ) {
				return {
					type: 'key_pressed',
					legId,
					callSid,
					question: leg.question,
					digits: key,
				};
			}
			return request.state === 'talking'
				? { type: 'room_left', legId, callSid }
				: {
						type: 'room_reported',
						legId,
						callSid,
						what: 'entered',
						occurredAt: atSeconds( 10_000 ),
					};
		default:
			return null;
	}
}

export const anyStep: fc.Arbitrary< Step > = fc.record( {
	pauseSeconds: fc.oneof(
		{ weight: 5, arbitrary: fc.integer( { min: 0, max: 6 } ) },
		{ weight: 1, arbitrary: fc.integer( { min: 0, max: 200 } ) }
	),
	command: fc.oneof(
		{
			weight: 4,
			arbitrary: fc
				.tuple( fc.nat( { max: 3 } ), ofLeg )
				.map( ( [ nth, say ] ) => ( { request }: Scenario ) => {
					// From the newest: there the news is.
					const leg = request.attempt.legs.at(
						-1 -
							( nth % Math.max( 1, request.attempt.legs.length ) )
					);
					return leg
						? say(
								leg.id,
								leg.id.startsWith( 'in ' )
									? ( 'callSid' in leg && leg.callSid ) || ''
									: `CA-${ leg.id }`
							)
						: null;
				} ),
		},
		{ weight: 1, arbitrary: ofRequest },
		{
			weight: 12,
			arbitrary: fc
				.record( {
					nth: fc.nat( { max: 3 } ),
					key: fc.constantFrom( '1', '1', '1', '2', '4' ),
					given: looked,
				} )
				.map(
					( natural ) => ( scenario: Scenario ) =>
						naturalNext( scenario, natural )
				),
		}
	),
} );

export const anyStory = fc.record( {
	plan: anyPlan,
	first: looked,
	steps: fc.array( anyStep, { minLength: 15, maxLength: 60 } ),
} );
