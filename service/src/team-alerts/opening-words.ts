import { sayTimeOfDay } from '../availability/say-time.js';
import type { Channel } from '../channels/channel.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import type { Words } from './team-letter.js';

interface Opened {
	site: Site;
	channel: Channel;
	startsAt: Date;
}

/** To an agent who is not online. */
export function openingWords( opened: Opened ): Words {
	const { language } = opened.channel.settings;
	const values = valuesOf( opened );
	return {
		language,
		subject: text( 'team.opening.subject', language, values ),
		blocks: [
			text( 'team.opening.lead', language, values ),
			text( 'team.opening.do', language ),
			text( 'team.why.asked', language ),
		],
		short: text( 'team.opening.short', language, values ),
	};
}

/** To those who supervise. */
export function nobodyThereWords( opened: Opened ): Words {
	const { language, calls } = opened.channel.settings;
	const values = valuesOf( opened );
	return {
		language,
		subject: text( 'team.nobody_there.subject', language, values ),
		blocks: [
			text( 'team.nobody_there.lead', language, values ),
			...( calls.checkAvailability
				? [ text( 'team.nobody_there.consequence', language ) ]
				: [] ),
			text( 'team.nobody_there.do', language ),
			text( 'team.why.supervises', language ),
		],
		short: text( 'team.nobody_there.lead', language, values ),
	};
}

function valuesOf( { site, channel, startsAt }: Opened ) {
	const { language, name } = channel.settings;
	return {
		channel: name,
		site: site.name,
		time: sayTimeOfDay( startsAt, { timeZone: site.timeZone, language } ),
	};
}
