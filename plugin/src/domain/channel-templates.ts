import { __ } from '@wordpress/i18n';
import type { Language, WeeklyRange } from '@rappel/contract';
import type { Draft } from './channel-draft';
import { newDraft } from './new-draft';

export const templateIds = [
	'switchboard',
	'consultants',
	'booking_only',
	'after_hours',
] as const;
export type TemplateId = ( typeof templateIds )[ number ];

/** Its name, which is the new channel's too until somebody gives it another. */
export function templateName( id: TemplateId ): string {
	switch ( id ) {
		case 'switchboard':
			return __( 'Switchboard', 'rappel' );
		case 'consultants':
			return __( 'Team of consultants', 'rappel' );
		case 'booking_only':
			return __( 'Booking only', 'rappel' );
		case 'after_hours':
			return __( 'After hours', 'rappel' );
	}
}

/** For whom it is, and what it does. */
export function templateDescription( id: TemplateId ): string {
	switch ( id ) {
		case 'switchboard':
			return __(
				'Every call goes to one number of yours, during your hours. Outside them visitors book a time.',
				'rappel'
			);
		case 'consultants':
			return __(
				'Calls go to the consultants who are online, the one who has waited longest first, each on their own phone.',
				'rappel'
			);
		case 'booking_only':
			return __(
				'Nobody is called at once: visitors choose a time, and get an SMS to confirm and one to remind them.',
				'rappel'
			);
		case 'after_hours':
			return __(
				'Evenings and weekends, to a number on call. Whoever finds nobody leaves a message.',
				'rappel'
			);
	}
}

/** A channel of that kind: paused, until its owner has gone through its settings and puts it live. */
export function draftOfTemplate(
	id: TemplateId,
	name: string,
	language: Language
): Draft {
	const draft: Draft = { ...newDraft( language ), name, state: 'paused' };
	switch ( id ) {
		case 'switchboard':
			return draft;
		case 'consultants':
			return {
				...draft,
				calls: {
					...draft.calls,
					routing: 'team',
					checkAvailability: true,
					distribution: 'longest_idle',
					wrapUpSeconds: 60,
				},
			};
		case 'booking_only':
			return {
				...draft,
				callTypes: 'deferred',
				booking: { ...draft.booking, minimumDelayMinutes: 60 },
			};
		case 'after_hours':
			return {
				...draft,
				openingHours: {
					...draft.openingHours,
					weekly: eveningsAndWeekends(),
				},
				// A mobile on call: its voicemail must not take the call for a person.
				calls: { ...draft.calls, confirmation: 'always' },
				fallback: { ...draft.fallback, type: 'voicemail' },
			};
	}
}

function eveningsAndWeekends(): WeeklyRange[] {
	return [
		...[ 1, 2, 3, 4, 5 ].map( ( day ) => ( {
			day,
			from: '18:00',
			to: '22:00',
		} ) ),
		...[ 6, 7 ].map( ( day ) => ( { day, from: '09:00', to: '20:00' } ) ),
	];
}
