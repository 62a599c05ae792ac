import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
	answers,
	find,
	load,
	requests,
	settle,
	status,
	submit,
	text,
	visitPages,
} from './testing/visitor-page';

visitPages();

const inDialog = { dialogUrl: './dialog/dialog', display: 'button' } as const;

/** What the page was told, with who opened the form. */
const told: string[] = [];

const dialog = () => find< HTMLDialogElement >( 'dialog' );

async function press( selector: string ) {
	find( selector ).click();
	await settle();
}

beforeAll( () => {
	// jsdom knows the element and its attribute, and neither how to show it nor how to close it.
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
		this.dispatchEvent( new Event( 'close' ) );
	};
	for ( const name of [ 'rappel:open', 'rappel:close' ] ) {
		document.addEventListener( name, ( event ) => {
			const { detail } = event as CustomEvent;
			told.push(
				`${ name } ${ detail.channelId } by ${ detail.trigger }`
			);
		} );
	}
} );

beforeEach( () => {
	told.length = 0;
} );

describe( 'a form in a dialog', () => {
	it( 'opens by its button and closes by its cross, and the page is told of both [R10]', async () => {
		await load( inDialog );
		expect( dialog().open ).toBe( false );
		await press( '.rappel-callback__open' );
		expect( dialog().open ).toBe( true );
		await press( '.rappel-callback__close' );
		expect( dialog().open ).toBe( false );
		expect( told ).toEqual( [
			'rappel:open channel-1 by button',
			'rappel:close channel-1 by button',
		] );
	} );

	it( 'keeps what was typed from one opening to the next', async () => {
		await load( inDialog );
		await press( '.rappel-callback__open' );
		find< HTMLInputElement >( '[name=number]' ).value = '06 12';
		await press( '.rappel-callback__close' );
		await press( '.rappel-callback__open' );
		expect( find< HTMLInputElement >( '[name=number]' ).value ).toBe(
			'06 12'
		);
		expect( told ).toHaveLength( 3 );
	} );

	it( 'closes by a press beside it, and not by one that began inside', async () => {
		await load( inDialog );
		await press( '.rappel-callback__open' );
		find( '[name=number]' ).dispatchEvent(
			new Event( 'pointerdown', { bubbles: true } )
		);
		await press( 'dialog' );
		expect( dialog().open ).toBe( true );
		dialog().dispatchEvent( new Event( 'pointerdown', { bubbles: true } ) );
		await press( 'dialog' );
		expect( dialog().open ).toBe( false );
	} );

	it( 'is open at once where the form was sent before the script came', async () => {
		answers.status = [ status( {} ) ];
		await load( { ...inDialog, isFilled: true } );
		expect( dialog().open ).toBe( true );
	} );

	it( 'opens without its looks when they cannot be loaded', async () => {
		await load( { ...inDialog, dialogUrl: './dialog/is-not-there' } );
		await press( '.rappel-callback__open' );
		expect( dialog().open ).toBe( true );
	} );
} );

describe( 'a page that is looked at before it is published', () => {
	it( 'sends nothing and says so', async () => {
		await load( { preview: 'This is a preview.' } );
		await submit( '06 12 34 56 78' );
		expect( text( '[role=alert]' ) ).toBe( 'This is a preview.' );
		expect( requests( 'callback-requests' ) ).toHaveLength( 0 );
	} );
} );
