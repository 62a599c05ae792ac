import {
	alertSettingsSchema,
	type AlertSettings,
	type ChannelSettingsInput,
} from '@rappel/contract';
import { ServiceUnderTest } from '../../callbacks/testing/service-under-test.js';
import type { Letter } from '../../mail/mail.js';
import { createSmtpMail } from '../../mail/smtp-mail.js';
import type { Database } from '../../persistence/database.js';
import type { Site } from '../../sites/site.js';

export const addresses = {
	ownerEmail: 'martin@boulangerie.example',
	supervisorEmails: [
		'petit@boulangerie.example',
		// Of the same person: told once.
		'Martin@boulangerie.example',
	],
};

interface Member {
	number?: string;
	email?: string | null;
	status?: 'online' | 'away' | 'offline';
	alerts?: Partial< AlertSettings >;
}

/** A service whose letters go to a real mail server, and are kept as they were written. */
export async function teamUnderTest(
	database: Database,
	smtpUrl: string,
	settings: Partial< ChannelSettingsInput > = {},
	site: Partial< Site > = addresses
): Promise< ServiceUnderTest > {
	const service = await ServiceUnderTest.start( database, settings, site );
	const real = createSmtpMail( {
		smtpUrl,
		from: 'Rappel <rappel@service.example>',
	} );
	service.mail = {
		async send( letter ) {
			await real.send( letter );
			service.letters.push( letter );
		},
	};
	return service;
}

/** Somebody who may take callbacks, with a mobile. */
export async function member(
	{ agents, site, now }: ServiceUnderTest,
	userId: number,
	{
		number = `+336000000${ String( userId ).padStart( 2, '0' ) }`,
		email = `agent${ userId }@boulangerie.example`,
		status = 'offline',
		alerts = {},
	}: Member = {}
): Promise< `+${ string }` > {
	const of = { siteId: site.id, userId };
	await agents.save(
		{ ...of, name: `Agent ${ userId }`, number, email },
		now
	);
	await agents.saveStatus( { ...of, status }, now );
	await agents.saveAlerts(
		{ ...of, alerts: alertSettingsSchema.parse( alerts ) },
		now
	);
	return number as `+${ string }`;
}

/** Without the spaces that are never broken. */
export function plain( written: string | undefined ): string {
	return ( written ?? '' ).replaceAll( /[\u00a0\u202f]/g, ' ' );
}

export function toWhom( letters: readonly Letter[] ): string[] {
	return letters.map( ( { to } ) => to ).sort();
}
