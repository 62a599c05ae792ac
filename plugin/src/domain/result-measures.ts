import { __, _n, sprintf } from '@wordpress/i18n';
import type { Figures } from '@rappel/contract';
import { formatCost, formatSeconds } from './format';
import {
	answerRate,
	answers,
	firstTryRate,
	meanCostMilli,
	meanScore,
	meanTalkSeconds,
	punctuality,
	type Wish,
} from './result-figures';

/** Something that is measured: its name, what it counts, and how it reads. */
export interface Measure {
	key: string;
	name: string;
	/** What it counts, in a sentence. */
	help: string;
	/** Rounded as it is shown; null: nothing was measured. */
	value: ( figures: Figures ) => number | null;
	format: ( value: number, figures: Figures, locale: string ) => string;
	wish: Wish;
	/** A second figure that belongs to it; empty: none. */
	note?: ( figures: Figures, locale: string ) => string;
}

const percent = ( value: number, _: Figures, locale: string ) =>
	new Intl.NumberFormat( locale, { style: 'percent' } ).format( value );
const count = ( value: number, _: Figures, locale: string ) =>
	new Intl.NumberFormat( locale ).format( value );
const duration = ( value: number ) =>
	formatSeconds( value ) || __( '0 s', 'rappel' );
const money = ( milli: number, { currency }: Figures, locale: string ) =>
	currency ? formatCost( milli, currency, locale ) : '';

/** Null stays null. */
const rounded =
	( of: ( figures: Figures ) => number | null, digits: number ) =>
	( figures: Figures ) => {
		const value = of( figures );
		return value === null ? null : Number( value.toFixed( digits ) );
	};

/** In the order in which they are shown. */
export const measures = (): Measure[] => [
	{
		key: 'requests',
		name: __( 'Requests', 'rappel' ),
		help: __( 'Callback requests made in these days.', 'rappel' ),
		value: ( { requests } ) => requests,
		format: count,
		wish: null,
		note: ( { booked } ) =>
			booked > 0
				? sprintf(
						/* translators: %d: number of callback requests with a booked time. */
						_n( '%d booked', '%d booked', booked, 'rappel' ),
						booked
					)
				: '',
	},
	{
		key: 'answered',
		name: __( 'Answer rate', 'rappel' ),
		help: __(
			'Of the requests that are over, how many led to a conversation. Those that were cancelled do not count.',
			'rappel'
		),
		value: rounded( answerRate, 2 ),
		format: percent,
		wish: 'high',
		note: ( { missed } ) =>
			missed > 0
				? sprintf(
						/* translators: %d: number of callback requests without a conversation. */
						_n( '%d missed', '%d missed', missed, 'rappel' ),
						missed
					)
				: '',
	},
	{
		key: 'first-try',
		name: __( 'Reached at first try', 'rappel' ),
		help: __(
			'Of the requests that are over, how many led to a conversation at the first attempt.',
			'rappel'
		),
		value: rounded( firstTryRate, 2 ),
		format: percent,
		wish: 'high',
	},
	{
		key: 'ring',
		name: __( 'Time to the first ring', 'rappel' ),
		help: __(
			'From the request, or from the booked time, until the first phone rings: half of them are faster.',
			'rappel'
		),
		value: rounded( ( { medianSecondsToRing } ) => medianSecondsToRing, 0 ),
		format: duration,
		wish: 'low',
	},
	{
		key: 'punctual',
		name: __( 'Punctual bookings', 'rappel' ),
		help: __(
			'Of the bookings that came due, how many rang within two minutes of their time.',
			'rappel'
		),
		value: rounded( punctuality, 2 ),
		format: percent,
		wish: 'high',
	},
	{
		key: 'talk',
		name: __( 'Average conversation', 'rappel' ),
		help: __( 'How long the two talk, when they talk.', 'rappel' ),
		value: rounded( meanTalkSeconds, 0 ),
		format: duration,
		wish: null,
		note: ( { talkSeconds } ) =>
			talkSeconds > 0
				? sprintf(
						/* translators: %s: a duration such as "3 h 05 min". */
						__( '%s in all', 'rappel' ),
						formatSeconds( talkSeconds )
					)
				: '',
	},
	{
		key: 'score',
		name: __( 'Satisfaction', 'rappel' ),
		help: __(
			'Average of the survey’s answers, from 1 (not at all satisfied) to 5 (very satisfied).',
			'rappel'
		),
		value: rounded( meanScore, 1 ),
		format: ( value, _, locale ) =>
			sprintf(
				/* translators: %s: a score from 1 to 5, such as 4.3. */
				__( '%s out of 5', 'rappel' ),
				new Intl.NumberFormat( locale ).format( value )
			),
		wish: 'high',
		note: ( figures ) =>
			sprintf(
				/* translators: %d: number of answers to the survey. */
				_n( '%d answer', '%d answers', answers( figures ), 'rappel' ),
				answers( figures )
			),
	},
	{
		key: 'cost',
		name: __( 'Cost', 'rappel' ),
		help: __(
			'What the telephone network asked for the calls and SMS of these requests, without your subscription.',
			'rappel'
		),
		value: ( { costMilli } ) => costMilli,
		format: money,
		wish: null,
		note: ( figures, locale ) => {
			const mean = meanCostMilli( figures );
			return mean === null || ! figures.currency
				? ''
				: sprintf(
						/* translators: %s: an amount of money. */
						__( '%s for each request', 'rappel' ),
						formatCost(
							Math.round( mean ),
							figures.currency,
							locale
						)
					);
		},
	},
];
