import {
	createContext,
	useCallback,
	useContext,
	useEffect,
	useMemo,
	useRef,
	useState,
} from '@wordpress/element';
import type { ReactNode } from 'react';
import type { Language } from '@rappel/contract';
import {
	isSectionId,
	sectionOf,
	type SectionId,
} from '../../domain/channel-sections';
import { languageAt } from '../../domain/languages';
import { focusField } from '../../hooks/use-channel-draft';

export interface EditorPlace {
	section: SectionId;
	/** In which texts are written and shown now. */
	language: Language;
	setLanguage: ( language: Language ) => void;
	/** The field that somebody asked for; empty when none was. */
	wanted: string;
	/** Goes to a section, or to a field by its path: "calls.callerId". */
	goTo: ( where: string ) => void;
}

const PlaceContext = createContext< EditorPlace >( {
	section: 'form',
	language: 'en',
	setLanguage: () => {},
	wanted: '',
	goTo: () => {},
} );

export const useEditorPlace = () => useContext( PlaceContext );

interface EditorPlaceProviderProps {
	section: SectionId;
	onSection: ( section: SectionId ) => void;
	/** The first to write texts in. */
	firstLanguage: Language;
	children: ReactNode;
}

/** Where somebody is in the editor of a channel, and how they are taken elsewhere. */
export function EditorPlaceProvider( {
	section,
	onSection,
	firstLanguage,
	children,
}: EditorPlaceProviderProps ) {
	const [ language, setLanguage ] = useState( firstLanguage );
	const [ target, setTarget ] = useState( { path: '', ordinal: 0 } );
	const goTo = useCallback(
		( where: string ) => {
			const isSection = isSectionId( where );
			onSection( isSection ? where : sectionOf( where ) );
			setLanguage( ( known ) => languageAt( where ) ?? known );
			setTarget( ( { ordinal } ) => ( {
				path: isSection ? '' : where,
				ordinal: ordinal + 1,
			} ) );
		},
		[ onSection ]
	);
	useFocus( section, target );
	const place = useMemo(
		() => ( { section, language, setLanguage, wanted: target.path, goTo } ),
		[ section, language, target.path, goTo ]
	);
	return (
		<PlaceContext.Provider value={ place }>
			{ children }
		</PlaceContext.Provider>
	);
}

/** Puts the focus on the field that was asked for, or on the title of a section that has taken another's place. */
function useFocus(
	section: SectionId,
	{ path, ordinal }: { path: string; ordinal: number }
) {
	const shown = useRef( section );
	useEffect( () => {
		const isOther = shown.current !== section;
		shown.current = section;
		if ( path ) {
			focusField( [ path ] );
		} else if ( isOther || ordinal > 0 ) {
			document
				.querySelector< HTMLElement >( '.rappel-editor__fields h2' )
				?.focus();
		}
	}, [ section, path, ordinal ] );
}
