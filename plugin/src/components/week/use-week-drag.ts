import { useEffect, useRef, useState } from '@wordpress/element';
import type { WeeklyRange } from '@rappel/contract';
import type { PointerEvent } from 'react';
import { dayMinutes } from '../../domain/week';
import { dragged, type Drag, type Grip } from '../../domain/week-drag';

/** Minutes on which a drag snaps; the finer one while Shift is held. */
const coarse = 15;
const fine = 5;
/** A press that moves less, in pixels, is a click and draws nothing. */
const slop = 4;

interface Hold {
	drag: Drag;
	start: { x: number; y: number };
	hasMoved: boolean;
}

interface WeekDrag {
	/** The week as it would be if the pointer were let go now. */
	shown: WeeklyRange[];
	/** Place of the range that is dragged; null: none. */
	held: number | null;
	/** For the element around the days, each with `data-row`, and in it a bar with `data-day`. */
	surface: {
		onPointerDown: ( event: PointerEvent< HTMLElement > ) => void;
		onPointerMove: ( event: PointerEvent< HTMLElement > ) => void;
		onPointerUp: () => void;
		onPointerCancel: () => void;
	};
}

/** Ranges drawn, moved and resized by pointer. Nothing changes before it is let go; Escape gives up. */
export function useWeekDrag(
	weekly: WeeklyRange[],
	onChange: ( weekly: WeeklyRange[] ) => void
): WeekDrag {
	const hold = useRef< Hold | null >( null );
	const [ preview, setPreview ] = useState< WeeklyRange[] | null >( null );
	const [ held, setHeld ] = useState< number | null >( null );
	const release = () => {
		hold.current = null;
		setPreview( null );
		setHeld( null );
	};
	useEffect( () => {
		if ( held === null ) {
			return undefined;
		}
		const giveUp = ( event: KeyboardEvent ) =>
			event.key === 'Escape' && release();
		window.addEventListener( 'keydown', giveUp );
		return () => window.removeEventListener( 'keydown', giveUp );
	}, [ held ] );
	return {
		shown: preview ?? weekly,
		held,
		surface: {
			onPointerDown: ( event ) => {
				const taken = event.button === 0 && gripOf( event.target );
				if ( ! taken ) {
					return;
				}
				event.currentTarget.setPointerCapture( event.pointerId );
				hold.current = {
					drag: {
						grip: taken.grip,
						index: taken.index ?? weekly.length,
						from: minuteAt( event, taken.track ),
					},
					start: { x: event.clientX, y: event.clientY },
					hasMoved: false,
				};
			},
			onPointerMove: ( event ) => {
				const { current } = hold;
				if (
					! current ||
					! ( current.hasMoved ||= isFar( event, current ) )
				) {
					return;
				}
				setHeld( current.drag.index );
				const { grip } = current.drag;
				const track =
					grip === 'body' || grip === 'end'
						? trackAt( event )
						: trackOf( event.currentTarget, current.drag.from );
				const next =
					track &&
					dragged(
						weekly,
						current.drag,
						minuteAt( event, track ),
						event.shiftKey ? fine : coarse
					);
				if ( next ) {
					setPreview( next );
				}
			},
			onPointerUp: () => {
				if ( preview ) {
					onChange( inOrder( preview ) );
				}
				release();
			},
			onPointerCancel: release,
		},
	};
}

function gripOf(
	target: EventTarget
): { grip: Grip; index: number | null; track: HTMLElement } | null {
	const element = target as HTMLElement;
	const track = element.closest< HTMLElement >( '[data-day]' );
	const piece = element.closest< HTMLElement >( '[data-index]' );
	const grip = element.closest< HTMLElement >( '[data-grip]' );
	return (
		track && {
			grip: ( grip?.dataset.grip ?? 'new' ) as Grip,
			index: piece ? Number( piece.dataset.index ) : null,
			track,
		}
	);
}

const isFar = (
	{ clientX, clientY }: PointerEvent,
	{ start }: Hold
): boolean => Math.hypot( clientX - start.x, clientY - start.y ) >= slop;

/** The bar of the day that is nearest to the pointer. */
function trackAt( {
	clientY,
	currentTarget,
}: PointerEvent< HTMLElement > ): HTMLElement | null {
	const rows = [ ...currentTarget.querySelectorAll( '[data-row]' ) ];
	const distance = ( row: Element ) => {
		const { top, bottom } = row.getBoundingClientRect();
		return Math.max( top - clientY, clientY - bottom, 0 );
	};
	return (
		rows
			.sort( ( a, b ) => distance( a ) - distance( b ) )[ 0 ]
			?.querySelector< HTMLElement >( '[data-day]' ) ?? null
	);
}

const trackOf = ( surface: HTMLElement, minute: number ) =>
	surface.querySelector< HTMLElement >(
		`[data-day="${ Math.floor( minute / dayMinutes ) + 1 }"]`
	);

/** Minutes from Monday 00:00 under the pointer, within the bar's day; time runs with the writing direction. */
function minuteAt( { clientX }: PointerEvent, track: HTMLElement ): number {
	const { left, width } = track.getBoundingClientRect();
	const across = Math.min( Math.max( ( clientX - left ) / width, 0 ), 1 );
	const share =
		getComputedStyle( track ).direction === 'rtl' ? 1 - across : across;
	return ( Number( track.dataset.day ) - 1 + share ) * dayMinutes;
}

const inOrder = ( weekly: WeeklyRange[] ) =>
	[ ...weekly ].sort(
		( a, b ) => a.day - b.day || a.from.localeCompare( b.from )
	);
