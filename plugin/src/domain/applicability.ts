import type { Draft } from './channel-draft';

const isTeam = ( { calls }: Draft ) => calls.routing === 'team';
const repeats =
	( side: 'company' | 'client' ) =>
	( { retries }: Draft ) =>
		retries[ side ].attempts > 1;
const fallsBackTo =
	( type: Draft[ 'fallback' ][ 'type' ] ) =>
	( { fallback }: Draft ) =>
		fallback.type === type;

/** Whether visitors may pick a time. */
export const takesBookings = ( { callTypes }: Draft ) =>
	callTypes !== 'immediate';

export const takesVoicemail = ( draft: Draft ) =>
	fallsBackTo( 'voicemail' )( draft ) ||
	( draft.ringBack.enabled && draft.ringBack.otherwise === 'voicemail' );

/** Fields that matter only with certain other settings; every other one always does. */
const conditions: Record< string, ( draft: Draft ) => boolean > = {
	/** Whether anything depends on who is in it; it may be filled in all the same. */
	team: ( draft ) => isTeam( draft ) || draft.calls.checkAvailability,
	presence: ( { calls } ) => calls.checkAvailability,
	'presence.awayAfterMinutes': ( { presence } ) =>
		presence.awayAfterMinutes !== null,
	'returnTimer.minutes': ( { returnTimer } ) => returnTimer.minutes !== null,
	'calls.distribution': isTeam,
	'calls.wrapUpSeconds': isTeam,
	'calls.ownerWaitMinutes': isTeam,
	'retries.company.spacingMinutes': repeats( 'company' ),
	'retries.client.spacingMinutes': repeats( 'client' ),
	'retries.shortCallSeconds': ( { retries } ) =>
		[ retries.company, retries.client ].some(
			( { attempts, reasons } ) =>
				attempts > 1 && reasons.includes( 'short_call' )
		),
	'fallback.number': fallsBackTo( 'call_number' ),
	'fallback.tryAgainMinutes': fallsBackTo( 'try_again' ),
	'fallback.tryAgainTimes': fallsBackTo( 'try_again' ),
	'fallback.bookingUrl': fallsBackTo( 'text_message' ),
	'queue.limit': ( { queue } ) => queue.simultaneousCalls,
	'queue.callsPerAgent': ( draft ) =>
		isTeam( draft ) && draft.queue.simultaneousCalls,
	'recording.retentionDays': ( draft ) =>
		draft.recording.enabled || takesVoicemail( draft ),
	'survey.alertAtOrBelow': ( { survey } ) => survey.enabled,
	'survey.recipients': ( { survey } ) =>
		survey.enabled && survey.alertAtOrBelow !== null,
	'booking.capacityNumber': ( draft ) =>
		takesBookings( draft ) && draft.booking.capacity === 'number',
	'booking.lateAfterMinutes': takesBookings,
	'booking.latestMinutes': ( draft ) =>
		takesBookings( draft ) &&
		draft.booking.whenLate === 'call_with_apology',
	'textMessages.reminder.leadMinutes': ( draft ) =>
		takesBookings( draft ) && draft.textMessages.reminder.enabled,
	'siteWide.popUp.scrollPercent': ( { siteWide: { popUp } } ) =>
		popUp.enabled && popUp.scrollPercent !== null,
	'siteWide.popUp.afterSeconds': ( { siteWide: { popUp } } ) =>
		popUp.enabled && popUp.afterSeconds !== null,
	'ringBack.otherwise': ( { ringBack } ) => ringBack.enabled,
};

/** Whether a field changes anything with the draft as it is; one that does not is hidden. */
export const doesApply = ( path: string, draft: Draft ): boolean =>
	conditions[ path ]?.( draft ) ?? true;
