import type { Language } from '@rappel/contract';
import { takesBookings } from './applicability';
import type { Draft } from './channel-draft';
import {
	defaultTextsIn,
	pageTextsIn,
	pluginLanguage,
	stateTexts,
} from './default-texts';
import { ownText } from './own-texts';

/** How the form is met: what is asked, and what came of it. */
export const widgetStates = [
	'open',
	'closed',
	'nobody',
	'full',
	'asked',
	'booked',
] as const;
export type WidgetState = ( typeof widgetStates )[ number ];

/** What is filled in, in the language of the preview. */
export interface Example {
	date: string;
	time: string;
	datetime: string;
	opening: string;
	name: string;
	company: string;
}

/** The form, or what takes its place once it is sent. */
export type WidgetPreview = FormPreview | PanelPreview;

export interface FormPreview {
	kind: 'form';
	introduction: string;
	/** Null: it is not asked. */
	nameLabel: string | null;
	phoneLabel: string;
	noteLabel: string | null;
	noteHint: string;
	consent: string;
	consentRequired: boolean;
	/** Null: nobody is called now. */
	button: string | null;
	/** Why nobody is called now; empty while somebody is. */
	closed: string;
	/** Null: no time can be picked. */
	later: string | null;
	/** Empty: nothing is shown. */
	otherWays: string;
}

export interface PanelPreview {
	kind: 'panel';
	state: 'waiting' | 'scheduled';
	message: string;
	links: string[];
}

/** The states in which a visitor can meet it with the draft as it is. */
export const widgetStatesOf = ( draft: Draft ): WidgetState[] =>
	widgetStates.filter( ( state ) => canBe( state, draft ) );

function canBe( state: WidgetState, draft: Draft ): boolean {
	const callsNow = draft.callTypes !== 'deferred';
	const { calls, openingHours, queue } = draft;
	switch ( state ) {
		case 'open':
			return true;
		case 'closed':
			return (
				callsNow &&
				( ! openingHours.always ||
					openingHours.exceptions.length > 0 ||
					openingHours.pauses.length > 0 ||
					openingHours.holidays.country !== null )
			);
		case 'nobody':
			return callsNow && calls.checkAvailability;
		case 'full':
			return (
				callsNow &&
				( queue.maximumWaiting > 0 || queue.maximumWaitMinutes > 0 )
			);
		case 'asked':
			return callsNow;
		case 'booked':
			return takesBookings( draft );
	}
}

export function widgetPreview(
	draft: Draft,
	language: Language,
	state: WidgetState,
	example: Example
): WidgetPreview {
	switch ( state ) {
		case 'asked':
			return askedPreview( draft, language );
		case 'booked':
			return bookedPreview( draft, language, example );
		default:
			return formPreview( draft, language, state, example );
	}
}

function askedPreview( { form }: Draft, language: Language ): PanelPreview {
	return {
		kind: 'panel',
		state: 'waiting',
		message:
			ownText( form.confirmation, language ) ||
			defaultTextsIn( language ).confirmation,
		links: [ pageTextsIn( language ).cancel ],
	};
}

function bookedPreview(
	{ bookingTexts }: Draft,
	language: Language,
	example: Example
): PanelPreview {
	const { calendar, changeTime, cancel } = pageTextsIn( language );
	return {
		kind: 'panel',
		state: 'scheduled',
		message: filled(
			ownText( bookingTexts.confirmation, language ) ||
				defaultTextsIn( language ).bookingConfirmation,
			{ ...example }
		),
		links: [ calendar, changeTime, cancel ],
	};
}

function formPreview(
	draft: Draft,
	language: Language,
	state: 'open' | 'closed' | 'nobody' | 'full',
	example: Example
): FormPreview {
	const { form, bookingTexts, callTypes } = draft;
	const defaults = defaultTextsIn( language );
	const callsNow = callTypes !== 'deferred' && state === 'open';
	const textOf = ( name: 'introduction' | 'phoneLabel' ) =>
		ownText( form[ name ], language ) || defaults[ name ];
	return {
		kind: 'form',
		introduction: textOf( 'introduction' ),
		nameLabel: form.askName
			? ownText( form.nameLabel, language ) || defaults.nameLabel
			: null,
		phoneLabel: textOf( 'phoneLabel' ),
		noteLabel: form.askNote
			? ownText( form.noteLabel, language ) || defaults.noteLabel
			: null,
		noteHint: defaults.noteHint,
		consent:
			ownText( form.consent, language ) ||
			( form.consentRequired
				? pageTextsIn( language ).agree
				: defaults.consent ),
		consentRequired: form.consentRequired,
		button: callsNow
			? ownText( form.buttonLabel, language ) || defaults.buttonLabel
			: null,
		closed:
			callTypes === 'deferred' || state === 'open'
				? ''
				: whyNot( draft, language, state, example ),
		later: takesBookings( draft )
			? ownText( bookingTexts.buttonLabel, language ) ||
				pageTextsIn( language ).later
			: null,
		otherWays: ownText( form.otherWays, language ),
	};
}

/** As the service says it (service/src/availability/unavailable-sentence.ts). */
function whyNot(
	draft: Draft,
	language: Language,
	state: 'closed' | 'nobody' | 'full',
	example: Example
): string {
	const texts = stateTexts[ pluginLanguage( language ) ];
	const own = ownText( draft.bookingTexts.unavailable, language );
	const opening = state === 'closed' ? example.opening : null;
	if ( own || takesBookings( draft ) ) {
		const said = withOpening(
			own || defaultTextsIn( language ).unavailable,
			opening
		);
		if ( said ) {
			return said;
		}
	}
	return opening
		? `${ texts[ state ] } ${ texts.openingAgain.replace( '{{opening}}', opening ) }`
		: texts[ state ];
}

/** Somebody may be there again at any moment: then no sentence speaks of the next opening. */
const withOpening = ( text: string, opening: string | null ): string =>
	opening
		? text.replaceAll( '{opening}', opening )
		: ( text.match( /[^.!?…]+[.!?…]*\s*/g ) ?? [] )
				.filter( ( sentence ) => ! sentence.includes( '{opening}' ) )
				.join( '' )
				.trim();

/** Places that are not known stay as they are written, as on the page. */
export const filled = (
	text: string,
	places: Readonly< Record< string, string > >
): string =>
	text.replaceAll(
		/\{(\w+)\}/g,
		( written, place: string ) => places[ place ] ?? written
	);
