import { speak } from '@wordpress/a11y';
import { useCallback, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { readChannel, saveChannel } from '../api/channels';
import type { Problem } from '../api/problem';
import {
	checkDraft,
	cleaned,
	draftOf,
	placeErrors,
	type Draft,
	type Part,
} from '../domain/channel-draft';
import { isSame } from '../domain/is-same';
import { mergeDrafts } from '../domain/merge-drafts';

export interface ChannelDraft {
	draft: Draft;
	isDirty: boolean;
	isSaving: boolean;
	/** Sentences by field: "calls.destinationNumber", "openingHours.1" for Monday. */
	errors: Record< string, string >;
	/** What went wrong beyond single fields; null when nothing did. */
	problem: Problem | null;
	/** Set when a colleague saved meanwhile: theirs, newer than what the draft started from. */
	conflict: Channel | null;
	/** With a conflict: the fields that both changed, each otherwise. */
	clashes: string[];
	change: ( changes: Partial< Omit< Draft, Part > > ) => void;
	changePart: < P extends Part >(
		part: P,
		changes: Partial< Draft[ P ] >
	) => void;
	/** True when it was saved, with these changes too. The draft stays as typed in any case. */
	save: ( changes?: Partial< Omit< Draft, Part > > ) => Promise< boolean >;
	/** Drops what was typed: back to what is saved. */
	discard: () => void;
	/** Ends a conflict: takes theirs alone, or theirs with what was changed here put into it, to be saved. */
	resolve: ( choice: 'theirs' | 'both' ) => void;
}

/**
 * Edits a copy of `channel` (null: a new one, starting from `initial`). `onRefused` is told the fields to mend, and brings one of
 * them before the person.
 */
export function useChannelDraft(
	channel: Channel | null,
	initial: Draft,
	onSaved: ( channel: Channel ) => void,
	onRefused: ( paths: string[] ) => void = focusField
): ChannelDraft {
	const [ base, setBase ] = useState( {
		version: channel?.version,
		settings: channel ? draftOf( channel ) : initial,
	} );
	const [ draft, setDraft ] = useState( base.settings );
	const [ isSaving, setSaving ] = useState( false );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ conflict, setConflict ] = useState< Channel | null >( null );
	const isDirty = ! isSame( draft, base.settings );

	/** A fault is no longer told once its field is being mended. */
	const forget = useCallback( ( fields: string[] ) => {
		setErrors( ( known ) =>
			Object.fromEntries(
				Object.entries( known ).filter(
					( [ name ] ) =>
						! fields.some( ( field ) => name.startsWith( field ) )
				)
			)
		);
	}, [] );

	const restart = ( from: Channel ) => {
		setBase( { version: from.version, settings: draftOf( from ) } );
		setDraft( draftOf( from ) );
		setErrors( {} );
		setProblem( null );
		setConflict( null );
	};

	const refuse = ( found: Record< string, string > ) => {
		setErrors( found );
		const count = Object.keys( found ).length;
		if ( count ) {
			speak(
				sprintf(
					/* translators: %d: number of fields. */
					_n(
						'%d field needs your attention.',
						'%d fields need your attention.',
						count,
						'rappel'
					),
					count
				),
				'assertive'
			);
			onRefused( Object.keys( found ) );
		}
	};

	return {
		draft,
		isDirty,
		isSaving,
		errors,
		problem,
		conflict,
		clashes: conflict
			? mergeDrafts( base.settings, draft, draftOf( conflict ) ).clashes
			: [],
		change: ( changes ) => {
			setDraft( ( known ) => ( { ...known, ...changes } ) );
			forget( Object.keys( changes ) );
		},
		changePart: ( part, changes ) => {
			setDraft( ( known ) => ( {
				...known,
				[ part ]: { ...known[ part ], ...changes },
			} ) );
			forget(
				part === 'openingHours'
					? [ part ]
					: Object.keys( changes ).map(
							( key ) => `${ part }.${ key }`
						)
			);
		},
		save: async ( changes = {} ) => {
			const sent = cleaned( { ...draft, ...changes } );
			const found = checkDraft( sent );
			setProblem( null );
			if ( Object.keys( found ).length ) {
				refuse( found );
				return false;
			}
			setSaving( true );
			try {
				const saved = await saveChannel( channel?.id ?? null, {
					settings: sent,
					...( base.version !== undefined && {
						version: base.version,
					} ),
				} );
				restart( saved );
				speak( __( 'Channel saved.', 'rappel' ) );
				onSaved( saved );
				return true;
			} catch ( error ) {
				const told = error as Problem;
				if ( told.code === 'channel_version_conflict' && channel ) {
					setConflict(
						await readChannel( channel.id ).catch( () => null )
					);
				}
				setProblem( told );
				refuse( placeErrors( told.fields, sent ) );
				return false;
			} finally {
				setSaving( false );
			}
		},
		discard: () => {
			setDraft( base.settings );
			setErrors( {} );
			setProblem( null );
		},
		resolve: ( choice ) => {
			if ( conflict && choice === 'theirs' ) {
				restart( conflict );
			} else if ( conflict ) {
				const theirs = draftOf( conflict );
				setDraft( mergeDrafts( base.settings, draft, theirs ).draft );
				setBase( { version: conflict.version, settings: theirs } );
				setProblem( null );
				setConflict( null );
			}
		},
	};
}

/** The id of a field's input, by its path. */
export const fieldId = ( path: string ) =>
	`rappel-field-${ path.replaceAll( '.', '-' ) }`;

/** The first of them that stands on the screen, in the order of the page. */
export function focusField( paths: string[] ): void {
	// One turn later: its error must be drawn first, so that it is read with it.
	setTimeout( () => {
		const fields = paths.flatMap(
			( path ) => document.getElementById( fieldId( path ) ) ?? []
		);
		const first = fields.sort( ( a, b ) =>
			// eslint-disable-next-line no-bitwise -- compareDocumentPosition answers a bit mask.
			a.compareDocumentPosition( b ) & Node.DOCUMENT_POSITION_FOLLOWING
				? -1
				: 1
		)[ 0 ];
		const isField = first?.matches( 'input, select, textarea' );
		( isField
			? first
			: first?.querySelector< HTMLElement >( 'input, select, textarea' )
		)?.focus();
	} );
}
