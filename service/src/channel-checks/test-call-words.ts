import type {
	ChannelTestCall as WireTestCall,
	Language,
} from '@rappel/contract';
import { shownNumber } from '../callbacks/shown-number.js';
import { alertFor } from '../callbacks/schedule-effects.js';
import type { TextKey } from '../messages/text-key.js';
import { text } from '../messages/texts.js';
import type { ChannelTestCall } from './domain/test-call.js';

/** As wp-admin reads it. */
export function describeTestCall(
	call: ChannelTestCall,
	language: Language
): WireTestCall {
	return {
		id: call.id,
		state: call.state,
		numberShown: shownNumber( call.number ),
		detail: text( sentenceOf( call ), language, {
			detail: call.code ?? '',
		} ).replace( ' ()', '' ),
	};
}

function sentenceOf( { state, code, callSid }: ChannelTestCall ): TextKey {
	if ( state !== 'failed' ) {
		return state === 'calling' && callSid === null && code !== null
			? 'problem.test_call_unknown'
			: `test_call.${ state }`;
	}
	switch ( code ) {
		case 'busy':
		case 'no_answer':
		case 'refused':
			return `test_call.failed.${ code }`;
		case 'cancelled':
			return 'test_call.failed.no_answer';
		case 'failed':
			return 'test_call.failed.network';
		case 'silent':
			return 'test_call.failed.silent';
		default:
			return refusalOf( code ?? '' );
	}
}

/** Which sentence mends what the network refused: https://www.twilio.com/docs/api/errors */
function refusalOf( code: string ): TextKey {
	switch ( code ) {
		// A trial account calls verified numbers only.
		case '21219':
		case '21608':
			return 'test_call.failed.trial';
		case '20003':
		case '21210':
		case '21212':
		case '21215':
		case '21408':
			return `alert.${ alertFor( code ) }`;
		default:
			return 'problem.test_call_refused';
	}
}
