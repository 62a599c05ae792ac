import { describe, expect, it } from '@jest/globals';
import { understandReply } from './understand-reply.js';

describe( 'understandReply', () => {
	it.each( [
		'1',
		' 1 ',
		'1.',
		'１',
		'1️⃣',
		'👍',
		'ok',
		'Ok, merci !',
		'OUI',
		'oui merci',
		'D’accord',
		'je confirme',
		'Yes please',
		'sí',
		'Ja, danke',
		'va bene',
	] )( 'reads %j as a confirmation [N08]', ( text ) => {
		expect( understandReply( text ) ).toBe( 'confirm' );
	} );

	it.each( [
		'2',
		'2 annuler',
		'Annuler svp',
		'ANNULÉ',
		'j’annule',
		'cancel',
		'Cancelar',
		'stornieren',
		'annulla',
	] )( 'reads %j as cancelling [N08]', ( text ) => {
		expect( understandReply( text ) ).toBe( 'cancel' );
	} );

	it.each( [
		'STOP',
		'stop !',
		'Stop SMS',
		'STOPALL',
		'unsubscribe',
		'END',
		'QUIT',
		'Arrêt',
		'ARRET',
		'arrêter',
		'désabonner',
		'BAJA',
		'Stopp',
	] )( 'reads %j as an opt-out [R08]', ( text ) => {
		expect( understandReply( text ) ).toBe( 'stop' );
	} );

	it.each( [ 'START', 'unstop' ] )( 'reads %j as its end', ( text ) => {
		expect( understandReply( text ) ).toBe( 'start' );
	} );

	it.each( [
		'',
		'   ',
		'12',
		'3',
		'non',
		'ne pas annuler',
		'1 2',
		'oui annuler',
		'ok mais plutôt à 15 h',
		'who is this?',
		'stopper le rappel de 14 h',
	] )( 'does not guess at %j', ( text ) => {
		expect( understandReply( text ) ).toBe( 'unclear' );
	} );
} );
