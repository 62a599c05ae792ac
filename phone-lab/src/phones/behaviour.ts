import type { AnsweredBy } from '../state/records.js';

/**
 * What a number does when it is called or written to, by its last two digits: in +33 1 99 00 00 xx, of the block that France's
 * regulator (ARCEP) keeps for films, which belongs to nobody and which number checks take for a real landline; and in
 * +1 202 555 01 xx, which North America keeps for films (NANPA), and which number checks take for what may be a mobile.
 */
export interface Behaviour {
	name: string;
	/** Refused by REST with this error; the call is never made. */
	refusedWith?: number;
	/** Of a text message: refused by REST with this error. */
	messagesRefusedWith?: 21211 | 21614;
	/** A text message is sent, and comes back with this error. */
	undelivered?: number;
	/** Ends without ringing. */
	endsAs?: 'busy' | 'failed';
	/** Seconds of ringing until it acts; nobody needs to touch the phone. */
	actsAfterSeconds?: number;
	action?: 'answer' | 'refuse';
	/** A person cannot answer it. */
	unattended?: true;
	/** Seconds after the answer at which it hangs up. */
	hangsUpAfterSeconds?: number;
	/** What detection finds, and after how many seconds. */
	detected?: {
		enable: AnsweredBy;
		messageEnd: AnsweredBy;
		afterSeconds: number;
		messageEndAfterSeconds: number;
	};
}

const person = {
	enable: 'human',
	messageEnd: 'human',
	afterSeconds: 2,
	messageEndAfterSeconds: 2,
} as const;
const machine = {
	enable: 'machine_start',
	messageEnd: 'machine_end_beep',
	afterSeconds: 4,
	messageEndAfterSeconds: 8,
} as const;
const fax = {
	enable: 'fax',
	messageEnd: 'fax',
	afterSeconds: 3,
	messageEndAfterSeconds: 3,
} as const;

/** Nobody says anything: detection gives up after its five seconds of silence. */
const silent = {
	enable: 'unknown',
	messageEnd: 'unknown',
	afterSeconds: 5,
	messageEndAfterSeconds: 5,
} as const;

const fixed: Record< string, Behaviour > = {
	'01': { name: 'busy', endsAs: 'busy' },
	'02': { name: 'never-answers', unattended: true },
	'03': {
		name: 'refuses',
		actsAfterSeconds: 2,
		action: 'refuse',
		unattended: true,
	},
	'04': {
		name: 'answers-at-once',
		actsAfterSeconds: 0,
		action: 'answer',
		detected: person,
	},
	'05': { name: 'invalid', refusedWith: 21211, messagesRefusedWith: 21211 },
	'06': {
		name: 'voicemail',
		actsAfterSeconds: 4,
		action: 'answer',
		detected: machine,
	},
	'07': {
		name: 'answers-and-hangs-up',
		actsAfterSeconds: 0,
		action: 'answer',
		hangsUpAfterSeconds: 10,
		detected: person,
	},
	'08': { name: 'country-not-allowed', refusedWith: 21215 },
	'09': { name: 'not-reachable', refusedWith: 21214 },
	'10': { name: 'fails', endsAs: 'failed' },
	'12': {
		name: 'slow-human',
		actsAfterSeconds: 8,
		action: 'answer',
		detected: person,
	},
	'13': {
		name: 'silent',
		actsAfterSeconds: 0,
		action: 'answer',
		detected: silent,
	},
	'14': { name: 'no-messages', messagesRefusedWith: 21614 },
	'33': { name: 'messages-30003', undelivered: 30003 },
	'34': { name: 'messages-30004', undelivered: 30004 },
	'35': { name: 'messages-30005', undelivered: 30005 },
	'36': { name: 'messages-30006', undelivered: 30006 },
	'37': { name: 'messages-30007', undelivered: 30007 },
	'38': { name: 'messages-30008', undelivered: 30008 },
	'11': { name: 'fax', actsAfterSeconds: 2, action: 'answer', detected: fax },
};

const anyPhone: Behaviour = { name: 'person', detected: person };

export const behaviourOf = ( number: string ): Behaviour =>
	fixed[ /^\+(?:331990000|120255501)(\d\d)$/.exec( number )?.[ 1 ] ?? '' ] ??
	anyPhone;

/** The numbers with a fixed behaviour, for the page. */
export const fixedNumbers = Object.entries( fixed ).map(
	( [ ending, behaviour ] ) => ( {
		number: `+331990000${ ending }`,
		behaviour: behaviour.name,
	} )
);
