import { randomBytes, randomUUID } from 'node:crypto';
import type { Site } from '../site.js';

/** A site for tests, with what matters to the test given. */
export function someSite( given: Partial< Site > = {} ): Site {
	return {
		id: randomUUID(),
		name: 'Boulangerie Martin',
		homeUrl: 'https://boulangerie.example',
		secret: randomBytes( 32 ).toString( 'base64url' ),
		timeZone: 'Europe/Paris',
		callerId: '+33123456700',
		ownAccountSid: null,
		ownerEmail: null,
		supervisorEmails: [],
		dailyRequestCap: 200,
		monthlyLimitMilli: null,
		lowBalanceMilli: null,
		createdAt: new Date( '2026-11-01T08:00:00.000Z' ),
		...given,
	};
}
