import type { CallPlan } from '../callback-request.js';
import { numbers } from './plan.js';
import {
	agent,
	booked,
	clientRings,
	clientWaits,
	companyWaits,
	destination,
	Scenario,
	talking,
} from './scenario.js';

/** One way in which a call may go, and who is on the line then. */
export interface Branch {
	title: string;
	/** Of the dial order: which one it belongs to; null: both. */
	order: 'company_first' | 'client_first' | null;
	scenario: () => Scenario;
	/** The name of the leg that is on the line or was; null: nobody of that side was called. */
	company: string | null;
	client: string | null;
	/** What the texts are expected to be: of the company, of the client. `keys` of `spoken.*`, or what happens. */
	hears: { company: string; client: string };
}

const nobodyThere = { candidates: [] };
const confirmed = { candidates: [ agent( 1, true ) ] };
const clientFirst = { dialOrder: [ 'client', 'company' ] } as const;

/** Nothing ran for a while at the booked time. */
const calledLate = ( plan: Partial< CallPlan > = {} ) =>
	booked( { plan } ).offer( { candidates: [ destination ] }, 7_600 );
const retry = {
	attempts: 2,
	spacingSeconds: 120,
	reasons: [ 'no_answer', 'busy' ],
} as const;
const nobody = '—';
const music = ( key: string ) => `${ key }, then music`;

/** The client waits, and nobody on the company's side can be had. */
const nobodyFor = ( fallback: CallPlan[ 'fallback' ] ) => () =>
	clientWaits( { plan: { fallback } } )
		.rings( 'company', 9 )
		.told( 'company', 'busy', 12 )
		.offer( nobodyThere, 12 );

const keys =
	( ...pressed: ( string | null )[] ) =>
	() =>
		pressed.reduce< Scenario >(
			( scenario, key, index ) =>
				scenario.presses(
					'client',
					index > 0 && pressed[ 0 ] === '2' ? 'later' : 'keys',
					key,
					15 + index
				),
			clientRings( { plan: { clientKeys: true } } ).told(
				'client',
				'in_progress',
				12
			)
		);

