import { __ } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';

/** The sections of the editor, in the order in which they are gone through. */
export const sectionIds = [
	'form',
	'vocabulary',
	'team',
	'hours',
	'calls',
	'voice',
	'booking',
	'sms',
	'survey',
	'live',
] as const;
export type SectionId = ( typeof sectionIds )[ number ];

export const isSectionId = ( name: string ): name is SectionId =>
	( sectionIds as readonly string[] ).includes( name );

/** Null: it is the last one. */
export const nextSection = ( id: SectionId ): SectionId | null =>
	sectionIds[ sectionIds.indexOf( id ) + 1 ] ?? null;

/** Where fields stand, by the longest beginning of their path. */
const homes: Record< string, SectionId > = {
	name: 'form',
	language: 'form',
	state: 'live',
	callTypes: 'calls',
	form: 'vocabulary',
	'form.askName': 'form',
	'form.askNote': 'form',
	'form.consentRequired': 'form',
	siteWide: 'form',
	'guards.defaultCountry': 'form',
	'guards.confirmNumber': 'form',
	guards: 'calls',
	bookingTexts: 'vocabulary',
	team: 'team',
	openingHours: 'hours',
	calls: 'calls',
	'calls.waitingMessage': 'voice',
	'calls.spokenTexts': 'voice',
	'calls.holdMusic': 'voice',
	'calls.holdMusicUrl': 'voice',
	'calls.voice': 'voice',
	booking: 'booking',
	textMessages: 'sms',
	survey: 'survey',
};

/** The section in which a field stands: "calls.voice" → "voice". */
export function sectionOf( path: string ): SectionId {
	const parts = path.split( '.' );
	for ( let length = parts.length; length > 0; length-- ) {
		const home = homes[ parts.slice( 0, length ).join( '.' ) ];
		if ( home ) {
			return home;
		}
	}
	// Retries, fallback, queue and the like are advanced settings of the calls.
	return 'calls';
}

/** The field that ends what the service misses. */
export const fieldOfMissing: Record< Channel[ 'missing' ][ number ], string > =
	{
		destination_missing: 'calls.destinationNumber',
		caller_id_missing: 'calls.callerId',
		countries_missing: 'guards.allowedCountries',
		team_numbers_missing: 'team',
		fallback_number_missing: 'fallback.number',
	};

export type Progress = 'done' | 'attention' | 'unvisited';

export interface Known {
	/** Faults, by field. */
	errors: Record< string, string >;
	missing: Channel[ 'missing' ];
	/** What somebody has looked at. */
	visited: readonly SectionId[];
	isLive: boolean;
}

/** What the list at the side says of a section. */
export function progressOf( id: SectionId, known: Known ): Progress {
	const { errors, missing, visited, isLive } = known;
	const isVisited = visited.includes( id );
	if ( id === 'live' ) {
		return isVisited && missing.length > 0
			? 'attention'
			: done( isVisited && isLive );
	}
	const faults = [
		...Object.keys( errors ),
		...missing.map( ( code ) => fieldOfMissing[ code ] ),
	];
	return faults.some( ( path ) => sectionOf( path ) === id )
		? 'attention'
		: done( isVisited );
}

const done = ( isDone: boolean ): Progress => ( isDone ? 'done' : 'unvisited' );

export function sectionTitle( id: SectionId ): string {
	switch ( id ) {
		case 'form':
			return __( 'Form', 'rappel' );
		case 'vocabulary':
			return __( 'Vocabulary', 'rappel' );
		case 'team':
			return __( 'Team', 'rappel' );
		case 'hours':
			return __( 'Opening hours', 'rappel' );
		case 'calls':
			return __( 'Calls', 'rappel' );
		case 'voice':
			return __( 'Voice and music', 'rappel' );
		case 'booking':
			return __( 'Booking window', 'rappel' );
		case 'sms':
			return __( 'Text messages', 'rappel' );
		case 'survey':
			return __( 'Survey', 'rappel' );
		case 'live':
			return __( 'Going live', 'rappel' );
	}
}
