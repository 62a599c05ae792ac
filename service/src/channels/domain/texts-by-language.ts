/** Texts that were one for every language once, by where they stand in a channel's settings. */
const places: ReadonlyArray< readonly [ string, ...string[] ] > = [
	[ 'form', 'introduction' ],
	[ 'form', 'phoneLabel' ],
	[ 'form', 'nameLabel' ],
	[ 'form', 'noteLabel' ],
	[ 'form', 'buttonLabel' ],
	[ 'form', 'confirmation' ],
	[ 'form', 'consent' ],
	[ 'bookingTexts', 'buttonLabel' ],
	[ 'bookingTexts', 'confirmation' ],
	[ 'bookingTexts', 'unavailable' ],
	[ 'textMessages', 'confirmation', 'text' ],
	[ 'textMessages', 'reminder', 'text' ],
	[ 'textMessages', 'notReached', 'text' ],
	[ 'calls', 'waitingMessage' ],
];

type Json = Record< string, unknown >;

/**
 * Settings as they are stored now, of settings from before texts had languages: one that was the same everywhere is the text of the
 * channel's own language. Settings of today stay as they are.
 */
export function textsByLanguage( settings: unknown ): unknown {
	const language = languageOf( settings );
	return changeTexts( settings, ( text ) => {
		if ( typeof text === 'string' ) {
			return { [ language ]: text };
		}
		return text === null ? {} : text;
	} );
}

/** The way back: of each text the one of the channel's own language, or null. Other languages' are lost. */
export function textsOfOneLanguage( settings: unknown ): unknown {
	const language = languageOf( settings );
	return changeTexts( settings, ( text ) =>
		isJson( text ) ? ( text[ language ] ?? null ) : text
	);
}

function languageOf( settings: unknown ): string {
	return isJson( settings ) && typeof settings.language === 'string'
		? settings.language
		: 'fr';
}

function changeTexts(
	settings: unknown,
	change: ( text: unknown ) => unknown
): unknown {
	return places.reduce(
		( changed, place ) => changeAt( changed, place, change ),
		settings
	);
}

/** What is not there is not made. */
function changeAt(
	value: unknown,
	[ name, ...rest ]: readonly string[],
	change: ( text: unknown ) => unknown
): unknown {
	if ( name === undefined ) {
		return change( value );
	}
	return isJson( value ) && name in value
		? { ...value, [ name ]: changeAt( value[ name ], rest, change ) }
		: value;
}

function isJson( value: unknown ): value is Json {
	return (
		typeof value === 'object' && value !== null && ! Array.isArray( value )
	);
}