/** Every branch of a call, in the order in which a call may reach it. */
export const branches: readonly Branch[] = [
	{
		title: 'the company answers, and the client is called',
		order: 'company_first',
		scenario: companyWaits,
		company: 'company',
		client: null,
		hears: { company: music( 'waiting_company' ), client: nobody },
	},
	{
		title: 'an agent who takes calls by a key answers',
		order: null,
		scenario: () => new Scenario( confirmed ).answers( 'agent 1', 0 ),
		company: 'agent 1',
		client: null,
		hears: { company: 'whisper, confirm', client: nobody },
	},
	{
		title: '… presses nothing, or another key',
		order: null,
		scenario: () =>
			new Scenario( confirmed )
				.answers( 'agent 1', 0 )
				.presses( 'agent 1', 'confirm', null, 12 ),
		company: 'agent 1',
		client: null,
		hears: { company: 'confirm', client: nobody },
	},
	{
		title: '… for the second time: the next is called',
		order: null,
		scenario: () =>
			new Scenario( confirmed )
				.answers( 'agent 1', 0 )
				.presses( 'agent 1', 'confirm', null, 12 )
				.presses( 'agent 1', 'confirm', null, 24 ),
		company: 'agent 1',
		client: null,
		hears: { company: 'the call ends', client: nobody },
	},
	{
		title: '… presses 1, and the client is called',
		order: 'company_first',
		scenario: () =>
			new Scenario( confirmed )
				.answers( 'agent 1', 0 )
				.presses( 'agent 1', 'confirm', '1', 5 ),
		company: 'agent 1',
		client: null,
		hears: { company: music( 'waiting_company' ), client: nobody },
	},
	{
		title: 'all are rung at once, and a colleague was quicker',
		order: null,
		scenario: () =>
			new Scenario( {
				candidates: [ agent( 1, true ), agent( 2, true ) ],
				plan: { distribution: 'all_at_once' },
			} )
				.answers( 'agent 1', 0 )
				.answers( 'agent 2', 1 )
				.presses( 'agent 2', 'confirm', '1', 4 ),
		company: 'agent 1',
		client: null,
		hears: { company: 'taken_by_colleague', client: nobody },
	},
	{
		title: 'the client answers, and the company is called',
		order: 'client_first',
		scenario: clientWaits,
		company: null,
		client: 'client',
		hears: { company: nobody, client: music( 'waiting_client' ) },
	},
	{
		title: 'a booking that is called later than agreed: the client answers',
		order: 'client_first',
		scenario: () => calledLate( clientFirst ).answers( 'client', 7_600 ),
		company: null,
		client: 'client',
		hears: {
			company: nobody,
			client: `called_late, ${ music( 'waiting_client' ) }`,
		},
	},
	{
		title: 'a booking that is called later than agreed: the client answers while the company waits',
		order: 'company_first',
		scenario: () =>
			calledLate().answers( 'company', 7_600 ).answers( 'client', 7_605 ),
		company: 'company',
		client: 'client',
		hears: {
			company: music( 'waiting_company' ),
			client: 'called_late, joined at once',
		},
	},
	{
		title: '… keys are on',
		order: null,
		scenario: () =>
			calledLate( { clientKeys: true } )
				.answers( 'company', 7_600 )
				.answers( 'client', 7_605 ),
		company: 'company',
		client: 'client',
		hears: {
			company: music( 'waiting_company' ),
			client: 'called_late, client_keys',
		},
	},
	{
		title: 'the client answers: keys are on',
		order: null,
		scenario: keys(),
		company: 'company',
		client: 'client',
		hears: { company: music( 'waiting_company' ), client: 'client_keys' },
	},
	{
		title: '… presses 2, later',
		order: null,
		scenario: keys( '2' ),
		company: 'company',
		client: 'client',
		hears: { company: music( 'waiting_company' ), client: 'client_later' },
	},
	{
		title: '… and 1, 2 or 3: in 10, 30 or 60 minutes',
		order: null,
		scenario: keys( '2', '3' ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_postponed', client: 'client_later_taken' },
	},
	{
		title: '… presses 3, cancel',
		order: null,
		scenario: keys( '3' ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_cancelled', client: 'client_keys_cancelled' },
	},
	{
		title: '… presses nothing, twice',
		order: null,
		scenario: keys( null, null ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_not_reached', client: 'the call ends' },
	},
	{
		title: 'the client is asked whether they may be recorded',
		order: null,
		scenario: () =>
			clientRings( { plan: { recording: true } } ).told(
				'client',
				'in_progress',
				12
			),
		company: 'company',
		client: 'client',
		hears: {
			company: music( 'waiting_company' ),
			client: 'recording_consent',
		},
	},
	{
		title: '… presses 1 or 9 (recorded or not)',
		order: null,
		scenario: () =>
			clientRings( { plan: { recording: true } } )
				.told( 'client', 'in_progress', 12 )
				.presses( 'client', 'recording', '9', 16 ),
		company: 'company',
		client: 'client',
		hears: {
			company: music( 'waiting_company' ),
			client: 'joined at once',
		},
	},
	{
		title: 'the client answers',
		order: 'company_first',
		scenario: () => clientRings().told( 'client', 'in_progress', 12 ),
		company: 'company',
		client: 'client',
		hears: {
			company: music( 'waiting_company' ),
			client: 'joined at once',
		},
	},
	{
		title: 'the company answers while the client waits',
		order: 'client_first',
		scenario: () => clientWaits().answers( 'company', 10 ),
		company: 'company',
		client: 'client',
		hears: { company: 'joined at once', client: music( 'waiting_client' ) },
	},
	{
		title: 'the company’s machine, a refusal or no answer, while the client waits: the next is called',
		order: 'client_first',
		scenario: () =>
			clientWaits()
				.rings( 'company', 9 )
				.told( 'company', 'refused', 12 ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: music( 'waiting_client' ) },
	},
	{
		title: 'nobody is left: refused',
		order: 'client_first',
		scenario: nobodyFor( { type: 'refuse' } ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'nobody_free' },
	},
	{
		title: 'nobody is left: the fallback number is called',
		order: 'client_first',
		scenario: nobodyFor( {
			type: 'call_number',
			number: numbers.fallback,
		} ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: music( 'waiting_client' ) },
	},
	{
		title: 'nobody is left: tried again later',
		order: 'client_first',
		scenario: nobodyFor( { type: 'try_again', seconds: 600, times: 3 } ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'try_again_later' },
	},
	{
		title: 'nobody is left: a text message with a link',
		order: 'client_first',
		scenario: nobodyFor( { type: 'text_message' } ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'booking_link_sent' },
	},
	{
		title: 'nobody is left: a message may be left',
		order: null,
		scenario: nobodyFor( { type: 'voicemail' } ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'voicemail, then a tone' },
	},
	{
		title: '… was left',
		order: null,
		scenario: () =>
			nobodyFor( { type: 'voicemail' } )().leavesMessage(
				'client',
				20,
				40
			),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'voicemail_thanks' },
	},
	{
		title: 'the client’s line is busy',
		order: 'company_first',
		scenario: () => clientRings().told( 'client', 'busy', 10 ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_busy', client: 'the call ends' },
	},
	{
		title: 'the client does not answer, refuses, or it is their machine',
		order: 'company_first',
		scenario: () => clientRings().told( 'client', 'no_answer', 30 ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_not_reached', client: 'the call ends' },
	},
	{
		title: '… and they are called again later',
		order: 'company_first',
		scenario: () =>
			clientRings( {
				plan: { retries: { company: retry, client: retry } },
			} ).told( 'client', 'no_answer', 30 ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_not_reached', client: 'the call ends' },
	},
	{
		title: 'the client’s number is none',
		order: 'company_first',
		scenario: () =>
			companyWaits()
				.dial( 'client', 6.1 )
				.refused( 'client', 'permanent', 7, true ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_number_invalid', client: 'the call ends' },
	},
	{
		title: 'the visitor cancels on the page while the company waits',
		order: 'company_first',
		scenario: () => companyWaits().cancel( 6.05 ),
		company: 'company',
		client: null,
		hears: { company: 'client_cancelled', client: nobody },
	},
	{
		title: 'the company hangs up while the client’s phone rings',
		order: 'company_first',
		scenario: () => clientRings().told( 'company', 'completed', 10 ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'company_left' },
	},
	{
		title: 'the client hangs up while the company’s phone rings',
		order: 'client_first',
		scenario: () =>
			clientWaits()
				.answers( 'company', 10 )
				.told( 'client', 'completed', 10.5 ),
		company: 'company',
		client: 'client',
		hears: { company: 'client_not_reached', client: 'the call ends' },
	},
	{
		title: 'the network cannot be reached while somebody waits',
		order: null,
		scenario: () =>
			companyWaits()
				.dial( 'client', 6.1 )
				.refused( 'client', 'settings', 7 ),
		company: 'company',
		client: null,
		hears: { company: 'line_fault', client: nobody },
	},
	{
		title: 'its patience is over while the client waits on the line',
		order: 'client_first',
		scenario: () =>
			clientWaits( { patienceSeconds: 20 } )
				.rings( 'company', 9 )
				.told( 'company', 'no_answer', 35 )
				.offer( nobodyThere, 36 ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'nobody_free' },
	},
	{
		title: 'they have talked: the survey, whoever hung up first (but not when the client did)',
		order: null,
		scenario: () =>
			talking( { plan: { survey: true } } ).room(
				'company',
				'hung_up',
				60
			),
		company: 'company',
		client: 'client',
		hears: {
			company: 'the call ends',
			client: 'survey_announcement, survey_question',
		},
	},
	{
		title: '… presses nothing, or another key',
		order: null,
		scenario: () =>
			talking( { plan: { survey: true } } )
				.room( 'company', 'hung_up', 60 )
				.presses( 'client', 'survey', '8', 66 ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'survey_again' },
	},
	{
		title: '… presses 1 to 5',
		order: null,
		scenario: () =>
			talking( { plan: { survey: true } } )
				.room( 'company', 'hung_up', 60 )
				.presses( 'client', 'survey', '4', 66 ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'survey_thanks' },
	},
	{
		title: 'they have talked, without a survey',
		order: null,
		scenario: () => talking().room( 'company', 'hung_up', 60 ),
		company: 'company',
		client: 'client',
		hears: { company: 'the call ends', client: 'the call ends' },
	},
	{
		title: 'the client rings the number back, in the hours',
		order: null,
		scenario: () =>
			new Scenario( { heldBackBy: 'channel_busy' } ).ringsBack( {}, 20 ),
		company: null,
		client: 'incoming',
		hears: { company: nobody, client: music( 'ring_back_greeting' ) },
	},
	{
		title: '… and recording is on',
		order: null,
		scenario: () =>
			new Scenario( {
				heldBackBy: 'channel_busy',
				plan: { recording: true },
			} ).ringsBack( {}, 20 ),
		company: null,
		client: 'incoming',
		hears: {
			company: nobody,
			client: 'ring_back_greeting, recording_consent',
		},
	},
];

function after( { before }: { before?: string }, what: string ): string {
	return before ? `${ before }, ${ what }` : what;
}

/** What one side hears, as the table says it: the keys of the texts, or what happens. */
export function heard( scenario: Scenario, name: string | null ): string {
	if ( name === null ) {
		return nobody;
	}
	const script = scenario.hears( name );
	switch ( script.type ) {
		case 'wait':
			return after( script, music( script.key ) );
		case 'join':
			return after( script, 'joined at once' );
		case 'ask':
			return script.before
				? `${ script.before }, ${ script.key }`
				: script.key;
		case 'voicemail':
			return 'voicemail, then a tone';
		case 'say':
			return script.key;
		case 'hang_up':
			return 'the call ends';
	}
}
