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
import type { PointerEvent } from 'react';
import { profileUrl } from '../../admin-url';
import { formatNumber } from '../../domain/format';

interface TeamMemberRowProps {
	member: TeamMember;
	name: string;
	/** Null: they have none. Undefined: not known yet. */
	number: string | null | undefined;
	isHeld: boolean;
	/** Whoever is held would come there. */
	mark: 'before' | 'after' | null;
	canGo: { up: boolean; down: boolean };
	onStep: ( step: 'up' | 'down' ) => void;
	onPriority: ( priority: number ) => void;
	onRemove: () => void;
	onHold: ( event: PointerEvent< HTMLElement > ) => void;
}

const priorities = [ 1, 2, 3, 4, 5, 6, 7, 8, 9 ];

export function TeamMemberRow( {
	member: { userId, priority },
	name,
	number,
	isHeld,
	mark,
	canGo,
	onStep,
	onPriority,
	onRemove,
	onHold,
}: TeamMemberRowProps ) {
	const classes = [
		'rappel-team__member',
		isHeld && 'is-held',
		mark && `is-${ mark }`,
	];
	return (
		<li
			className={ classes.filter( Boolean ).join( ' ' ) }
			data-member={ userId }
			data-priority={ priority }
		>
			<span
				className="rappel-team__handle"
				title={ __( 'Drag to change the order', 'rappel' ) }
				onPointerDown={ onHold }
			>
				<Icon icon={ dragHandle } />
			</span>
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
					data-step="up"
					label={ sprintf(
						/* translators: %s: name of a person. */
						__( 'Move %s up', 'rappel' ),
						name
					) }
					disabled={ ! canGo.up }
					accessibleWhenDisabled
					onClick={ () => onStep( 'up' ) }
				/>
				<Button
					size="compact"
					icon={ chevronDown }
					data-step="down"
					label={ sprintf(
						/* translators: %s: name of a person. */
						__( 'Move %s down', 'rappel' ),
						name
					) }
					disabled={ ! canGo.down }
					accessibleWhenDisabled
					onClick={ () => onStep( 'down' ) }
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
