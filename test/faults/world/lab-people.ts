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
	async live(): Promise< Live > {
		return (
			await fetch( `${ this.url }/lab/live` )
		).json() as Promise< Live >;
	}
}
