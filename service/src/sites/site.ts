/** One WordPress installation connected to this service. */
export interface Site {
	id: string;
	name: string;
	/** As WordPress gave it when it paired; a call that is signed with another one comes from a copy. */
	homeUrl: string;
	/** The key of every signature: 32 random bytes as base64url text. */
	secret: string;
	/** IANA name or offset ("+02:00"). */
	timeZone: string;
	/** E.164; null: the service's own. */
	callerId: string | null;
	/** Twilio's name of the account of its own over which it calls; null: it calls over the service's account. */
	ownAccountSid: string | null;
	/** Told what only the owner can mend; null: nobody is. */
	ownerEmail: string | null;
	/** Told what goes wrong in a team. */
	supervisorEmails: string[];
	/** So many requests are accepted a day, in the site's zone. */
	dailyRequestCap: number;
	/** Nothing is begun any more in a month, of the site's zone, that has cost so much; thousandths of the account's currency. Null: no limit. */
	monthlyLimitMilli: number | null;
	/** The owner is told once the account holds less; thousandths of its currency. Null: never. */
	lowBalanceMilli: number | null;
	createdAt: Date;
}
