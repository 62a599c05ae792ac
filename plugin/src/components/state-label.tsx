import type { ReactNode } from 'react';
import type { Tone } from '../domain/request-words';

/** A state as a dot and a word: never by colour alone. */
export function StateLabel( {
	tone,
	children,
}: {
	tone: Tone;
	children: ReactNode;
} ) {
	return <span className={ `rappel-state is-${ tone }` }>{ children }</span>;
}
