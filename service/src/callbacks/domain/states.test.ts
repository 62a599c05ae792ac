import { describe, expect, it } from '@jest/globals';
import type { CallPlan } from './callback-request.js';
import { stateTable } from './states.js';
import {
	agent,
	atSeconds,
	booked,
	clientRings,
	clientWaits,
	companyWaits,
	destination,
	Scenario,
	talking,
} from './testing/scenario.js';

const again: CallPlan[ 'retries' ][ 'client' ] = {
	attempts: 2,
	spacingSeconds: 120,
	reasons: [ 'busy', 'no_answer', 'machine', 'short_call' ],
};
const retries = { company: again, client: again };
const clientFirst = { dialOrder: [ 'client', 'company' ] } as const;
const voicemail = { fallback: { type: 'voicemail' } } as const;
const tryAgain = {
	fallback: { type: 'try_again', seconds: 600, times: 3 },
} as const;
const survey = { survey: true };
const held = { heldBackBy: 'channel_busy' } as const;
const nobodyThere = { candidates: [] };

/** One miss of the client is behind it: in two minutes it is called again. */
const scheduled = ( plan: Partial< CallPlan > = {} ) =>
	clientRings( { plan: { ...plan, retries } } )
		.told( 'client', 'no_answer', 30 )
		.told( 'company', 'completed', 36 );

const missed =
	'a booking is called no more: it is too late, or a late one is offered a new slot; the client gets a text message with a link';

const givenUp =
	'the visitor or the company cancels, or somebody says what came of it';

const reschedule = {
	type: 'reschedule',
	dueAt: atSeconds( 9_000 ),
	byUserId: 9,
} as const;

const leavingMessage = () =>
	new Scenario( { plan: voicemail, ...held } ).offer( nobodyThere, 5 );

const surveyed = () =>
	talking( { plan: survey } ).room( 'company', 'hung_up', 60 );

/** Both are ready, and of the room nothing was heard. */
const clientAnswers = ( plan: Partial< CallPlan > = {} ) =>
	clientRings( { plan } ).told( 'client', 'in_progress', 12 );
const companyAnswersLast = ( plan: Partial< CallPlan > = {} ) =>
	clientWaits( { plan } ).answers( 'company', 10 );

