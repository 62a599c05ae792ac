import { expect, it } from '@jest/globals';
import { menuStep } from './presence-menu.js';

it.each( [
	[ '1', false, { type: 'say', status: 'online' } ],
	[ '2', false, { type: 'say', status: 'away' } ],
	[ '3', true, { type: 'say', status: 'offline' } ],
	[ '4', false, { type: 'ask_again' } ],
	[ '#', false, { type: 'ask_again' } ],
	[ null, false, { type: 'ask_again' } ],
	[ '12', true, { type: 'give_up' } ],
	[ 'constructor', true, { type: 'give_up' } ],
	[ null, true, { type: 'give_up' } ],
] as const )( 'the key %s (again: %s) [N17]', ( digits, again, step ) => {
	expect( menuStep( digits, again ) ).toEqual( step );
} );
