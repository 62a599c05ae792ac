import { __, sprintf } from '@wordpress/i18n';
import type { Channel, SaveChannel } from '@rappel/contract';
import { doesApply } from './applicability';
import { checkHours } from './check-hours';
import { limits, stepOf } from './limits';
import { newDraft } from './new-draft';
import { withoutBlanks, type OwnTexts } from './own-texts';

/** A channel while it is edited. Numbers are as typed; a figure that is no number is NaN until it is one. */
export type Draft = SaveChannel[ 'settings' ];
/** The parts of a draft that hold fields of their own. */
export type Part = Exclude<
	keyof Draft,
	'name' | 'state' | 'language' | 'team' | 'callTypes'
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
		if ( value === null ) {
			continue;
		}
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
		} else if ( value % stepOf( field ) !== 0 ) {
			errors[ field ] = sprintf(
				/* translators: %d: a figure, such as 5. */
				__( 'Type a multiple of %d.', 'rappel' ),
				stepOf( field )
			);
		}
	}
	if (
		draft.textMessages.sender?.trim() &&
		! isSender( draft.textMessages.sender )
	) {
		errors[ 'textMessages.sender' ] = __(
			'A name has 1 to 11 letters, digits and spaces without accents, and one letter at least.',
			'rappel'
		);
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
	return { ...errors, ...checkHours( draft.openingHours ) };
}

/** What is sent: texts that are blank stand for Rappel's own, and figures that nobody sees are good ones. */
export function cleaned( draft: Draft ): Draft {
	const { calls, textMessages } = draft;
	const sent: Draft = {
		...draft,
		name: draft.name.trim(),
		form: writtenTexts( draft.form ),
		bookingTexts: writtenTexts( draft.bookingTexts ),
		calls: {
			...blankIsNull( calls ),
			waitingMessage: withoutBlanks( calls.waitingMessage ),
			spokenTexts: writtenSentences( calls.spokenTexts ),
		},
		fallback: blankIsNull( draft.fallback ),
		textMessages: {
			...blankIsNull( textMessages ),
			confirmation: writtenMessage( textMessages.confirmation ),
			reminder: writtenMessage( textMessages.reminder ),
			notReached: writtenMessage( textMessages.notReached ),
		},
	};
	return Object.keys( limits ).reduce(
		( known, field ) =>
			isUsable( figureAt( known, field ) ) || doesApply( field, draft )
				? known
				: putFigure(
						known,
						field,
						figureAt( newDraft( draft.language ), field )
					),
		sent
	);
}

/** As the contract has it (textMessageSettingsSchema). */
const isSender = ( name: string ) =>
	/^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test( name.trim() );

const blankIsNull = < T extends object >( part: T ): T =>
	Object.fromEntries(
		Object.entries( part ).map( ( [ key, value ] ) => [
			key,
			typeof value === 'string' && value.trim() === '' ? null : value,
		] )
	) as T;

/** Those of its fields that are texts by language, without the blank ones. */
function writtenTexts< T extends object >( part: T ): T {
	return Object.fromEntries(
		Object.entries( part ).map( ( [ key, value ] ) => [
			key,
			typeof value === 'object' && value !== null
				? withoutBlanks( value as OwnTexts )
				: value,
		] )
	) as T;
}

const writtenMessage = < T extends { text: OwnTexts } >( message: T ): T => ( {
	...message,
	text: withoutBlanks( message.text ),
} );

/** A sentence that is blank is the default one, and a language without any sentence is not there. */
function writtenSentences(
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

const isUsable = ( figure: number | null ) =>
	figure === null || Number.isInteger( figure );

/** "retries.client.attempts" → its value; null: what it is about is switched off; NaN where there is none. */
function figureAt( draft: Draft, path: string ): number | null {
	const value = path
		.split( '.' )
		.reduce< unknown >(
			( part, key ) =>
				( part as Record< string, unknown > | undefined )?.[ key ],
			draft
		);
	return typeof value === 'number' || value === null ? value : NaN;
}

function putFigure( draft: Draft, path: string, figure: number | null ): Draft {
	const put = ( part: unknown, [ key, ...rest ]: string[] ): unknown => ( {
		...( part as object ),
		[ key! ]: rest.length
			? put( ( part as Record< string, unknown > )[ key! ], rest )
			: figure,
	} );
	return put( draft, path.split( '.' ) ) as Draft;
}

/** "openingHours.weekly.3.from", as the service names it, is told beside its day; others beside what they belong to. */
export function placeErrors(
	fields: Record< string, string >,
	draft: Draft
): Record< string, string > {
	return Object.fromEntries(
		Object.entries( fields ).map( ( [ field, sentence ] ) => [
			placeOf( field, draft ),
			sentence,
		] )
	);
}

/** One entry of a list that is one field on the screen; the service may name what is wrong within it too. */
const listItem =
	/^(survey\.recipients|guards\.allowedCountries|siteWide\.popUp\.(?:parameters|pages|exceptPages))\.\d+(?:\..*)?$/;

function placeOf( field: string, { openingHours }: Draft ): string {
	const [ , list, index ] =
		/^openingHours\.(weekly|exceptions|pauses)\.(\d+)/.exec( field ) ?? [];
	const place = Number( index );
	const day = list === 'weekly' && openingHours.weekly[ place ]?.day;
	const date =
		list === 'exceptions' && openingHours.exceptions[ place ]?.date;
	if ( day ) {
		return `openingHours.${ day }`;
	}
	if ( date ) {
		return `openingHours.exceptions.${ date }`;
	}
	return list === 'pauses'
		? `openingHours.pauses.${ place }`
		: field.replace( listItem, '$1' );
}
