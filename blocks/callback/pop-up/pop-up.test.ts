import {
	afterEach,
	beforeEach,
	describe,
	expect,
	it,
	jest,
} from '@jest/globals';
import type { PopUpRules } from './rules';
import { watch } from './watch';

const rules: PopUpRules = {
	channelId: 'channel-1',
	exitIntent: false,
	scrollPercent: null,
	afterSeconds: null,
	parameters: [],
	devices: 'all',
	oncePerSession: true,
};

const opened: unknown[] = [];
let hasMouse = true;

/** The form as render.php leaves it, and a field of somebody else's. */
function page( phase = 'form', disabled = '' ): Element {
	document.body.innerHTML = `
		<input class="search" />
		<div class="rappel-callback" data-phase="${ phase }"><dialog><input name="number" ${ disabled } /></dialog></div>
		<dialog class="other"></dialog>`;
	return document.querySelector( '.rappel-callback' )!;
}

const seconds = ( count: number ) =>
	jest.advanceTimersByTimeAsync( count * 1_000 );

function leaveTo( clientY: number ): void {
	document.documentElement.dispatchEvent(
		new MouseEvent( 'mouseleave', { clientY } )
	);
}

function scrollTo( y: number ): void {
	Object.defineProperty( window, 'scrollY', {
		value: y,
		configurable: true,
	} );
	dispatchEvent( new Event( 'scroll' ) );
}

beforeEach( () => {
	jest.useFakeTimers();
	opened.length = 0;
	hasMouse = true;
	sessionStorage.clear();
	history.replaceState( null, '', '/' );
	window.matchMedia = ( query ) =>
		( {
			matches: query === '(hover: none)' && ! hasMouse,
		} ) as MediaQueryList;
	Object.defineProperty( document.documentElement, 'scrollHeight', {
		value: 2 * innerHeight,
		configurable: true,
	} );
	window.rappel = {
		open( which ) {
			opened.push( which );
			document.dispatchEvent( new Event( 'rappel:open' ) );
			return true;
		},
	};
} );

afterEach( () => {
	document.dispatchEvent( new Event( 'rappel:open' ) );
	jest.useRealTimers();
} );

describe( 'rules that open the form', () => {
	it( 'open it after a time on the page, once [R10]', async () => {
		watch( page(), { ...rules, afterSeconds: 20 } );
		await seconds( 19 - performance.now() / 1_000 );
		expect( opened ).toEqual( [] );
		await seconds( 60 );
		expect( opened ).toEqual( [
			{ channelId: 'channel-1', trigger: 'time' },
		] );
	} );

	it( 'open it as the pointer leaves at the top, of whoever has one [R10]', () => {
		watch( page(), { ...rules, exitIntent: true } );
		leaveTo( 300 );
		expect( opened ).toEqual( [] );
		leaveTo( -1 );
		leaveTo( -1 );
		expect( opened ).toMatchObject( [ { trigger: 'exit_intent' } ] );
	} );

	it( 'do not mistake a finger for a pointer [R10]', () => {
		hasMouse = false;
		watch( page(), { ...rules, exitIntent: true } );
		leaveTo( -1 );
		expect( opened ).toEqual( [] );
	} );

	it( 'open it so far down the page, and not before one scrolls [R10]', () => {
		watch( page(), { ...rules, scrollPercent: 75 } );
		scrollTo( innerHeight / 4 );
		expect( opened ).toEqual( [] );
		scrollTo( innerHeight / 2 );
		expect( opened ).toMatchObject( [ { trigger: 'scroll' } ] );
	} );

	it.each( [
		[ '?utm_campaign=spring', true ],
		[ '?utm_campaign=autumn', false ],
		[ '?gclid=1', true ],
		[ '', false ],
	] )( 'mean who came by %j: %j [R10]', async ( search, meant ) => {
		history.replaceState( null, '', `/${ search }` );
		watch( page(), {
			...rules,
			afterSeconds: 1,
			parameters: [
				{ name: 'utm_campaign', value: 'spring' },
				{ name: 'gclid', value: '' },
			],
		} );
		await seconds( 1 );
		expect( opened ).toHaveLength( meant ? 1 : 0 );
	} );

	it.each( [
		[ 'phones', false, 1 ],
		[ 'phones', true, 0 ],
		[ 'computers', false, 0 ],
		[ 'computers', true, 1 ],
	] as const )(
		'for %s, with a mouse: %j, open it %j times [R10]',
		async ( devices, mouse, times ) => {
			hasMouse = mouse;
			watch( page(), { ...rules, afterSeconds: 1, devices } );
			await seconds( 1 );
			expect( opened ).toHaveLength( times );
		}
	);

	it( 'open it once in the tab’s session, if they say so [R10]', async () => {
		const again = { ...rules, afterSeconds: 1 };
		watch( page(), again );
		await seconds( 1 );
		watch( page(), again );
		await seconds( 60 );
		expect( opened ).toHaveLength( 1 );
		watch( page(), { ...again, oncePerSession: false } );
		await seconds( 60 );
		expect( opened ).toHaveLength( 2 );
	} );

	it( 'leave whoever opened it themselves alone [R10]', async () => {
		watch( page(), { ...rules, afterSeconds: 1 } );
		document.dispatchEvent( new Event( 'rappel:open' ) );
		await seconds( 60 );
		expect( opened ).toEqual( [] );
	} );

	it( 'interrupt nobody who types, or is in another dialog [R10]', async () => {
		watch( page(), { ...rules, afterSeconds: 1 } );
		const search = document.querySelector< HTMLElement >( '.search' )!;
		const other = document.querySelector< HTMLDialogElement >( '.other' )!;
		search.focus();
		await seconds( 60 );
		expect( opened ).toEqual( [] );
		other.open = true;
		search.blur();
		await seconds( 60 );
		expect( opened ).toEqual( [] );
		other.open = false;
		other.dispatchEvent( new Event( 'close' ) );
		await seconds( 0 );
		expect( opened ).toHaveLength( 1 );
	} );

	it.each( [
		[ 'nothing may be asked for', 'form', 'disabled' ],
		[ 'something was asked for', 'following', '' ],
	] )( 'are silent while %s [R10]', async ( _why, phase, disabled ) => {
		watch( page( phase, disabled ), { ...rules, afterSeconds: 1 } );
		await seconds( 60 );
		expect( opened ).toEqual( [] );
	} );

	it( 'wait for the form’s own script, on a slow network [R10]', async () => {
		const { rappel } = window;
		delete window.rappel;
		watch( page(), { ...rules, afterSeconds: 1 } );
		await seconds( 5 );
		window.rappel = { open: () => false };
		await seconds( 5 );
		expect( opened ).toEqual( [] );
		window.rappel = rappel!;
		await seconds( 60 );
		expect( opened ).toHaveLength( 1 );
	} );

	it( 'set no cookie [R10]', async () => {
		watch( page(), { ...rules, afterSeconds: 1 } );
		await seconds( 1 );
		expect( document.cookie ).toBe( '' );
	} );
} );
