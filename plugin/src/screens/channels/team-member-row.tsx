import { Button, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import {
	chevronDown,
	chevronUp,
	closeSmall,
	dragHandle,
	Icon,
} from '@wordpress/icons';
import type { TeamMember } from '@rappel/contract';
import { profileUrl } from '../../admin-url';
import { formatNumber } from '../../domain/format';

interface TeamMemberRowProps {
	member: TeamMember;
	name: string;
	/** Null: they have none. Undefined: not known yet. */
	number: string | null | undefined;
	/** From 0. */
	place: number;
	count: number;
	/** Whoever is dragged would come to this place. */
	isTarget: boolean;
	onMove: ( to: number ) => void;
	onPriority: ( priority: number ) => void;
	onRemove: () => void;
	onDragStart: () => void;
	onDragOver: () => void;
	onDrop: () => void;
	onDragEnd: () => void;
}

const priorities = [ 1, 2, 3, 4, 5, 6, 7, 8, 9 ];

export function TeamMemberRow( {
	member: { userId, priority },
	name,
	number,
	place,
	count,
	isTarget,
	onMove,
	onPriority,
	onRemove,
	onDragStart,
	onDragOver,
	onDrop,
	onDragEnd,
}: TeamMemberRowProps ) {
	return (
		<li
			className={ `rappel-team__member${ isTarget ? ' is-target' : '' }` }
			draggable
			onDragStart={ ( { dataTransfer } ) => {
				dataTransfer.effectAllowed = 'move';
				// Firefox starts no drag without data.
				dataTransfer.setData( 'text/plain', name );
				onDragStart();
			} }
			onDragOver={ ( event ) => {
				event.preventDefault();
				onDragOver();
			} }
			onDrop={ ( event ) => {
				event.preventDefault();
				onDrop();
			} }
			onDragEnd={ onDragEnd }
		>
			<Icon icon={ dragHandle } className="rappel-team__handle" />
			<span className="rappel-team__name">
				{ name }
				<small>
					<NumberOf userId={ userId } number={ number } />
				</small>
			</span>
			<SelectControl
				__nextHasNoMarginBottom
				size="compact"
				hideLabelFromVision
				label={ sprintf(
					/* translators: %s: name of a person. */
					__( 'Priority of %s', 'rappel' ),
					name
				) }
				value={ String( priority ) }
				onChange={ ( chosen ) => onPriority( Number( chosen ) ) }
				options={ priorities.map( ( value ) => ( {
					value: String( value ),
					label: sprintf(
						/* translators: %d: a priority, 1 is called first. */
						__( 'Priority %d', 'rappel' ),
						value
					),
				} ) ) }
			/>
			<span className="rappel-team__tools">
				<Button
					size="compact"
					icon={ chevronUp }
					label={ sprintf(
						/* translators: %s: name of a person. */
						__( 'Move %s up', 'rappel' ),
						name
					) }
					disabled={ place === 0 }
					accessibleWhenDisabled
					onClick={ () => onMove( place - 1 ) }
				/>
				<Button
					size="compact"
					icon={ chevronDown }
					label={ sprintf(
						/* translators: %s: name of a person. */
						__( 'Move %s down', 'rappel' ),
						name
					) }
					disabled={ place === count - 1 }
					accessibleWhenDisabled
					onClick={ () => onMove( place + 1 ) }
				/>
				<Button
					size="compact"
					icon={ closeSmall }
					label={ sprintf(
						/* translators: %s: name of a person. */
						__( 'Remove %s from the team', 'rappel' ),
						name
					) }
					onClick={ onRemove }
				/>
			</span>
		</li>
	);
}

function NumberOf( {
	userId,
	number,
}: {
	userId: number;
	number: string | null | undefined;
} ) {
	if ( number === null ) {
		return (
			<a className="rappel-team__missing" href={ profileUrl( userId ) }>
				{ __( 'No phone number: add it to the profile', 'rappel' ) }
			</a>
		);
	}
	return number ? <bdi dir="ltr">{ formatNumber( number ) }</bdi> : <>…</>;
}
