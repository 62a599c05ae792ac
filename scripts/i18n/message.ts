/** One text that people read, as the sources have it. */
export interface Message {
	singular: string;
	/** Undefined: no plural. */
	plural?: string;
	/** Tells equal words with different meanings apart; empty: none. */
	context: string;
	/** For translators; empty: none. */
	comment: string;
	/** From the root of the repository: "plugin/src/index.tsx". */
	file: string;
}

export const textDomain = 'rappel';

/** What each gettext function's arguments are, in order; `d` stands for the text domain, `n` for a count. */
export const gettextFunctions: Record< string, string > = {
	__: 'sd',
	_e: 'sd',
	_x: 'scd',
	_ex: 'scd',
	_n: 'spnd',
	_nx: 'spncd',
	_n_noop: 'spd',
	_nx_noop: 'spcd',
	esc_html__: 'sd',
	esc_html_e: 'sd',
	esc_html_x: 'scd',
	esc_attr__: 'sd',
	esc_attr_e: 'sd',
	esc_attr_x: 'scd',
};

/** The message of one call; null when it belongs to another domain. Throws when a text is not written out in the source. */
export function messageOf( call: {
	name: string;
	/** Null for an argument that is no literal. */
	literals: ( string | null )[];
	comment: string;
	file: string;
} ): Message | null {
	const shape = gettextFunctions[ call.name ]!;
	const literal = ( kind: string ) =>
		shape.includes( kind )
			? ( call.literals[ shape.indexOf( kind ) ] ?? null )
			: undefined;
	if ( literal( 'd' ) !== textDomain ) {
		return null;
	}
	const [ singular, plural, context ] = [ 's', 'p', 'c' ].map( literal );
	if ( ! singular || plural === null || context === null ) {
		throw new Error(
			`${ call.file }: ${ call.name }() needs its texts written out, found ${ JSON.stringify( call.literals ) }`
		);
	}
	return {
		singular,
		...( plural && { plural } ),
		context: context ?? '',
		comment: call.comment,
		file: call.file,
	};
}

/** The translators' comment that stands right before `offset`, with no other text and no end of a statement in between. */
export function commentBefore( source: string, offset: number ): string {
	const start = source.lastIndexOf( '/* translators:', offset );
	const end = source.indexOf( '*/', start );
	if (
		start < 0 ||
		end > offset ||
		/;|\b(_[_nx]x?|esc_\w+)\(/.test( source.slice( end, offset ) )
	) {
		return '';
	}
	return source
		.slice( start + 3, end )
		.replace( /\s*\n[\s*]*/g, ' ' )
		.trim();
}
