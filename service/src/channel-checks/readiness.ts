import type { Language, Readiness } from '@rappel/contract';
import { shownNumber } from '../callbacks/shown-number.js';
import { callsTeam } from '../channels/missing.js';
import { isSpent } from '../costs/spending.js';
import { microsOf, sayAmount } from '../messages/amount.js';
import type { ReadinessText, TextKey } from '../messages/text-key.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import {
	gatherFacts,
	type ReadinessDependencies,
	type ReadinessFacts,
} from './readiness-facts.js';

type WireCheck = Readiness[ 'checks' ][ number ];

interface Check extends Pick< WireCheck, 'state' | 'userIds' > {
	/** What is said, and what fills it. */
	says: TextKey;
	values?: Record< string, string | number >;
}

/** Null: it does not apply to the channel. */
type Look = ( facts: ReadinessFacts, language: Language ) => Check | null;

const good = (
	says: ReadinessText,
	values: Check[ 'values' ] = {}
): Check => ( { state: 'good', says, values } );
const missing = ( says: TextKey, values: Check[ 'values' ] = {} ): Check => ( {
	state: 'missing',
	says,
	values,
} );
const warning = ( says: TextKey, values: Check[ 'values' ] = {} ): Check => ( {
	state: 'warning',
	says,
	values,
} );

/** In the order in which the owner reads them. */
const looks: Record< WireCheck[ 'code' ], Look > = {
	number: ( { settings, agents } ) => {
		const { calls, fallback, team } = settings;
		if ( fallback.type === 'call_number' && fallback.number === null ) {
			return missing( 'readiness.number.fallback_missing' );
		}
		if ( callsTeam( settings ) ) {
			const count = team.filter(
				( { userId } ) => agents.get( userId )?.number
			).length;
			return count > 0
				? good( 'readiness.number.team', { count } )
				: missing( 'readiness.number.team_missing' );
		}
		return calls.destinationNumber === null
			? missing( 'readiness.number.missing' )
			: good( 'readiness.number.good', {
					number: shownNumber( calls.destinationNumber ),
				} );
	},

	agent_numbers( { settings, agents } ) {
		if ( ! callsTeam( settings ) ) {
			return null;
		}
		const without = settings.team.filter(
			( { userId } ) => ! agents.get( userId )?.number
		);
		if ( without.length === 0 ) {
			return good( 'readiness.agent_numbers.good' );
		}
		return {
			...warning( 'readiness.agent_numbers.warning', {
				names: without
					.map(
						( { userId } ) =>
							agents.get( userId )?.name ?? `#${ userId }`
					)
					.join( ', ' ),
			} ),
			userIds: without.map( ( { userId } ) => userId ),
		};
	},

	opening_hours: ( { everOpen } ) =>
		everOpen
			? good( 'readiness.opening_hours.good' )
			: missing( 'readiness.opening_hours.missing' ),

	caller_id( { callerId, alerts } ) {
		if ( callerId === null ) {
			return missing( 'readiness.caller_id.missing' );
		}
		return (
			alerted( alerts, 'telephony_caller_id' ) ??
			good( 'readiness.caller_id.good', {
				number: shownNumber( callerId ),
			} )
		);
	},

	countries( { settings, alerts }, language ) {
		const { allowedCountries } = settings.guards;
		if ( allowedCountries.length === 0 ) {
			return missing( 'readiness.countries.missing' );
		}
		const names = new Intl.DisplayNames( language, { type: 'region' } );
		return (
			alerted( alerts, 'telephony_country' ) ??
			good( 'readiness.countries.good', {
				countries: allowedCountries
					.map( ( country ) => names.of( country ) ?? country )
					.join( ', ' ),
			} )
		);
	},

	service_reachable( { reach, publicBaseUrl: address } ) {
		switch ( reach ) {
			case 'simulated':
				return good( 'readiness.service_reachable.simulated' );
			case 'reached':
				return good( 'readiness.service_reachable.good', { address } );
			case 'not_public':
				return missing( 'readiness.service_reachable.missing', {
					address,
				} );
			case 'silent':
				return warning( 'readiness.service_reachable.warning', {
					address,
				} );
		}
	},

	telephony_account( { reach, account, alerts }, language ) {
		switch ( account.type ) {
			case 'refuses':
				return missing( 'alert.telephony_credentials', {
					detail: account.code,
				} );
			case 'silent':
				return warning( 'alert.telephony_unreachable', {
					detail: account.code,
				} );
			case 'answers':
				if ( reach === 'simulated' ) {
					return warning( 'readiness.telephony_account.simulated' );
				}
				return (
					alerted( alerts, 'telephony_credentials' ) ??
					( account.balance
						? good( 'readiness.telephony_account.balance', {
								balance: sayAmount(
									microsOf( account.balance ),
									language
								),
							} )
						: good( 'readiness.telephony_account.good' ) )
				);
		}
	},

	text_messages( facts ) {
		const { sender, alerts } = facts;
		if ( ! sendsTextMessages( facts ) ) {
			return null;
		}
		if ( sender === null ) {
			return warning( 'readiness.text_messages.warning' );
		}
		const refused = alerted( alerts, 'text_messages_refused' );
		return refused
			? { ...refused, state: 'warning' }
			: good( 'readiness.text_messages.good', {
					sender: sender.startsWith( '+' )
						? shownNumber( sender )
						: sender,
				} );
	},

	spending_limit( { site, spent }, language ) {
		const { monthlyLimitMilli } = site;
		if ( monthlyLimitMilli === null ) {
			return warning( 'readiness.spending_limit.warning' );
		}
		const currency = spent?.currency ?? null;
		const values = {
			limit: sayAmount(
				microsOf( { milli: monthlyLimitMilli, currency } ),
				language
			),
			spent: sayAmount(
				{ micros: spent?.micros ?? 0, currency },
				language
			),
		};
		return isSpent( spent, site )
			? missing( 'readiness.spending_limit.missing', values )
			: good( 'readiness.spending_limit.good', values );
	},

	survey_recipients( { settings: { survey }, hasMail } ) {
		if ( ! survey.enabled || survey.alertAtOrBelow === null ) {
			return null;
		}
		if ( survey.recipients.length === 0 ) {
			return warning( 'readiness.survey_recipients.warning' );
		}
		return hasMail
			? good( 'readiness.survey_recipients.good' )
			: warning( 'readiness.survey_recipients.no_mail' );
	},
};

