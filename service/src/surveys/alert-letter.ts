import type { RequestDetail } from '@rappel/contract';
import type { Channel } from '../channels/channel.js';
import type { Letter } from '../mail/mail.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import type { SurveyScore } from './survey-store.js';

interface Addressed {
	recipient: string;
	site: Site;
	channel: Channel;
}

/** In the channel's language, since it is the company who reads it. */
export function alertLetter( {
	recipient,
	site,
	channel,
	score,
	request,
}: Addressed & {
	score: SurveyScore;
	/** Null when the request is no more. */
	request: Pick<
		RequestDetail,
		'number' | 'name' | 'agentName' | 'pageTitle' | 'pageUrl'
	> | null;
} ): Letter {
	const { language, name } = channel.settings;
	const page = request?.pageTitle ?? request?.pageUrl;
	return {
		to: recipient,
		subject: text( 'mail.survey_alert.subject', language, {
			score: score.score,
			channel: name,
		} ),
		text: [
			text( 'mail.survey_alert.scored', language, {
				score: score.score,
				channel: name,
				site: site.name,
			} ),
			'',
			...( request
				? [
						text( 'mail.survey_alert.number', language, {
							number: request.number,
						} ),
					]
				: [] ),
			...( request?.name
				? [
						text( 'mail.survey_alert.name', language, {
							name: request.name,
						} ),
					]
				: [] ),
			...( request?.agentName
				? [
						text( 'mail.survey_alert.agent', language, {
							agent: request.agentName,
						} ),
					]
				: [] ),
			...( page
				? [ text( 'mail.survey_alert.page', language, { page } ) ]
				: [] ),
			'',
			text( 'mail.survey_alert.why', language ),
			'',
		].join( '\n' ),
	};
}

export function testLetter( { recipient, site, channel }: Addressed ): Letter {
	const { language, name } = channel.settings;
	return {
		to: recipient,
		subject: text( 'mail.survey_test.subject', language, {
			channel: name,
		} ),
		text: `${ text( 'mail.survey_test.body', language, {
			channel: name,
			site: site.name,
		} ) }\n`,
	};
}
