import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { chartBar } from '@wordpress/icons';
import type { Results } from '@rappel/contract';
import { readResults } from '../../api/results';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import type { Period } from '../../domain/period';
import { useLoaded } from '../../hooks/use-loaded';
import {
	useResultsQuestion,
	type ResultsQuestion,
} from '../../hooks/use-results-question';
import { DayCharts } from './day-charts';
import { FiguresGrid } from './figures-grid';
import { HourChart } from './hour-chart';
import { PeriodChoice } from './period-choice';
import { ResultsGroups } from './results-groups';
import { ScoreChart } from './score-chart';

/** What came of the requests, beside the days before. */
export function ResultsScreen() {
	const question = useResultsQuestion();
	return (
		<Screen
			title={ __( 'Results', 'rappel' ) }
			subtitle={ __(
				'What came of the callback requests, beside the same number of days just before.',
				'rappel'
			) }
		>
			<PeriodChoice question={ question } />
			{ question.period && (
				<Content question={ question } period={ question.period } />
			) }
		</Screen>
	);
}

function Content( {
	question: { groupBy, channelId, setGroupBy },
	period: { from, to },
}: {
	question: ResultsQuestion;
	period: Period;
} ) {
	const {
		value: results,
		problem,
		isLoading,
		reload,
	} = useLoaded< Results >(
		useCallback(
			() => readResults( { from, to, channelId, groupBy } ),
			[ from, to, channelId, groupBy ]
		)
	);
	const isEmpty =
		results?.total.requests === 0 && results.before.requests === 0;
	return (
		<div aria-busy={ isLoading }>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! results && ! problem && <Loading /> }
			{ isEmpty && <NothingYet /> }
			{ results && ! isEmpty && (
				<div className="rappel-results">
					<FiguresGrid
						total={ results.total }
						before={ results.before }
					/>
					<DayCharts days={ results.days } />
					<div className="rappel-results__pair">
						<ScoreChart scores={ results.total.scores } />
						<HourChart
							from={ from }
							to={ to }
							channelId={ channelId }
						/>
					</div>
					<ResultsGroups
						groups={ results.groups }
						groupBy={ groupBy }
						period={ { from, to } }
						onGroupBy={ setGroupBy }
					/>
				</div>
			) }
		</div>
	);
}

function NothingYet() {
	return (
		<EmptyState
			icon={ chartBar }
			title={ __( 'No request in these days', 'rappel' ) }
		>
			<p>
				{ __(
					'Once visitors ask to be called back, you see here how many were reached, how fast, how satisfied they were and what it cost. Choose other days above to look further back.',
					'rappel'
				) }
			</p>
		</EmptyState>
	);
}
