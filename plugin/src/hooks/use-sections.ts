import { useRef } from '@wordpress/element';
import type { FocusEvent, RefObject } from 'react';

export interface Sections {
	/** The form that the sections are in. */
	form: RefObject< HTMLFormElement >;
	/** Remembers the section that is being filled in. */
	onFocus: ( event: FocusEvent ) => void;
	/** Whether nothing comes after it. */
	isLast: () => boolean;
	/** Goes to the one after it; its title gets the focus. */
	goOn: () => void;
}

/** The sections of a form, gone through one after the other. */
export function useSections(): Sections {
	const form = useRef< HTMLFormElement >( null );
	const current = useRef< Element | null >( null );
	const all = () => [
		...( form.current?.querySelectorAll( '.rappel-section' ) ?? [] ),
	];
	const next = () => {
		const sections = all();
		const place = current.current ? sections.indexOf( current.current ) : 0;
		return sections[ place + 1 ];
	};
	return {
		form,
		onFocus: ( { target } ) => {
			const section = target.closest( '.rappel-section' );
			if ( section ) {
				current.current = section;
			}
		},
		isLast: () => ! next(),
		goOn: () => {
			const section = next();
			current.current = section ?? null;
			const title = section?.querySelector< HTMLElement >( 'h2' );
			section?.scrollIntoView?.( { block: 'start' } );
			title?.focus( { preventScroll: true } );
		},
	};
}
