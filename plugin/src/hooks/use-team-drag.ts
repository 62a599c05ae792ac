import { useEffect, useRef, useState } from '@wordpress/element';
import type { PointerEvent } from 'react';
import type { TeamPlace } from '../domain/team-tiers';

export interface TeamDrag {
	/** Who is held; null: nobody. */
	userId: number | null;
	/** Where they would come. */
	target: TeamPlace | null;
	/** For the handle of each member; nothing else scrolls or selects while it is held. */
	start: ( userId: number, event: PointerEvent< HTMLElement > ) => void;
}

/**
 * Drags a member by its handle, with a mouse, a finger or a pen. Members carry `data-member` and `data-priority`. Escape lets
 * them where they were.
 */
export function useTeamDrag(
	onDrop: ( userId: number, place: TeamPlace ) => void
): TeamDrag {
	const [ userId, setUserId ] = useState< number | null >( null );
	const [ target, setTarget ] = useState< TeamPlace | null >( null );
	const drop = useRef( onDrop );
	useEffect( () => {
		drop.current = onDrop;
	} );
	useEffect( () => {
		if ( userId === null ) {
			return undefined;
		}
		let latest: TeamPlace | null = null;
		const move = ( { clientX, clientY }: globalThis.PointerEvent ) => {
			latest = placeAt( clientX, clientY ) ?? latest;
			setTarget( latest );
		};
		const end = () => {
			setUserId( null );
			setTarget( null );
		};
		const release = () => {
			if ( latest ) {
				drop.current( userId, latest );
			}
			end();
		};
		const key = ( event: KeyboardEvent ) => event.key === 'Escape' && end();
		window.addEventListener( 'pointermove', move );
		window.addEventListener( 'pointerup', release );
		window.addEventListener( 'pointercancel', end );
		window.addEventListener( 'keydown', key );
		return () => {
			window.removeEventListener( 'pointermove', move );
			window.removeEventListener( 'pointerup', release );
			window.removeEventListener( 'pointercancel', end );
			window.removeEventListener( 'keydown', key );
		};
	}, [ userId ] );
	return {
		userId,
		target,
		start: ( held, event ) => {
			if ( event.button === 0 ) {
				event.preventDefault();
				setUserId( held );
			}
		},
	};
}

/** Before or after the member under the pointer, by which half of them it is on; null: nobody is under it. */
function placeAt( x: number, y: number ): TeamPlace | null {
	const row = document
		.elementFromPoint( x, y )
		?.closest< HTMLElement >( '[data-member]' );
	if ( ! row ) {
		return null;
	}
	const { top, height } = row.getBoundingClientRect();
	const next = row.nextElementSibling as HTMLElement | null;
	const before = y < top + height / 2 ? row : next;
	return {
		priority: Number( row.dataset.priority ),
		beforeUserId: before?.dataset.member
			? Number( before.dataset.member )
			: null,
	};
}
