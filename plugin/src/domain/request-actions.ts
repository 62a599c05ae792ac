import { __ } from '@wordpress/i18n';
import type { RequestAction, RequestSummary } from '@rappel/contract';
import { isLive } from './request-words';

export type ActionName = RequestAction[ 'action' ];
export type Outcome = NonNullable< RequestSummary[ 'outcome' ] >;

/** Who looks, and what they may do. */
export interface ActingUser {
	userId: number;
	supervises: boolean;
	/** Callbacks may be given to them. */
	takesCallbacks: boolean;
}

/** What an action needs to know of a request. */
export type ActedOn = Pick<
	RequestSummary,
	'id' | 'state' | 'name' | 'number' | 'ownerUserId' | 'takenByUserId'
>;

/** An agent acts on what is theirs or nobody's; who supervises, on everything. WordPress and the service decide anew. */
const mayActOn = (
	{ ownerUserId, takenByUserId }: ActedOn,
	{ userId, supervises }: ActingUser
) => {
	const people = [ ownerUserId, takenByUserId ].filter(
		( person ) => person !== null
	);
	return supervises || people.length === 0 || people.includes( userId );
};

const whileWaiting: ActionName[] = [
	'call_now',
	'take',
	'assign',
	'reschedule',
	'handled',
	'cancel',
	'block_number',
];
const onceOver: ActionName[] = [ 'call_now', 'handled', 'block_number' ];
const whileCalling: ActionName[] = [ 'block_number' ];

function actionsInState( { state }: ActedOn ): ActionName[] {
	if ( state === 'queued' || state === 'scheduled' ) {
		return whileWaiting;
	}
	return isLive( { state } ) ? whileCalling : onceOver;
}

/** What can be done with a request now, the likeliest first. */
export const possibleActions = (
	request: ActedOn,
	user: ActingUser
): ActionName[] =>
	mayActOn( request, user )
		? actionsInState( request ).filter( ( action ) =>
				isAllowed( action, user )
			)
		: [];

/** Whether somebody may do it at all. */
export function isAllowed(
	action: ActionName,
	{ supervises, takesCallbacks }: ActingUser
): boolean {
	switch ( action ) {
		case 'assign':
		case 'block_number':
			return supervises;
		case 'take':
			return takesCallbacks;
		default:
			return true;
	}
}

/** On a button. */
export function actionWord( action: ActionName ): string {
	switch ( action ) {
		case 'call_now':
			return __( 'Call now', 'rappel' );
		case 'take':
			return __( 'Take it', 'rappel' );
		case 'assign':
			return __( 'Assign', 'rappel' );
		case 'reschedule':
			return __( 'Change the time', 'rappel' );
		case 'cancel':
			return __( 'Cancel the request', 'rappel' );
		case 'handled':
			return __( 'Mark as handled', 'rappel' );
		case 'block_number':
			return __( 'Block the number', 'rappel' );
	}
}

/** What was done, said once it is. */
export function doneSentence( action: ActionName ): string {
	switch ( action ) {
		case 'call_now':
			return __( 'It is called now.', 'rappel' );
		case 'take':
			return __( 'It is yours: your phone rings.', 'rappel' );
		case 'assign':
			return __( 'It is assigned.', 'rappel' );
		case 'reschedule':
			return __( 'It has another time.', 'rappel' );
		case 'cancel':
			return __( 'It is cancelled.', 'rappel' );
		case 'handled':
			return __( 'It is marked as handled.', 'rappel' );
		case 'block_number':
			return __( 'The number is blocked.', 'rappel' );
	}
}

export const outcomes: Outcome[] = [
	'solved',
	'to_follow_up',
	'not_reached',
	'wrong_number',
	'not_needed',
];

export function outcomeWord( outcome: Outcome ): string {
	switch ( outcome ) {
		case 'solved':
			return __( 'Solved', 'rappel' );
		case 'to_follow_up':
			return __( 'To follow up', 'rappel' );
		case 'not_reached':
			return __( 'Not reached', 'rappel' );
		case 'wrong_number':
			return __( 'Wrong number', 'rappel' );
		case 'not_needed':
			return __( 'Not needed any more', 'rappel' );
	}
}
