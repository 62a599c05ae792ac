import { useState } from '@wordpress/element';
import type { Problem } from '../api/problem';

export interface Sending {
	isBusy: boolean;
	/** Sentences by field. */
	errors: Record< string, string >;
	/** What went wrong beyond single fields; null when nothing did. */
	problem: Problem | null;
	/**
	 * Runs `action`, which throws Problems, unless fields are faulty or it runs already. True when it went well.
	 */
	send: (
		action: () => Promise< unknown >,
		faults?: Record< string, string >
	) => Promise< boolean >;
}

/** A small form on its way: one thing is sent at a time, and what is typed stays whatever the answer. */
export function useSending(): Sending {
	const [ isBusy, setBusy ] = useState( false );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	return {
		isBusy,
		errors,
		problem,
		send: async ( action, faults = {} ) => {
			setErrors( faults );
			setProblem( null );
			if ( isBusy || Object.keys( faults ).length > 0 ) {
				return false;
			}
			setBusy( true );
			try {
				await action();
				return true;
			} catch ( error ) {
				setProblem( error as Problem );
				setErrors( ( error as Problem ).fields );
				return false;
			} finally {
				setBusy( false );
			}
		},
	};
}
