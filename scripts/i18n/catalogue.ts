import type { Catalogue, Translation } from 'gettext-parser';
import type { Message } from './message.js';

/** A catalogue without translations: the .pot. No date: the same sources always give the same file. */
export function createTemplate( messages: Message[] ): Catalogue {
	const translations: Catalogue[ 'translations' ] = {
		'': { '': { msgid: '', msgstr: [ '' ] } },
	};
	for ( const { singular, plural, context, comment, file } of messages ) {
		const known = ( ( translations[ context ] ??= {} )[ singular ] ??= {
			...( context && { msgctxt: context } ),
			msgid: singular,
			msgstr: [ '' ],
			comments: {},
		} );
		if ( plural ) {
			known.msgid_plural = plural;
			known.msgstr = [ '', '' ];
		}
		known.comments = {
			extracted: joined( known.comments?.extracted, comment ),
			reference: joined( known.comments?.reference, file ),
		};
	}
	return {
		charset: 'utf-8',
		headers: {
			'Project-Id-Version': 'Rappel',
			'MIME-Version': '1.0',
			'Content-Type': 'text/plain; charset=UTF-8',
			'Content-Transfer-Encoding': '8bit',
			'X-Domain': 'rappel',
		},
		translations,
	};
}

/** `template` with what `translated` has of it; what the sources no longer have is dropped, what is new stays empty. */
export function merge( template: Catalogue, translated: Catalogue ): Catalogue {
	const merged: Catalogue = {
		...template,
		headers: translated.headers,
		translations: {},
	};
	for ( const entry of entriesOf( template ) ) {
		const context = entry.msgctxt ?? '';
		const known = translated.translations[ context ]?.[ entry.msgid ];
		const isSameKind = !! known?.msgid_plural === !! entry.msgid_plural;
		( merged.translations[ context ] ??= {} )[ entry.msgid ] = {
			...entry,
			...( known && isSameKind && { msgstr: known.msgstr } ),
			comments: {
				...entry.comments,
				...( known?.comments?.flag && { flag: known.comments.flag } ),
			},
		};
	}
	return merged;
}

/** Every text of a catalogue, without its header. */
export const entriesOf = ( catalogue: Catalogue ): Translation[] =>
	Object.values( catalogue.translations )
		.flatMap( ( entries ) => Object.values( entries ) )
		.filter( ( { msgid } ) => msgid !== '' );

/** Texts that a reader of this language would see in English, or in words that nobody has confirmed. */
export const untranslated = ( catalogue: Catalogue ): Translation[] =>
	entriesOf( catalogue ).filter(
		( { msgid_plural: plural, msgstr, comments } ) =>
			msgstr.length < ( plural ? 2 : 1 ) ||
			msgstr.some( ( text ) => text === '' ) ||
			!! comments?.flag?.includes( 'fuzzy' )
	);

/** Placeholders of a text ("%1$s", "{number}"), in a comparable order. */
export const placeholders = ( text: string ): string =>
	( text.match( /%(\d+\$)?[sd]|\{\w+\}|\{\{\w+\}\}/g ) ?? [] )
		.sort()
		.join( ' ' );

/** Translations whose placeholders are not those of the original: they would show nonsense or fail. */
export const misplaced = ( catalogue: Catalogue ): Translation[] =>
	entriesOf( catalogue ).filter(
		( { msgid, msgid_plural: plural, msgstr } ) =>
			msgstr.some(
				( text ) =>
					text !== '' &&
					placeholders( text ) !== placeholders( plural ?? msgid )
			)
	);

function joined( known: string | undefined, added: string ): string {
	const lines = known ? known.split( '\n' ) : [];
	return (
		added && ! lines.includes( added ) ? [ ...lines, added ] : lines
	).join( '\n' );
}
