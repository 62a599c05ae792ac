import { PhoneLabClient } from '../../support/phone-lab-client.js';

export interface LiveCall {
	sid: string;
	/** Whose it is: who is called, or who rings us. */
	phone: string;
	to: string;
	from: string;
	url: string | null;
	status: string;
	activity: string | null;
	/** The sentence it heard last; null: none. */
	hears: string | null;
	with: string[];
}

export interface Live {
	clock: { now: string };
	working: number;
	nextAt: string | null;
	struck: Record< string, number >;
	calls: LiveCall[];
}

/** The lab as somebody needs it who plays everybody at once. */
export class LabPeople extends PhoneLabClient {
	constructor(
		url: string,
		private readonly account: { sid: string; token: string }
	) {
		super( url );
	}

	/**
	 * Who rings a number of the account is answered by this service, as its owner sets it at Twilio. False: the network does
	 * not know the number yet, since nobody was called from it.
	 */
	async answerCallsTo(
		number: string,
		serviceUrl: string
	): Promise< boolean > {
		const { sid, token } = this.account;
		const base = `${ this.url }/2010-04-01/Accounts/${ sid }/IncomingPhoneNumbers`;
		const headers = {
			Authorization: `Basic ${ Buffer.from( `${ sid }:${ token }` ).toString( 'base64' ) }`,
		};
		const found = ( await (
			await fetch(
				`${ base }.json?PhoneNumber=${ encodeURIComponent( number ) }`,
				{ headers }
			)
		).json() ) as { incoming_phone_numbers?: { sid: string }[] };
		const [ one ] = found.incoming_phone_numbers ?? [];
		if ( ! one ) {
			return false;
		}
		const { ok } = await fetch( `${ base }/${ one.sid }.json`, {
			method: 'POST',
			headers,
			body: new URLSearchParams( {
				VoiceUrl: `${ serviceUrl }/twilio/incoming`,
				StatusCallback: `${ serviceUrl }/twilio/incoming/status`,
			} ),
		} );
		return ok;
	}

	async live(): Promise< Live > {
		return (
			await fetch( `${ this.url }/lab/live` )
		).json() as Promise< Live >;
	}
}
