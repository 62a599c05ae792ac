import type { AlternativeSlot, Slot, Slots } from '@rappel/contract';
import type { CallbackContext } from '../context';
import type { ask } from '../wire';
import { alternativeButtons } from './alternatives';
import { askForSlots } from './ask-for-slots';
import { dayChoices } from './day-list';
import { element, part } from './element';
import { timeChoices } from './time-list';

/** Days and times to choose from; drawn into the empty places that render.php leaves. */
export interface Picker {
	/** Loads the free times anew, around `context.slot` where one is chosen. */
	open: () => void;
	/** To the chosen time, or to the first. */
	focus: () => void;
	/** Says which free slots are nearest to one that is gone. */
	offer: ( alternatives: AlternativeSlot[] ) => void;
}

/** What the form does for the picker. Nothing of the form's own code is imported here, so that each is loaded once. */
export interface PickerHost {
	context: CallbackContext;
	root: HTMLElement;
	ask: typeof ask;
	/** Makes a slot the chosen one; empty: none. */
	choose: ( slot: string, text: string ) => void;
	/** Sends the form with the chosen slot. */
	book: () => void;
}

export function createPicker( host: PickerHost ): Picker {
	const { context, root } = host;
	const { texts } = context;
	const placeOf = ( name: string ) =>
		root.querySelector< HTMLElement >( `.${ part( name ) }` )!;
	const place = placeOf( 'slots' );
	const news = placeOf( 'live' );
	const nearest = placeOf( 'alternatives' );

	const days = element( 'div', { className: part( 'days' ) } );
	const earlier = pagingButton( texts.earlierDays, 'earlier' );
	const later = pagingButton( texts.laterDays, 'latter' );
	const clocks = element( 'p', { className: part( 'example' ) } );
	const times = element( 'fieldset', { className: part( 'day-times' ) } );
	const list = [
		element(
			'fieldset',
			{},
			element( 'legend', {}, texts.chooseDay ),
			days
		),
		element( 'div', { className: part( 'paging' ) }, earlier, later ),
		clocks,
		times,
	];

	let shown: Slots | undefined;
	/** Rises with every question, so that a late answer to an older one changes nothing. */
	let question = 0;

	days.onchange = ( { target } ) => {
		const { value } = target as HTMLInputElement;
		showTimes( shown!.days.find( ( { date } ) => date === value )! );
	};
	times.onchange = ( { target } ) => {
		context.slot = ( target as HTMLInputElement ).value;
		sayChoice();
		context.formError = '';
		nearest.replaceChildren();
	};
	earlier.onclick = () => turnTo( shown!.previousDate );
	later.onclick = () => turnTo( shown!.nextDate );

	function pagingButton( label: string, name: string ) {
		return element(
			'button',
			{ type: 'button', className: part( `choice ${ part( name ) }` ) },
			label
		);
	}

	function choose( slot: string, day: string, time: string ): void {
		host.choose(
			slot,
			texts.slotTime.replace( '{day}', day ).replace( '{time}', time )
		);
	}

	/** Whether the chosen slot is among those that are shown; then the form says it in their words. */
	function sayChoice(): boolean {
		const [ day, slot ] = findSlot( shown, context.slot );
		if ( day && slot ) {
			choose( slot.startsAt, day.label, slot.label );
		}
		return !! slot;
	}

	function turnTo( date: string | null ): void {
		if ( date ) {
			void load( date );
		}
	}

	/**
	 * Shows the days from a date on; undefined: from the first that has a free slot. Quiet: somebody else speaks. Gives whether
	 * the service answered.
	 */
	async function load( from?: string, isQuiet = false ): Promise< boolean > {
		const asked = ++question;
		const say = ( sentence: string ) => {
			news.textContent = isQuiet ? '' : sentence;
		};
		place.setAttribute( 'aria-busy', 'true' );
		say( texts.slotsLoading );
		const found = await askForSlots( host.ask, context, from );
		if ( asked !== question ) {
			return false;
		}
		if ( typeof found === 'string' ) {
			showInstead( found, from );
		} else if ( found.days.length ) {
			say( showDays( found ) );
		} else if ( from ) {
			return load( undefined, isQuiet );
		} else {
			showInstead( texts.slotsNone );
		}
		place.setAttribute( 'aria-busy', 'false' );
		return typeof found !== 'string';
	}

	/** Gives what was shown, as a sentence. */
	function showDays( found: Slots ): string {
		const [ first ] = found.days;
		const last = found.days.at( -1 );
		if ( ! first || ! last ) {
			return '';
		}
		shown = found;
		const [ chosen ] = findSlot( found, context.slot );
		days.replaceChildren( ...dayChoices( found.days, chosen ?? first ) );
		// Not `disabled`: whoever has just pressed it would lose their place in the page.
		earlier.setAttribute( 'aria-disabled', `${ ! found.previousDate }` );
		later.setAttribute( 'aria-disabled', `${ ! found.nextDate }` );
		clocks.textContent = found.clocksSentence;
		showTimes( chosen ?? first );
		fill( ...list );
		return texts.daysShown
			.replace( '{first}', first.label )
			.replace( '{last}', last.label );
	}

	function showTimes( { label, slots }: Slots[ 'days' ][ number ] ): void {
		times.replaceChildren(
			element( 'legend', {}, texts.timesOf.replace( '{day}', label ) ),
			element(
				'div',
				{ className: part( 'scroll' ) },
				...timeChoices( slots, context.slot, shown!.timeZone, texts )
			)
		);
	}

	/** A sentence in place of the times, with a way to try again. */
	function showInstead( sentence: string, from?: string ): void {
		news.textContent = '';
		const retry = element(
			'button',
			{
				type: 'button',
				className: part( 'choice' ),
				onclick: () => void load( from ),
			},
			texts.retry
		);
		const said = element( 'p', { className: part( 'error' ) }, sentence );
		said.setAttribute( 'role', 'alert' );
		fill( said, retry );
	}

	/** Whoever was in what goes away is not left nowhere. */
	function fill( ...content: HTMLElement[] ): void {
		if ( content[ 0 ]!.parentNode === place ) {
			return;
		}
		const hadFocus = place.contains( place.ownerDocument.activeElement );
		place.replaceChildren( ...content );
		if ( hadFocus ) {
			place.querySelector< HTMLElement >( ':checked, button' )?.focus();
		}
	}

	return {
		open() {
			nearest.replaceChildren();
			void load(
				context.slot ? dateHere( context.slot ) : undefined
			).then( ( isAnswered ) => {
				// What was chosen may be gone by now; while nobody says so it stays.
				if ( isAnswered && ! sayChoice() ) {
					host.choose( '', '' );
				}
			} );
		},
		focus: () =>
			(
				times.querySelector< HTMLElement >( ':checked' ) ??
				times.querySelector( 'input' )
			)?.focus(),
		offer( alternatives ) {
			host.choose( '', '' );
			const buttons = alternativeButtons( alternatives, ( slot ) => {
				choose( slot.startsAt, slot.dayLabel, slot.label );
				host.book();
			} );
			if ( buttons.length ) {
				nearest.replaceChildren(
					element(
						'fieldset',
						{},
						element( 'legend', {}, texts.nearest ),
						...buttons
					)
				);
			} else {
				nearest.replaceChildren();
			}
			( buttons[ 0 ] ?? placeOf( 'picker' ) ).focus();
			void load( shown?.days[ 0 ]?.date, true );
		},
	};
}

/** The date of an instant by the visitor's clock, "2026-12-01": Sweden writes dates so. */
const dateHere = ( instant: string ): string =>
	new Date( instant ).toLocaleDateString( 'sv-SE' );

/** The day and the slot that starts at an instant, where it is among those shown. */
function findSlot(
	shown: Slots | undefined,
	startsAt: string
): [ Slots[ 'days' ][ number ]?, Slot? ] {
	for ( const day of shown?.days ?? [] ) {
		const slot = day.slots.find( ( each ) => each.startsAt === startsAt );
		if ( slot ) {
			return [ day, slot ];
		}
	}
	return [];
}
