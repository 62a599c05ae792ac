import { __, sprintf } from '@wordpress/i18n';
import type { Channel, SaveChannel } from '@rappel/contract';
import { overlapping, rangesOf } from './opening-hours';

/** A channel while it is edited. Numbers are as typed; a figure that is no number is NaN until it is one. */
export type Draft = SaveChannel[ 'settings' ];
/** The parts of a draft that hold fields of their own. */
export type Part = 'form' | 'openingHours' | 'calls' | 'guards';

export const draftOf = ( { settings }: Channel ): Draft => settings;

/** A new channel, before anybody typed: the contract's own defaults. */
export function newDraft( language: Draft[ 'language' ] ): Draft {
	return {
		name: '',
		state: 'live',
		language,
		form: {
			introduction: null,
			phoneLabel: null,
			askName: false,
			nameLabel: null,
			buttonLabel: null,
			confirmation: null,
			consent: null,
			consentRequired: false,
		},
		openingHours: {
			always: false,
			weekly: [ 1, 2, 3, 4, 5 ].flatMap( ( day ) => [
				{ day, from: '09:00', to: '12:00' },
				{ day, from: '14:00', to: '18:00' },
			] ),
		},
		calls: {
			destinationNumber: null,
			callerId: null,
			waitingMessage: null,
			holdMusicUrl: null,
			voice: 'woman',
			companyRingSeconds: 25,
			clientRingSeconds: 25,
			maximumTalkSeconds: 3_600,
		},
		guards: {
			defaultCountry: 'FR',
			allowedCountries: [ 'FR' ],
			requestsPerNumberPerDay: 5,
			requestsPerAddressPerHour: 20,
		},
	};
}

/** Limits of the figures, inclusive, as the contract has them. */
export const limits = {
	'calls.companyRingSeconds': [ 10, 60 ],
	'calls.clientRingSeconds': [ 10, 60 ],
	'calls.maximumTalkSeconds': [ 60, 14_400 ],
	'guards.requestsPerNumberPerDay': [ 1, 50 ],
	'guards.requestsPerAddressPerHour': [ 1, 1_000 ],
} as const;

/** Sentences by field; empty when the draft may be sent. What only the service can know (is this a number?) is left to it. */
export function checkDraft( draft: Draft ): Record< string, string > {
	const errors: Record< string, string > = {};
	if ( ! draft.name.trim() ) {
		errors.name = __(
			'Give the channel a name, for example “Sales”.',
			'rappel'
		);
	}
	const figures: Record< keyof typeof limits, number > = {
		'calls.companyRingSeconds': draft.calls.companyRingSeconds,
		'calls.clientRingSeconds': draft.calls.clientRingSeconds,
		'calls.maximumTalkSeconds': draft.calls.maximumTalkSeconds,
		'guards.requestsPerNumberPerDay': draft.guards.requestsPerNumberPerDay,
		'guards.requestsPerAddressPerHour':
			draft.guards.requestsPerAddressPerHour,
	};
	for ( const [ field, value ] of Object.entries( figures ) ) {
		const [ minimum, maximum ] = limits[ field as keyof typeof limits ];
		if (
			! Number.isInteger( value ) ||
			value < minimum ||
			value > maximum
		) {
			errors[ field ] = sprintf(
				/* translators: 1: smallest figure allowed. 2: greatest figure allowed. */
				__( 'Type a whole number from %1$d to %2$d.', 'rappel' ),
				minimum,
				maximum
			);
		}
	}
	const { always, weekly } = draft.openingHours;
	if ( ! always ) {
		for ( let day = 1; day <= 7; day++ ) {
			const ranges = rangesOf( weekly, day );
			if ( ranges.some( ( { from, to } ) => ! from || ! to ) ) {
				errors[ `openingHours.${ day }` ] = __(
					'Fill in both times of each range, or remove the range.',
					'rappel'
				);
			} else if ( overlapping( ranges ).length > 0 ) {
				errors[ `openingHours.${ day }` ] = __(
					'Two ranges of this day overlap. Change or remove one.',
					'rappel'
				);
			}
		}
	}
	return errors;
}

/** What is sent: texts that are blank stand for Rappel's own, and names lose their outer spaces. */
export function cleaned( draft: Draft ): Draft {
	const blankIsNull = < T extends object >( part: T ): T =>
		Object.fromEntries(
			Object.entries( part ).map( ( [ key, value ] ) => [
				key,
				typeof value === 'string' && value.trim() === '' ? null : value,
			] )
		) as T;
	return {
		...draft,
		name: draft.name.trim(),
		form: blankIsNull( draft.form ),
		calls: blankIsNull( draft.calls ),
	};
}

/** "openingHours.weekly.3.from", as the service names it, is told beside its day. */
export function placeErrors(
	fields: Record< string, string >,
	draft: Draft
): Record< string, string > {
	return Object.fromEntries(
		Object.entries( fields ).map( ( [ field, sentence ] ) => {
			const index = /^openingHours\.weekly\.(\d+)/.exec( field )?.[ 1 ];
			const day =
				index && draft.openingHours.weekly[ Number( index ) ]?.day;
			return [ day ? `openingHours.${ day }` : field, sentence ];
		} )
	);
}
