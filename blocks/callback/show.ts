import type { VisitorStatus } from '@rappel/contract';
import { arrange } from './arrange';
import type { CallbackContext } from './context';
import type { Refusal } from './wire';

/** States before the two talk: the confirmation, the numbers and the place still matter. */
const underWay = [ 'waiting', 'calling_company', 'calling_client' ];

/** Tells in the panel what happens to the request (R21). The confirmation (S03) stays while the next sentences come. */
export function showStatus(
	context: CallbackContext,
	status: VisitorStatus
): void {
	const { texts } = context;
	const isUnderWay = underWay.includes( status.state );
	const isToCome = isUnderWay || status.state === 'scheduled';
	const detail = [];
	if ( isUnderWay && status.place ) {
		detail.push( texts.place.replace( '{place}', `${ status.place }` ) );
	}
	const { booking } = status;
	if ( status.dueAt && ! booking ) {
		detail.push(
			texts.calledAt.replace(
				'{time}',
				clock( new Date( status.dueAt ), context.language )
			)
		);
	}
	if ( isToCome || status.state === 'kept' ) {
		detail.push(
			texts.numberCalled.replace( '{number}', status.numberShown )
		);
	}
	// While it rings, the message says so itself.
	if (
		isToCome &&
		status.state !== 'calling_client' &&
		status.callerIdShown
	) {
		detail.push(
			texts.callerIdShown.replace( '{number}', status.callerIdShown )
		);
	}
	context.phase = 'following';
	context.state = status.state;
	context.message = status.message;
	context.confirmation =
		isUnderWay && status.message !== texts.confirmation
			? texts.confirmation
			: '';
	context.detail = detail.join( ' ' );
	showBooking( context, status );
	context.notice = '';
	context.canCancel = status.canCancel;
	context.final = status.final;
}

/** When a booked call comes and how it can be changed, for as long as it is to come. */
function showBooking(
	context: CallbackContext,
	{ booking, state, message }: VisitorStatus
): void {
	const isToCome = booking && state === 'scheduled';
	context.when =
		isToCome && ! message.includes( booking.when ) ? booking.when : '';
	context.textMessage = ( isToCome && booking.textMessageSentence ) || '';
	context.calendarUrl = isToCome ? booking.calendarUrl : '';
	context.changeUrl = isToCome ? booking.changeUrl : '';
}

/** "14:35", or with its day when that is not today; in the visitor's time zone. */
function clock( at: Date, language: string ): string {
	const isToday = at.toDateString() === new Date().toDateString();
	return at.toLocaleString( language, {
		...( ! isToday && { weekday: 'long', day: 'numeric', month: 'long' } ),
		hour: '2-digit',
		minute: '2-digit',
	} );
}

/** Back to the form: nothing is told any more. */
export function showForm( context: CallbackContext ): void {
	context.phase = 'form';
	context.sending = false;
	arrange( context );
	context.key =
		context.state =
		context.confirmation =
		context.message =
		context.when =
		context.detail =
		context.textMessage =
		context.calendarUrl =
		context.changeUrl =
			'';
	context.notice = context.formError = '';
	context.canCancel = context.final = false;
}

export function showNumberError(
	context: CallbackContext,
	sentence: string
): void {
	context.numberError = sentence;
	context.numberInvalid = sentence !== '';
}

export function showConsentError(
	context: CallbackContext,
	sentence: string
): void {
	context.consentError = sentence;
	context.consentInvalid = sentence !== '';
}

/** Puts the service's sentence beside the field at fault, or above the button when it is about none. */
export function showRefusal(
	context: CallbackContext,
	{ detail, field }: Refusal
): void {
	if ( field === 'number' ) {
		showNumberError( context, detail );
	} else if ( field === 'consent' ) {
		showConsentError( context, detail );
	} else {
		context.formError = detail;
	}
}
