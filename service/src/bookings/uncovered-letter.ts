import type { Loaded } from '../callbacks/store/callback-store.js';
import type { Channel } from '../channels/channel.js';
import type { Letter } from '../mail/mail.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import { sayWhen } from './tell-booking.js';

interface Uncovered {
	to: string;
	site: Site;
	channel: Channel;
	loaded: Loaded;
	now: Date;
}

/** In the channel's language and by the company's clock, since it is the company who reads it. */
export function uncoveredLetter( {
	to,
	site,
	channel,
	loaded: { request, details },
	now,
}: Uncovered ): Letter {
	const { language, name } = channel.settings;
	const { booking } = request.plan;
	return {
		to,
		subject: text( 'mail.uncovered.subject', language, { channel: name } ),
		text: [
			text( 'mail.uncovered.lead', language, {
				when: booking
					? sayWhen( {
							site,
							booking,
							language,
							timeZone: null,
							now,
						} )
					: '',
				channel: name,
				site: site.name,
			} ),
			'',
			text( 'mail.uncovered.number', language, {
				number: details.number,
			} ),
			...( details.name
				? [
						text( 'mail.uncovered.name', language, {
							name: details.name,
						} ),
					]
				: [] ),
			'',
			text( 'mail.uncovered.do', language ),
			'',
		].join( '\n' ),
	};
}
