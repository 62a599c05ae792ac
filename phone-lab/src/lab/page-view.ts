import type { PageView } from '../../page/view.js';
import { phoneOf } from '../calls/phone-of.js';
import type { Lab } from './context.js';
import {
	callView,
	clockView,
	conferenceView,
	numberView,
	phoneNumbers,
	phoneView,
	requestView,
	webhookView,
} from './state-view.js';

const pageLogLines = 80;
const pagePhones = 24;
const pageRecordings = 10;
const pageHeardLines = 40;

/** Phones in a call in the order their calls came, so that none moves under a hand; behind them those that rest, the latest first. */
function pageNumbers( lab: Lab ): string[] {
	const live = [ ...lab.live ]
		.filter(
			( { status } ) => status === 'ringing' || status === 'in-progress'
		)
		.map( phoneOf );
	return [ ...new Set( [ ...live, ...phoneNumbers( lab ) ] ) ].slice(
		0,
		pagePhones
	);
}

/** What the page shows, so little that it can be sent at each change. */
export function pageView( lab: Lab ): PageView {
	return {
		clock: clockView( lab ),
		phones: pageNumbers( lab )
			.map( ( number ) => phoneView( lab, number ) )
			.map( ( phone ) => ( {
				...phone,
				heard: phone.heard.slice( -pageHeardLines ),
				messages: phone.messages.slice( -pageHeardLines ),
				recordings: phone.recordings.slice( -pageRecordings ),
			} ) ),
		conferences: [ ...lab.conferences.values() ]
			.filter( ( { status } ) => status !== 'completed' )
			.map( ( one ) => conferenceView( lab, one ) ),
		calls: lab.state.calls
			.slice( -pageLogLines )
			.map( ( call ) => callView( lab, call ) ),
		requests: requestView( lab, pageLogLines ),
		webhooks: webhookView( lab, pageLogLines ),
		numbers: lab.state.numbers.map( numberView ),
		faults: lab.state.faults.rules,
	};
}
