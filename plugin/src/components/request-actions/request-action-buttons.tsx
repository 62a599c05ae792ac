import {
	Button,
	DropdownMenu,
	MenuGroup,
	MenuItem,
} from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { RequestAction } from '@rappel/contract';
import type { ActionResult } from '../../api/request-actions';
import {
	actionWord,
	doneSentence,
	possibleActions,
	type ActedOn,
	type ActingUser,
	type ActionName,
} from '../../domain/request-actions';
import { ProblemNotice } from '../problem-notice';
import type { Assignee } from './assign-dialog';
import { Refusals } from './refusals';
import { asksFirst, RequestDialog } from './request-dialog';
import { useRequestActions } from './use-request-actions';

interface RequestActionButtonsProps {
	request: ActedOn;
	user: ActingUser;
	/** How many have a button of their own; the rest is in a menu. */
	shown?: number;
	onDone: ( result: ActionResult, action: RequestAction ) => void;
	/** For assigning; absent: the dialog asks WordPress. */
	agents?: Assignee[];
}

/** What can be done with a request now: the likeliest as buttons, the rest in a menu; nothing where nothing can be. */
export function RequestActionButtons( {
	request,
	user,
	shown = 2,
	onDone,
	agents,
}: RequestActionButtonsProps ) {
	const { isBusy, problem, act } = useRequestActions( [ request.id ] );
	const [ asking, setAsking ] = useState< ActionName | null >( null );
	const [ refused, setRefused ] = useState< ActionResult[] >( [] );
	const actions = possibleActions( request, user );
	const doAtOnce = async ( action: 'call_now' | 'take' ) => {
		setRefused( [] );
		const [ result ] = ( await act( { action } ) ) ?? [];
		if ( result?.problem ) {
			setRefused( [ result ] );
		} else if ( result ) {
			speak( doneSentence( action ) );
			onDone( result, { action } );
		}
	};
	const press = ( action: ActionName ) =>
		asksFirst( action ) ? setAsking( action ) : void doAtOnce( action );
	const hidden = actions.slice( shown );
	return (
		<div className="rappel-actions">
			{ problem && <ProblemNotice problem={ problem } /> }
			<Refusals
				results={ refused }
				requests={ [ request ] }
				onRemove={ () => setRefused( [] ) }
			/>
			<div className="rappel-actions__buttons">
				{ actions.slice( 0, shown ).map( ( action, place ) => (
					<Button
						key={ action }
						__next40pxDefaultSize
						variant={
							place === 0 && ! isDestructive( action )
								? 'primary'
								: 'secondary'
						}
						isDestructive={ isDestructive( action ) }
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => press( action ) }
					>
						{ actionWord( action ) }
					</Button>
				) ) }
				{ hidden.length > 0 && (
					<DropdownMenu
						icon={ moreVertical }
						label={ __( 'More actions', 'rappel' ) }
					>
						{ ( { onClose } ) => (
							<MenuGroup>
								{ hidden.map( ( action ) => (
									<MenuItem
										key={ action }
										isDestructive={ isDestructive(
											action
										) }
										onClick={ () => {
											onClose();
											press( action );
										} }
									>
										{ actionWord( action ) }
									</MenuItem>
								) ) }
							</MenuGroup>
						) }
					</DropdownMenu>
				) }
			</div>
			{ asking && asksFirst( asking ) && (
				<RequestDialog
					action={ asking }
					requests={ [ request ] }
					{ ...( agents && { agents } ) }
					onDone={ ( results, action ) => {
						setAsking( null );
						if ( results[ 0 ] ) {
							onDone( results[ 0 ], action );
						}
					} }
					onCancel={ () => setAsking( null ) }
				/>
			) }
		</div>
	);
}

const isDestructive = ( action: ActionName ) =>
	action === 'cancel' || action === 'block_number';
