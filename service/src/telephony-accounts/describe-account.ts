import type { Language, TelephonyAccount } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import { TelephonyError, type TelephonyOf } from '../telephony/telephony.js';
import type { Accounts } from './accounts.js';
import {
	accountProblems,
	type AccountProblem,
} from './domain/account-problems.js';

export interface DescribeAccountOptions {
	accounts: Pick< Accounts, 'nameOf' >;
	telephonyOf: TelephonyOf< 'readAccount' >;
	channels: { list: ( siteId: string ) => Promise< Channel[] > };
	/** See Config.simulated. */
	simulated: boolean;
}

export type DescribeAccount = (
	site: Site,
	language: Language
) => Promise< TelephonyAccount >;

/** The account over which a site calls, as the network tells it now, and what the owner has to mend there. */
export function createDescribeAccount( {
	accounts,
	telephonyOf,
	channels,
	simulated,
}: DescribeAccountOptions ): DescribeAccount {
	return async ( site, language ) => {
		const { isOwn, accountSid } = await accounts.nameOf( site.id );
		const known = {
			source: isOwn ? 'site' : 'service',
			simulated,
			accountShown: shownAccount( accountSid ),
		} as const;
		try {
			const account = await telephonyOf( site.id ).readAccount();
			const countries = countriesOf( await channels.list( site.id ) );
			return {
				...known,
				account,
				problems: accountProblems( account, {
					countries,
					lowBalanceMilli: site.lowBalanceMilli,
				} ).map( ( problem ) =>
					sentenceOf( problem, account, language )
				),
			};
		} catch ( error ) {
			if ( ! ( error instanceof TelephonyError ) ) {
				throw error;
			}
			return {
				...known,
				account: null,
				problems: [
					sentenceOf( { code: whyUnread( error ) }, null, language ),
				],
			};
		}
	};
}

/** "AC…1234" */
function shownAccount( accountSid: string ): string {
	return `${ accountSid.slice( 0, 2 ) }…${ accountSid.slice( -4 ) }`;
}

/** What any channel of the site calls, once each. */
function countriesOf( all: readonly Channel[] ): string[] {
	return [
		...new Set(
			all.flatMap( ( { settings } ) => settings.guards.allowedCountries )
		),
	].toSorted();
}

function whyUnread( {
	kind,
}: TelephonyError ): 'credentials_refused' | 'network_unreachable' {
	return kind === 'settings' || kind === 'permanent'
		? 'credentials_refused'
		: 'network_unreachable';
}

function sentenceOf(
	{ code, countries = [] }: AccountProblem,
	account: TelephonyAccount[ 'account' ],
	language: Language
): TelephonyAccount[ 'problems' ][ number ] {
	const names = new Intl.DisplayNames( [ language ], { type: 'region' } );
	const { milli, currency } = account?.balance ?? {
		milli: 0,
		currency: 'USD',
	};
	return {
		code,
		detail: text( `telephony.${ code }`, language, {
			countries: new Intl.ListFormat( language ).format(
				countries.map( ( country ) => names.of( country ) ?? country )
			),
			balance: new Intl.NumberFormat( language, {
				style: 'currency',
				currency,
			} ).format( milli / 1_000 ),
		} ),
	};
}
