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
	/** Told what only the owner can mend; null: nobody is. */
	ownerEmail: string | null;
	/** Told what goes wrong in a team. */
	supervisorEmails: string[];
	/** So many requests are accepted a day, in the site's zone. */
	dailyRequestCap: number;
	createdAt: Date;
}
