import { __ } from '@wordpress/i18n';
import type {
	Channel,
	Connection,
	SetUp,
	SetUpStep,
	SiteTelephonyAccount,
	TelephonyAccount,
} from '@rappel/contract';

/** In the order in which they are gone through, as the contract has them. */
export const setUpSteps = [
	'service',
	'telephony',
	'caller_id',
	'team',
	'hours',
	'test_call',
] as const satisfies readonly SetUpStep[];

/** What is known of the site; what is done is read from here. */
export interface SetUpFacts {
	connection: Connection;
	setUp: SetUp;
	/** Null: the site is not connected, or the account could not be read. */
	account: SiteTelephonyAccount | null;
	/** Null: there is none yet. */
	channel: Channel | null;
}

export type StepState = 'done' | 'skipped' | 'open';

export function stateOf( step: SetUpStep, facts: SetUpFacts ): StepState {
	if ( isDone( step, facts ) ) {
		return 'done';
	}
	return facts.setUp.skipped.includes( step ) ? 'skipped' : 'open';
}

function isDone( step: SetUpStep, facts: SetUpFacts ): boolean {
	const { connection, setUp, account, channel } = facts;
	switch ( step ) {
		case 'service':
			return isConnected( facts );
		case 'telephony':
			return account !== null && canCall( account );
		case 'caller_id':
			return (
				( connection.site?.callerId ?? null ) !== null ||
				( channel !== null &&
					! channel.missing.includes( 'caller_id_missing' ) )
			);
		case 'team':
			return (
				channel !== null &&
				! channel.missing.includes( 'destination_missing' ) &&
				! channel.missing.includes( 'team_numbers_missing' )
			);
		case 'hours':
			return channel !== null && opensEver( channel );
		case 'test_call':
			return setUp.testCallAnswered;
	}
}

export const isConnected = ( { connection }: SetUpFacts ) =>
	connection.connected && connection.site !== null;

/** The network knows the account and lets it call, with limits perhaps. */
export const canCall = ( { account, problems }: TelephonyAccount ) =>
	account?.active === true &&
	! problems.some( ( { code } ) => blocking.includes( code ) );

type AccountProblem = TelephonyAccount[ 'problems' ][ number ][ 'code' ];

/** With these nobody is called; with the others somebody may be surprised. */
const blocking: AccountProblem[] = [
	'credentials_refused',
	'network_unreachable',
	'account_suspended',
	'no_number',
];

export const isBlocking = ( code: AccountProblem ) => blocking.includes( code );

const opensEver = ( { settings: { openingHours } }: Channel ) =>
	openingHours.always ||
	openingHours.weekly.length > 0 ||
	openingHours.exceptions.some( ( { ranges } ) => ranges.length > 0 );

/** Whether the step can be looked at: without a service there is nothing else to set, without a channel nothing to ring. */
export function isReachable( step: SetUpStep, facts: SetUpFacts ): boolean {
	switch ( step ) {
		case 'service':
			return true;
		case 'hours':
		case 'test_call':
			return isConnected( facts ) && facts.channel !== null;
		default:
			return isConnected( facts );
	}
}

/** The one to go to: the first that is open after `after`, or else of all. Null: none is open. */
export function nextStep(
	facts: SetUpFacts,
	after: SetUpStep | null = null
): SetUpStep | null {
	const place = after === null ? 0 : setUpSteps.indexOf( after ) + 1;
	return (
		[ ...setUpSteps.slice( place ), ...setUpSteps.slice( 0, place ) ].find(
			( step ) =>
				step !== after &&
				isReachable( step, facts ) &&
				stateOf( step, facts ) === 'open'
		) ?? null
	);
}

/** The step that an address names; null for none, and for one that cannot be looked at yet. */
export function stepNamed( name: string, facts: SetUpFacts ): SetUpStep | null {
	const step = setUpSteps.find( ( one ) => one === name );
	return step && isReachable( step, facts ) ? step : null;
}

export function stepTitle( step: SetUpStep ): string {
	switch ( step ) {
		case 'service':
			return __( 'The service', 'rappel' );
		case 'telephony':
			return __( 'The telephone account', 'rappel' );
		case 'caller_id':
			return __( 'The number that is shown', 'rappel' );
		case 'team':
			return __( 'Who is called', 'rappel' );
		case 'hours':
			return __( 'Opening hours', 'rappel' );
		case 'test_call':
			return __( 'Test call', 'rappel' );
	}
}

export function stepStateWord( state: StepState ): string {
	switch ( state ) {
		case 'done':
			return __( 'Done', 'rappel' );
		case 'skipped':
			return __( 'Skipped', 'rappel' );
		case 'open':
			return __( 'To do', 'rappel' );
	}
}
