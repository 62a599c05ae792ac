import { Button, Modal } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RequestAction } from '@rappel/contract';
import type { ReactNode } from 'react';
import type { ActionResult } from '../../api/request-actions';
import { ProblemNotice } from '../problem-notice';
import { countRequests, formatNumber } from '../../domain/format';
import {
	actionWord,
	doneSentence,
	type ActedOn,
} from '../../domain/request-actions';
import { Refusals } from './refusals';
import { useRequestActions } from './use-request-actions';

/** What every dialog about requests is given. */
export interface RequestDialogProps {
	/** One or more; the dialog does the same with each. */
	requests: ActedOn[];
	/** It was done for one of them at least; the result of each tells for which. */
	onDone: ( results: ActionResult[], action: RequestAction ) => void;
	onCancel: () => void;
}

interface ActionDialogProps extends RequestDialogProps {
	name: RequestAction[ 'action' ];
	/** What is to be done, or null while something is missing, which the dialog then tells itself. */
	actionOf: () => RequestAction | null;
	/** The deed in a word; the action's own word by default. */
	confirmLabel?: string;
	isDestructive?: boolean;
	children: ReactNode;
}

/** Asks what is missing for an action, does it, and stays open with what was typed where it could not be done. */
export function ActionDialog( {
	requests,
	name,
	actionOf,
	confirmLabel = actionWord( name ),
	isDestructive = false,
	onDone,
	onCancel,
	children,
}: ActionDialogProps ) {
	const { isBusy, problem, act } = useRequestActions(
		requests.map( ( { id } ) => id )
	);
	const [ refused, setRefused ] = useState< ActionResult[] >( [] );
	const confirm = async () => {
		const action = actionOf();
		if ( ! action ) {
			return;
		}
		setRefused( [] );
		const results = await act( action );
		if ( ! results ) {
			return;
		}
		const isAnyDone = results.some( ( result ) => ! result.problem );
		if ( isAnyDone ) {
			speak( doneSentence( name ) );
			onDone( results, action );
		} else {
			setRefused( results );
		}
	};
	return (
		<Modal
			className="rappel-dialog"
			title={ actionWord( name ) }
			onRequestClose={ onCancel }
			size="small"
		>
			<form
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					void confirm();
				} }
			>
				<Subject requests={ requests } />
				{ problem && <ProblemNotice problem={ problem } /> }
				<Refusals results={ refused } requests={ requests } />
				<div className="rappel-dialog__fields">{ children }</div>
				<div className="rappel-confirmation__buttons">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ onCancel }
					>
						{ __( 'Go back', 'rappel' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="primary"
						type="submit"
						isDestructive={ isDestructive }
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
					>
						{ confirmLabel }
					</Button>
				</div>
			</form>
		</Modal>
	);
}

/** Whose request it is, or how many. */
function Subject( { requests }: { requests: ActedOn[] } ) {
	const [ first ] = requests;
	return (
		<p className="rappel-dialog__subject">
			{ first && requests.length === 1 ? (
				<>
					{ first.name && <>{ first.name } · </> }
					<bdi dir="ltr">{ formatNumber( first.number ) }</bdi>
				</>
			) : (
				countRequests( requests.length )
			) }
		</p>
	);
}
