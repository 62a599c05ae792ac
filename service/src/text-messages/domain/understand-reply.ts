/** What somebody wants who answers a message. */
export type ReplyMeaning =
	| 'confirm'
	| 'cancel'
	/** No messages any more. */
	| 'stop'
	/** Messages again. */
	| 'start'
	| 'unclear';

/**
 * Words of the five languages, without accents and in capitals. Twilio takes STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT,
 * OPTOUT and REVOKE for an opt-out of its own, and START, YES and UNSTOP for its end, whatever we do with them:
 * https://help.twilio.com/articles/223134027. CANCEL cancels the booking here, since that is what whoever writes it wants.
 */
const words: Record< Exclude< ReplyMeaning, 'unclear' >, readonly string[] > = {
	confirm: [
		'1',
		'OK',
		'OKAY',
		'OKE',
		'D ACCORD',
		'DACCORD',
		'ENTENDU',
		'PARFAIT',
		'OUI',
		'CONFIRMER',
		'JE CONFIRME',
		'CONFIRME',
		'YES',
		'Y',
		'YEP',
		'CONFIRM',
		'CONFIRMED',
		'SI',
		'CONFIRMAR',
		'CONFIRMO',
		'VALE',
		'DE ACUERDO',
		'JA',
		'BESTATIGEN',
		'BESTAETIGEN',
		'BESTATIGT',
		'BESTAETIGT',
		'CONFERMARE',
		'CONFERMO',
		'CONFERMA',
		'VA BENE',
	],
	cancel: [
		'2',
		'ANNULER',
		'ANNULE',
		'ANNULEZ',
		'ANNULATION',
		'J ANNULE',
		'CANCEL',
		'CANCELLED',
		'CANCELED',
		'CANCELAR',
		'CANCELO',
		'CANCELA',
		'ANULAR',
		'ABSAGEN',
		'STORNIEREN',
		'STORNO',
		'ABSAGE',
		'ANNULLA',
		'ANNULLARE',
		'ANNULLO',
		'CANCELLA',
	],
	stop: [
		'STOP',
		'STOPALL',
		'STOP ALL',
		'STOP SMS',
		'UNSUBSCRIBE',
		'END',
		'QUIT',
		'OPTOUT',
		'OPT OUT',
		'REVOKE',
		'ARRET',
		'ARRETER',
		'ARRETEZ',
		'DESABONNER',
		'DESINSCRIRE',
		'DESINSCRIPTION',
		'BAJA',
		'ALTO',
		'PARAR',
		'STOPP',
		'ABMELDEN',
		'DISISCRIVI',
		'FERMA',
		'BASTA',
	],
	start: [ 'START', 'UNSTOP', 'REPRENDRE' ],
};

const meanings = new Map(
	Object.entries( words ).flatMap( ( [ meaning, own ] ) =>
		own.map( ( word ) => [ word, meaning as keyof typeof words ] as const )
	)
);

/** What people say besides, and what means nothing here. */
const polite =
	/\b(?:BONJOUR|HELLO|HOLA|HALLO|CIAO|MERCI|BEAUCOUP|SVP|STP|S IL VOUS PLAIT|THANKS|THANK YOU|PLEASE|GRACIAS|POR FAVOR|DANKE|BITTE|GRAZIE|PER FAVORE)\b/g;

/**
 * What an answer says: "1", "Ok, merci !", "2 annuler". Every word of it must mean the same, whatever signs, accents and
 * capitals it has: whoever writes more than that is not guessed at.
 */
export function understandReply( text: string ): ReplyMeaning {
	const said = plain( text.replaceAll( '👍', ' OK ' ) )
		.replaceAll( polite, ' ' )
		.replaceAll( / +/g, ' ' )
		.trim();
	const whole = meanings.get( said );
	if ( whole ) {
		return whole;
	}
	const [ first, ...others ] = said
		.split( ' ' )
		.map( ( word ) => meanings.get( word ) );
	return first && others.every( ( one ) => one === first )
		? first
		: 'unclear';
}

function plain( text: string ): string {
	return text
		.normalize( 'NFKD' )
		.replaceAll( /\p{M}/gu, '' )
		.toUpperCase()
		.replaceAll( /[^\p{L}\p{N}]+/gu, ' ' )
		.trim();
}
