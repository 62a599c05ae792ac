import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Problem } from '../api/problem';

export interface Loaded< T > {
	/** Null until the first answer. What was loaded stays while a later try fails. */
	value: T | null;
	/** Null when the last try worked. */
	problem: Problem | null;
	isLoading: boolean;
	/** Never rejects. */
	reload: () => Promise< void >;
	setValue: ( value: T ) => void;
}

/**
 * Loads at once and whenever `load` changes; `load` must keep its identity between renders (useCallback) and throw Problems.
 * A late answer to an older question is dropped.
 */
export function useLoaded< T >( load: () => Promise< T > ): Loaded< T > {
	const [ value, setValue ] = useState< T | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ isLoading, setLoading ] = useState( true );
	const question = useRef( 0 );
	const reload = useCallback( async () => {
		const asked = ++question.current;
		setLoading( true );
		try {
			const answer = await load();
			if ( asked === question.current ) {
				setValue( answer );
				setProblem( null );
			}
		} catch ( error ) {
			if ( asked === question.current ) {
				setProblem( error as Problem );
			}
		}
		if ( asked === question.current ) {
			setLoading( false );
		}
	}, [ load ] );
	useEffect( () => {
		const counter = question;
		void reload();
		return () => {
			counter.current++;
		};
	}, [ reload ] );
	const put = useCallback( ( next: T ) => {
		question.current++;
		setLoading( false );
		setValue( next );
	}, [] );
	return { value, problem, isLoading, reload, setValue: put };
}