/** Given (what a scenario begins with) and when (its last step), for each row of the table, named by its states and its sentence. */
const witnesses: Record< string, Record< string, () => Scenario > > = {
	'new → queued': {
		'somebody may be called, or it waits and says why': () =>
			new Scenario( held ),
	},
	'new → overdue': {
		'it comes more than 10 minutes late, or after closing': () =>
			new Scenario( { lateSeconds: 601 } ),
	},
	'new → failed': {
		'nobody is left: refused, or the client gets a text message with a link':
			() => new Scenario( nobodyThere ),
		'its slot is over or gone when WordPress delivers it: the client gets a text message with a link':
			() => booked( { open: false } ),
	},
	'new → scheduled': {
		'a slot is booked': () => booked(),
		'nobody is left: another attempt, or the fallback "try again"': () =>
			new Scenario( { ...nobodyThere, plan: tryAgain } ),
	},
	'new → leaving_message': {
		'nobody is left: the client may leave a message': () =>
			new Scenario( { ...nobodyThere, plan: voicemail } ),
	},
	'scheduled → scheduled': {
		'somebody of the company gives it another time': () =>
			scheduled().when( reschedule, 60 ),
		'the visitor moves the booking': () =>
			booked().when(
				{
					type: 'move_booking',
					startsAt: atSeconds( 9_000 ),
					endsAt: atSeconds( 9_900 ),
				},
				60
			),
	},
	'scheduled → queued': {
		'somebody of the company has it called now, or takes it': () =>
			scheduled().when(
				{ type: 'call_now', byUserId: 9, newRequestId: null },
				40
			),
		'its time has come: it has its old place in the queue': () =>
			scheduled().offer( { candidates: [ destination ] }, 151 ),
	},
	'scheduled → expired': {
		'its time comes after its patience is over': () =>
			scheduled().offer( { candidates: [ destination ] }, 3_601 ),
	},
	'scheduled → calling_company': {
		'the client rings back': () => scheduled().ringsBack( {}, 40 ),
	},
	'scheduled → failed': {
		[ missed ]: () => booked().deadline( 10_801 ),
		'nobody is left: refused, or the client gets a text message with a link':
			() => scheduled().offer( nobodyThere, 151 ),
	},
	'scheduled → leaving_message': {
		'nobody is left: the client may leave a message': () =>
			scheduled( voicemail ).offer( nobodyThere, 151 ),
	},
	'scheduled → cancelled': {
		[ givenUp ]: () => scheduled().cancel( 60 ),
	},
	'queued → calling_company': {
		'the company is dialled first': () =>
			new Scenario().dial( 'company', 0 ),
		'the client rings back': () => new Scenario( held ).ringsBack( {}, 20 ),
	},
	'queued → calling_client': {
		'the client is dialled first': () =>
			new Scenario( { plan: clientFirst } ).dial( 'client', 0 ),
	},
	'queued → failed': {
		[ missed ]: () => booked().offer( held, 7_200 ).deadline( 10_801 ),
		'nobody is left: refused, or the client gets a text message with a link':
			() => new Scenario( held ).offer( nobodyThere, 5 ),
		'an order that was thought refused shows itself, and its call is over':
			() =>
				new Scenario( { plan: clientFirst } )
					.dial( 'client', 0 )
					.refused( 'client', 'retryable', 1 )
					.told( 'client', 'busy', 2 ),
	},
	'queued → scheduled': {
		'somebody of the company gives it a time': () =>
			new Scenario( held ).when( reschedule, 60 ),
		'nobody is left: another attempt, or the fallback "try again"': () =>
			new Scenario( { ...held, plan: tryAgain } ).offer( nobodyThere, 5 ),
		'an order that was thought refused shows itself, and an attempt is left':
			() =>
				new Scenario( { plan: { ...clientFirst, retries } } )
					.dial( 'client', 0 )
					.refused( 'client', 'retryable', 1 )
					.told( 'client', 'busy', 2 ),
	},
	'queued → leaving_message': {
		'nobody is left: the client may leave a message': leavingMessage,
	},
	'queued → expired': {
		'its patience is over': () => new Scenario( held ).deadline( 3_600 ),
	},
	'queued → cancelled': {
		[ givenUp ]: () => new Scenario( held ).cancel( 5 ),
	},
	'calling_company → calling_client': {
		'somebody takes the call: the others are withdrawn, the client is dialled':
			companyWaits,
	},
	'calling_company → talking': {
		'both are in the room': () =>
			companyAnswersLast().room( 'company', 'entered', 14 ),
	},
	'calling_company → done': {
		'they had met, and one hung up before that was known': () =>
			companyAnswersLast().told( 'company', 'completed', 40 ),
	},
	'calling_company → surveying': {
		'they had met, the company hung up before that was known, and the survey is on':
			() =>
				companyAnswersLast( survey ).told( 'company', 'completed', 40 ),
	},
	'calling_company → scheduled': {
		'they had met so shortly that another attempt is wanted': () =>
			companyAnswersLast( { retries, shortCallSeconds: 10 } ).told(
				'company',
				'completed',
				15
			),
		'nobody is left: another attempt, or the fallback "try again"': () =>
			new Scenario( { plan: { retries } } )
				.rings( 'company', 0 )
				.told( 'company', 'no_answer', 26 )
				.offer( nobodyThere, 26 ),
	},
	'calling_company → failed': {
		'the client cannot be had any more, the network refuses, or a call’s fate cannot be known':
			() =>
				clientWaits()
					.rings( 'company', 9 )
					.told( 'client', 'completed', 12 ),
		'nobody is left: refused, or the client gets a text message with a link':
			() =>
				clientWaits()
					.rings( 'company', 9 )
					.told( 'company', 'busy', 12 )
					.offer( nobodyThere, 12 ),
	},
	'calling_company → leaving_message': {
		'nobody is left: the client may leave a message': () =>
			clientWaits( { plan: voicemail } )
				.rings( 'company', 9 )
				.told( 'company', 'busy', 12 )
				.offer( nobodyThere, 12 ),
	},
	'calling_company → queued': {
		'nobody can be called now, and nobody is on the line: it waits in its old place':
			() =>
				new Scenario()
					.rings( 'company', 0 )
					.told( 'company', 'busy', 5 )
					.offer(
						{ candidates: [], worthWaiting: 'agents_busy' },
						5
					),
		'the network did not process the order, for certain: it waits in its old place':
			() =>
				new Scenario()
					.dial( 'company', 0 )
					.refused( 'company', 'retryable', 1 ),
	},
	'calling_company → expired': {
		'its patience is over and nobody is on the line': () =>
			new Scenario( { patienceSeconds: 20 } )
				.rings( 'company', 0 )
				.told( 'company', 'no_answer', 26 )
				.offer( { candidates: [ agent( 1 ) ] }, 26 ),
	},
	'calling_company → cancelled': {
		'the visitor or the company cancels before the client’s phone is dialled':
			() => new Scenario().rings( 'company', 0 ).cancel( 3 ),
	},
	'calling_client → calling_company': {
		'the client is there and nobody of the company is, yet or any more: the company is called':
			clientWaitsForCompany,
	},
	'calling_client → talking': {
		'both are in the room': talking,
	},
	'calling_client → done': {
		'they had met, and one hung up before that was known': () =>
			clientAnswers().told( 'client', 'completed', 40 ),
	},
	'calling_client → surveying': {
		'they had met, the company hung up before that was known, and the survey is on':
			() => clientAnswers( survey ).told( 'company', 'completed', 40 ),
	},
	'calling_client → scheduled': {
		'they had met so shortly that another attempt is wanted': () =>
			clientAnswers( { retries, shortCallSeconds: 10 } ).told(
				'client',
				'completed',
				16
			),
		'the client cannot be had (busy, no answer, machine), and an attempt is left; or they asked by key to be called later':
			() =>
				clientRings( { plan: { retries } } ).told(
					'client',
					'busy',
					12
				),
	},
	'calling_client → failed': {
		'the client cannot be had any more, the network refuses, or a call’s fate cannot be known':
			() => clientRings().told( 'client', 'busy', 12 ),
	},
	'calling_client → queued': {
		'the network did not process the order, for certain: it waits in its old place':
			() =>
				new Scenario( { plan: clientFirst } )
					.dial( 'client', 0 )
					.refused( 'client', 'retryable', 1 ),
	},
	'calling_client → cancelled': {
		'the visitor or the company cancels before the client’s phone is dialled, or the client by key':
			() => companyWaits().cancel( 6.05 ),
	},
	'talking → done': {
		'one hangs up': () => talking().room( 'client', 'hung_up', 60 ),
	},
	'talking → surveying': {
		'the company hangs up first, and the survey is on': surveyed,
	},
	'talking → scheduled': {
		'they talked so shortly that another attempt is wanted; or it was the client’s machine':
			() =>
				talking( { plan: { retries, shortCallSeconds: 10 } } ).room(
					'client',
					'hung_up',
					16
				),
	},
	'talking → calling_company': {
		'the company’s voice was a machine: the next one is called, the client hears music':
			() =>
				clientWaits( {
					plan: { endOnMachine: { company: true, client: false } },
				} )
					.answers( 'company', 10 )
					.room( 'company', 'entered', 14 )
					.judged( 'company', 'machine', 16 ),
	},
	'talking → failed': {
		'the client’s voice was a machine, and no attempt is left': () =>
			talking( {
				plan: { endOnMachine: { company: false, client: true } },
			} ).judged( 'client', 'machine', 16 ),
	},
	'surveying → done': {
		'a score, no answer twice, or the client hangs up': () =>
			surveyed().presses( 'client', 'survey', '5', 70 ),
	},
	'leaving_message → done': {
		'a message was left': () =>
			leavingMessage()
				.answers( 'client', 6 )
				.leavesMessage( 'client', 20, 40 ),
	},
	'leaving_message → failed': {
		'nothing was said, or the client cannot be had': () =>
			leavingMessage()
				.rings( 'client', 6 )
				.told( 'client', 'no_answer', 30 ),
	},
	'leaving_message → expired': {
		'the network cannot be reached until its patience is over': () =>
			leavingMessage().deadline( 3_600 ),
	},
	'leaving_message → cancelled': {
		'the visitor or the company cancels before the client’s phone is dialled':
			() => leavingMessage().cancel( 6 ),
	},
};

function clientWaitsForCompany() {
	return new Scenario( { plan: clientFirst } ).answers( 'client', 0 );
}

const rows = Object.entries( stateTable ).flatMap( ( [ from, { next } ] ) =>
	next.map( ( { when, to, on } ) => ( { from, when, to, on } ) )
);

describe( 'every row of the table of states', () => {
	it.each( rows )( '$from → $to: $when', ( { from, to, when } ) => {
		const witness = witnesses[ `${ from } → ${ to }` ]?.[ when ];
		if ( ! witness ) {
			throw new Error( 'No scenario shows this row' );
		}
		const shown = witness();
		expect( shown.request.state ).toBe( to );
		if ( from !== 'new' ) {
			expect( shown.before.state ).toBe( from );
		}
	} );

	it( 'shows no row that is not in the table', () => {
		const known = rows.map(
			( { from, to, when } ) => `${ from } → ${ to }: ${ when }`
		);
		const shown = Object.entries( witnesses ).flatMap(
			( [ move, whens ] ) =>
				Object.keys( whens ).map( ( when ) => `${ move }: ${ when }` )
		);
		expect( shown.toSorted() ).toEqual( known.toSorted() );
	} );
} );