/**
 * What a channel lacks before it goes live, looked at now. Refuses (Refusal) with channel_not_found.
 */
export async function readReadiness(
	dependencies: ReadinessDependencies,
	site: Site,
	channelId: string,
	language: Language
): Promise< Readiness > {
	const facts = await gatherFacts( dependencies, site, channelId );
	const codes = Object.keys( looks ) as Array< keyof typeof looks >;
	return {
		checks: codes.flatMap( ( code ) => {
			const check = looks[ code ]( facts, language );
			return check ? [ worded( code, check, language ) ] : [];
		} ),
	};
}

function worded(
	code: WireCheck[ 'code' ],
	{ says, values, state, userIds }: Check,
	language: Language
): WireCheck {
	return {
		code,
		state,
		detail: text( says, language, values ).replace( ' ()', '' ),
		...( userIds && { userIds } ),
	};
}

/** What the network refused, and only the owner can mend. */
function alerted(
	alerts: ReadinessFacts[ 'alerts' ],
	wanted: ReadinessFacts[ 'alerts' ][ number ][ 'code' ]
): Check | null {
	const alert = alerts.find( ( { code } ) => code === wanted );
	return alert
		? missing( `alert.${ wanted }`, { detail: alert.detail } )
		: null;
}

function sendsTextMessages( { settings }: ReadinessFacts ): boolean {
	const { callTypes, textMessages, guards, fallback } = settings;
	const { confirmation, reminder, notReached } = textMessages;
	return (
		guards.confirmNumber !== 'never' ||
		fallback.type === 'text_message' ||
		notReached.enabled ||
		( callTypes !== 'immediate' &&
			( confirmation.enabled || reminder.enabled ) )
	);
}
