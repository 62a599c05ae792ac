import {
	Button,
	DropdownMenu,
	MenuGroup,
	MenuItem,
} from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { LiveRequest } from '@rappel/contract';
import { asksFirst } from '../../components/request-actions/request-dialog';
import { useRequestActions } from '../../components/request-actions/use-request-actions';
import { formatNumber } from '../../domain/format';
import type { LiveSection } from '../../domain/live-sections';
import {
	actionWord,
	doneSentence,
	possibleActions,
	type ActionName,
} from '../../domain/request-actions';
import { useLiveSurroundings } from './live-context';

/** The likeliest action as a button, the others in a menu; what could not be done is said in the row. */
export function RowActions( {
	request,
	section,
}: {
	request: LiveRequest;
	section: LiveSection;
} ) {
	const { me, ask, refresh } = useLiveSurroundings();
	const { isBusy, problem, act } = useRequestActions( [ request.id ] );
	const [ refusal, setRefusal ] = useState( '' );
	const actions = actionsOf(
		request,
		section,
		possibleActions( request, me )
	);
	if ( actions.length === 0 ) {
		return null;
	}
	const choose = async ( action: ActionName ) => {
		if ( asksFirst( action ) ) {
			ask( action, request );
			return;
		}
		setRefusal( '' );
		const results = await act( { action } );
		const refused = results?.[ 0 ]?.problem?.detail ?? '';
		setRefusal( refused );
		if ( results && ! refused ) {
			speak( doneSentence( action ) );
			refresh();
		}
	};
	const [ first, ...others ] = actions;
	const isDirect = first === 'take' || first === 'call_now';
	const who = request.name || formatNumber( request.number );
	return (
		<>
			{ first && isDirect && (
				<Button
					size="compact"
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => void choose( first ) }
				>
					{ actionWord( first ) }
					<span className="screen-reader-text">{ ` ${ who }` }</span>
				</Button>
			) }
			<DropdownMenu
				icon={ moreVertical }
				label={ sprintf(
					/* translators: %s: a name or a number. */
					__( 'More actions: %s', 'rappel' ),
					who
				) }
				toggleProps={ { size: 'compact' } }
				popoverProps={ { placement: 'bottom-end' } }
			>
				{ ( { onClose } ) => (
					<MenuGroup>
						{ ( isDirect ? others : actions ).map( ( action ) => (
							<MenuItem
								key={ action }
								isDestructive={
									action === 'block_number' ||
									action === 'cancel'
								}
								onClick={ () => {
									onClose();
									void choose( action );
								} }
							>
								{ actionWord( action ) }
							</MenuItem>
						) ) }
					</MenuGroup>
				) }
			</DropdownMenu>
			{ ( refusal || problem ) && (
				<p className="rappel-field-error" role="alert">
					{ refusal || problem?.detail }
				</p>
			) }
		</>
	);
}

/** Who waits now is to be taken; who does not, to be called. */
function actionsOf(
	request: LiveRequest,
	section: LiveSection,
	possible: ActionName[]
): ActionName[] {
	const likeliest: ActionName = section === 'waiting' ? 'take' : 'call_now';
	const rest = possible.filter(
		( action ) =>
			action !== likeliest &&
			// It is due already.
			! ( action === 'call_now' && request.state === 'queued' )
	);
	return possible.includes( likeliest ) ? [ likeliest, ...rest ] : rest;
}
