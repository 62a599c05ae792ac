import type { ResultsQuery } from '@rappel/contract';
import { today } from '../domain/calendar';
import {
	periodOf,
	toPeriodName,
	type Period,
	type PeriodName,
} from '../domain/period';
import { useReading } from '../reading';
import { useScreenParameters } from './use-screen-parameters';

const names = [ 'period', 'from', 'to', 'by', 'channel' ] as const;

const groupings: ResultsQuery[ 'groupBy' ][] = [
	'channel',
	'page',
	'agent',
	'hour',
];

export interface ResultsQuestion {
	name: PeriodName;
	/** As typed, for one's own dates. */
	own: Period;
	/** Null: one's own dates are no period yet. */
	period: Period | null;
	groupBy: ResultsQuery[ 'groupBy' ];
	/** Undefined: all. */
	channelId: string | undefined;
	setName: ( name: PeriodName ) => void;
	setOwn: ( changes: Partial< Period > ) => void;
	setGroupBy: ( groupBy: ResultsQuery[ 'groupBy' ] ) => void;
	setChannel: ( channelId: string ) => void;
}

/** Which results are shown, kept in the screen's address. */
export function useResultsQuestion(): ResultsQuestion {
	const { values, change } = useScreenParameters( names );
	const reading = useReading();
	const name = toPeriodName( values.period );
	const own = { from: values.from, to: values.to };
	const period = periodOf( name, today( new Date(), reading ), own );
	return {
		name,
		own,
		period,
		groupBy:
			groupings.find( ( grouping ) => grouping === values.by ) ??
			'channel',
		channelId: values.channel || undefined,
		setName: ( chosen ) =>
			change(
				// One's own dates begin with those that are looked at.
				chosen === 'own'
					? { period: chosen, ...period }
					: { period: chosen, from: '', to: '' }
			),
		setOwn: ( changes ) => change( changes, true ),
		setGroupBy: ( by ) => change( { by }, true ),
		setChannel: ( channel ) => change( { channel } ),
	};
}
