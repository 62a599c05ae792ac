import { __, sprintf } from '@wordpress/i18n';
import type { Channel, SaveChannel } from '@rappel/contract';
import { doesApply } from './applicability';
import { limits } from './limits';
import { newDraft } from './new-draft';
import { overlapping, rangesOf } from './opening-hours';

/** A channel while it is edited. Numbers are as typed; a figure that is no number is NaN until it is one. */
export type Draft = SaveChannel[ 'settings' ];
/** The parts of a draft that hold fields of their own. */
export type Part = Exclude<
	keyof Draft,
	'name' | 'state' | 'language' | 'team'
>;

export const draftOf = ( { settings }: Channel ): Draft => settings;

/** Sentences by field; empty when the draft may be sent. What only the service can know (is this a number?) is left to it. */
export function checkDraft( draft: Draft ): Record< string, string > {
	const errors: Record< string, string > = {};
	if ( ! draft.name.trim() ) {
		errors.name = __(
			'Give the channel a name, for example “Sales”.',
			'rappel'
		);
	}
	for ( const [ field, [ minimum, maximum ] ] of Object.entries( limits ) ) {
		const value = figureAt( draft, field );
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
	if (
		draft.fallback.type === 'call_number' &&
		! draft.fallback.number?.trim()
	) {
		errors[ 'fallback.number' ] = __(
			'Give the number to call, or choose something else.',
			'rappel'
		);
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

/** What is sent: texts that are blank stand for Rappel's own, and figures that nobody sees are good ones. */
export function cleaned( draft: Draft ): Draft {
	const sent: Draft = {
		...draft,
		name: draft.name.trim(),
		form: blankIsNull( draft.form ),
		calls: {
			...blankIsNull( draft.calls ),
			spokenTexts: withoutBlanks( draft.calls.spokenTexts ),
		},
		fallback: blankIsNull( draft.fallback ),
	};
	return Object.keys( limits ).reduce(
		( known, field ) =>
			Number.isInteger( figureAt( known, field ) ) ||
			doesApply( field, draft )
				? known
				: putFigure(
						known,
						field,
						figureAt( newDraft( draft.language ), field )
					),
		sent
	);
}

const blankIsNull = < T extends object >( part: T ): T =>
	Object.fromEntries(
		Object.entries( part ).map( ( [ key, value ] ) => [
			key,
			typeof value === 'string' && value.trim() === '' ? null : value,
		] )
	) as T;

/** A sentence that is blank is the default one, and a language without any sentence is not there. */
function withoutBlanks(
	texts: Draft[ 'calls' ][ 'spokenTexts' ]
): Draft[ 'calls' ][ 'spokenTexts' ] {
	return Object.fromEntries(
		Object.entries( texts ).flatMap( ( [ language, own ] ) => {
			const written = Object.entries( own ?? {} ).filter(
				( [ , text ] ) => text?.trim()
			);
			return written.length
				? [ [ language, Object.fromEntries( written ) ] ]
				: [];
		} )
	);
}

/** "retries.client.attempts" → its value; NaN where there is none. */
function figureAt( draft: Draft, path: string ): number {
	const value = path
		.split( '.' )
		.reduce< unknown >(
			( part, key ) =>
				( part as Record< string, unknown > | undefined )?.[ key ],
			draft
		);
	return typeof value === 'number' ? value : NaN;
}

function putFigure( draft: Draft, path: string, figure: number ): Draft {
	const put = ( part: unknown, [ key, ...rest ]: string[] ): unknown => ( {
		...( part as object ),
		[ key! ]: rest.length
			? put( ( part as Record< string, unknown > )[ key! ], rest )
			: figure,
	} );
	return put( draft, path.split( '.' ) ) as Draft;
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
			return [
				day
					? `openingHours.${ day }`
					: field.replace(
							/^survey\.recipients\.\d+$/,
							'survey.recipients'
						),
				sentence,
			];
		} )
	);
}
