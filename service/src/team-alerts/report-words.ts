import type { Figures, Language } from '@rappel/contract';
import { sayDate } from '../availability/say-time.js';
import type { FigureText } from '../messages/text-key.js';
import { text } from '../messages/texts.js';
import type { Site } from '../sites/site.js';
import type { Fact, Words } from './team-letter.js';

interface Reported {
	site: Site;
	language: Language;
	/** An instant of the day. */
	at: Date;
	figures: Figures;
}

/** Yesterday in figures: those of which there is something to say. */
export function reportWords( {
	site,
	language,
	at,
	figures,
}: Reported ): Words {
	const values = {
		site: site.name,
		date: sayDate( at, { timeZone: site.timeZone, language } ),
	};
	return {
		language,
		subject: capitalised(
			text( 'team.daily_report.subject', language, values )
		),
		blocks: [
			text( 'team.daily_report.lead', language, values ),
			factsOf( figures, language ),
			text( 'team.why.asked', language ),
		],
		short: text( 'team.daily_report.subject', language, values ),
	};
}

/** Whether anything happened that is worth a letter. */
export function isEventful( { requests, bookingsDue }: Figures ): boolean {
	return requests > 0 || bookingsDue > 0;
}

function factsOf( figures: Figures, language: Language ): Fact[] {
	const number = new Intl.NumberFormat( language, {
		maximumFractionDigits: 1,
	} );
	const plain = ( value: number ) => number.format( value );
	const share = ( value: number, total: number ) =>
		text( 'team.figure.of', language, {
			value: plain( value ),
			total: plain( total ),
		} );
	const { medianSecondsToRing, bookingsDue, costMilli, currency } = figures;
	const answers = figures.scores.reduce( ( sum, count ) => sum + count, 0 );
	const points = figures.scores.reduce(
		( sum, count, index ) => sum + count * ( index + 1 ),
		0
	);
	const given: Array< [ Exclude< FigureText, 'of' >, string | null ] > = [
		[ 'requests', plain( figures.requests ) ],
		[ 'booked', figures.booked > 0 ? plain( figures.booked ) : null ],
		[ 'joined', share( figures.joined, figures.requests ) ],
		[
			'first_try',
			figures.joined > 0
				? share( figures.joinedAtFirstTry, figures.joined )
				: null,
		],
		[ 'missed', plain( figures.missed ) ],
		[
			'cancelled',
			figures.cancelled > 0 ? plain( figures.cancelled ) : null,
		],
		[
			'seconds_to_ring',
			medianSecondsToRing === null
				? null
				: plain( Math.round( medianSecondsToRing ) ),
		],
		[
			'punctual',
			bookingsDue > 0
				? share( figures.bookingsPunctual, bookingsDue )
				: null,
		],
		[
			'talk_minutes',
			figures.talkSeconds > 0
				? plain( Math.ceil( figures.talkSeconds / 60 ) )
				: null,
		],
		[ 'score', answers > 0 ? plain( points / answers ) : null ],
		[
			'cost',
			costMilli === null || currency === null
				? null
				: new Intl.NumberFormat( language, {
						style: 'currency',
						currency,
					} ).format( costMilli / 1_000 ),
		],
	];
	return given.flatMap( ( [ name, value ] ) =>
		value === null
			? []
			: [ { label: text( `team.figure.${ name }`, language ), value } ]
	);
}

/** A subject begins like a sentence: "Mardi 24 novembre en chiffres". */
function capitalised( sentence: string ): string {
	return sentence.charAt( 0 ).toLocaleUpperCase() + sentence.slice( 1 );
}
