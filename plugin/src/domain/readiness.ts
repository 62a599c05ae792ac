import { __ } from '@wordpress/i18n';
import type { Readiness } from '@rappel/contract';

export type Check = Readiness[ 'checks' ][ number ];

/** Where something is set right: a field of the channel, a screen, or the profiles of people. */
export type Remedy =
	| { kind: 'field'; path: string }
	| { kind: 'screen'; screen: 'connection' }
	| { kind: 'profiles'; userIds: number[] };

export function remedyOf( { code, userIds }: Check ): Remedy {
	switch ( code ) {
		case 'number':
			return { kind: 'field', path: 'calls.destinationNumber' };
		case 'agent_numbers':
			return userIds?.length
				? { kind: 'profiles', userIds }
				: { kind: 'field', path: 'team' };
		case 'opening_hours':
			return { kind: 'field', path: 'hours' };
		case 'caller_id':
			return { kind: 'field', path: 'calls.callerId' };
		case 'countries':
			return { kind: 'field', path: 'guards.allowedCountries' };
		case 'text_messages':
			return { kind: 'field', path: 'sms' };
		case 'survey_recipients':
			return { kind: 'field', path: 'survey.recipients' };
		case 'service_reachable':
		case 'telephony_account':
		case 'spending_limit':
			return { kind: 'screen', screen: 'connection' };
	}
}

/** What is looked at. */
export function checkTitle( { code }: Check ): string {
	switch ( code ) {
		case 'number':
			return __( 'A number to call', 'rappel' );
		case 'agent_numbers':
			return __( 'A number for each agent', 'rappel' );
		case 'opening_hours':
			return __( 'Opening hours', 'rappel' );
		case 'caller_id':
			return __( 'Number shown on both phones', 'rappel' );
		case 'countries':
			return __( 'Countries that may be called', 'rappel' );
		case 'service_reachable':
			return __( 'Service reachable from outside', 'rappel' );
		case 'telephony_account':
			return __( 'Telephone account', 'rappel' );
		case 'text_messages':
			return __( 'Text messages', 'rappel' );
		case 'spending_limit':
			return __( 'Spending limit', 'rappel' );
		case 'survey_recipients':
			return __( 'Recipients of the survey', 'rappel' );
	}
}

export function stateWord( { state }: Check ): string {
	switch ( state ) {
		case 'good':
			return __( 'Good', 'rappel' );
		case 'missing':
			return __( 'Missing', 'rappel' );
		case 'warning':
			return __( 'To be looked at', 'rappel' );
	}
}
