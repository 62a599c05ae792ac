import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Agent, AgentHours } from '@rappel/contract';
import { saveAgentHours } from '../api/agents';
import type { Problem } from '../api/problem';
import { checkClosures, checkWeek } from '../domain/check-hours';
import { focusField } from './use-channel-draft';

export interface AgentHoursDraft {
	draft: AgentHours;
	isDirty: boolean;
	isSaving: boolean;
	/** By field: "weekly.1" for Monday, "leave.0". */
	errors: Record< string, string >;
	problem: Problem | null;
	change: ( changes: Partial< AgentHours > ) => void;
	/** True when it was saved. What was typed stays in any case. */
	save: () => Promise< boolean >;
	discard: () => void;
}

/** Edits a copy of an agent's hours and leave. */
export function useAgentHours(
	{ userId, hours }: Agent,
	onSaved: ( agent: Agent ) => void
): AgentHoursDraft {
	const [ draft, setDraft ] = useState( hours );
	const [ isSaving, setSaving ] = useState( false );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const refuse = ( found: Record< string, string > ) => {
		setErrors( found );
		focusField( Object.keys( found ) );
		return false;
	};
	return {
		draft,
		isDirty: JSON.stringify( draft ) !== JSON.stringify( hours ),
		isSaving,
		errors,
		problem,
		change: ( changes ) => {
			setDraft( { ...draft, ...changes } );
			setErrors( {} );
		},
		save: async () => {
			setProblem( null );
			const found = faultsOf( draft );
			if ( Object.keys( found ).length ) {
				return refuse( found );
			}
			setSaving( true );
			try {
				const saved = await saveAgentHours( userId, draft );
				setDraft( saved.hours );
				onSaved( saved );
				speak( __( 'Hours saved.', 'rappel' ) );
				return true;
			} catch ( error ) {
				setProblem( error as Problem );
				return refuse( placed( error as Problem, draft ) );
			} finally {
				setSaving( false );
			}
		},
		discard: () => {
			setDraft( hours );
			setErrors( {} );
			setProblem( null );
		},
	};
}

const faultsOf = ( { weekly, leave }: AgentHours ) => ( {
	...checkWeek( weekly ?? [], 'weekly' ),
	...checkClosures( leave, 'leave' ),
} );

/** "weekly.3.from", as the service names it, is told beside its day; "leave.2.to" beside that leave. */
const placed = ( { fields }: Problem, { weekly }: AgentHours ) =>
	Object.fromEntries(
		Object.entries( fields ).map( ( [ field, sentence ] ) => {
			const [ part, place ] = field.split( '.' );
			return [
				part === 'weekly'
					? `weekly.${ weekly?.[ Number( place ) ]?.day }`
					: `${ part }.${ place }`,
				sentence,
			];
		} )
	);
