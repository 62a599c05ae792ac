import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { arrowLeft } from '@wordpress/icons';
import type { RequestDetail } from '@rappel/contract';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { StateLabel } from '../../components/state-label';
import { formatNumber } from '../../domain/format';
import { failureSentence, isLive, labelOf } from '../../domain/request-words';
import { useRequest } from '../../hooks/use-request';
import { AttemptCard } from './attempt-card';
import { BookingNotices } from './booking-notices';
import { NextStep } from './next-step';
import { Recordings } from './recordings';
import { RequestFacts } from './request-facts';
import { Timeline } from './timeline';

interface RequestDetailViewProps {
	id: string;
	onBack: () => void;
}

export function RequestDetailView( { id, onBack }: RequestDetailViewProps ) {
	const { value: request, problem, reload } = useRequest( id );
	return (
		<Screen
			key={ request ? 'loaded' : 'loading' }
			takesFocus
			title={
				request
					? titleOf( request )
					: __( 'Callback request', 'rappel' )
			}
			back={
				<Button
					className="rappel-back"
					variant="link"
					icon={ arrowLeft }
					onClick={ onBack }
				>
					{ __( 'All requests', 'rappel' ) }
				</Button>
			}
			subtitle={
				request && (
					<StateLabel tone={ labelOf( request ).tone }>
						{ labelOf( request ).word }
					</StateLabel>
				)
			}
			actions={
				request &&
				! isLive( request ) && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						href={ `tel:${ request.number }` }
					>
						{ __( 'Call back myself', 'rappel' ) }
					</Button>
				)
			}
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! request && ! problem && <Loading /> }
			{ request && <Content request={ request } /> }
		</Screen>
	);
}

const titleOf = ( { name, number }: RequestDetail ) =>
	name ? `${ name } · ${ formatNumber( number ) }` : formatNumber( number );

function Content( { request }: { request: RequestDetail } ) {
	return (
		<div className="rappel-detail">
			<div className="rappel-detail__story">
				{ request.failureReason && (
					<Notice
						className="rappel-notice"
						status="warning"
						isDismissible={ false }
						spokenMessage=""
					>
						{ failureSentence( request.failureReason ) }
					</Notice>
				) }
				{ request.state === 'overdue' && (
					<Notice
						className="rappel-notice"
						status="warning"
						isDismissible={ false }
						spokenMessage=""
					>
						{ __(
							'This request came too late to be dialled without asking the client again. Call back yourself.',
							'rappel'
						) }
					</Notice>
				) }
				<BookingNotices request={ request } />
				<NextStep request={ request } />
				<Recordings recordings={ request.recordings } />
				{ request.attemptsMade.map( ( attempt ) => (
					<AttemptCard
						key={ attempt.id }
						attempt={ attempt }
						count={ request.attemptsMade.length }
					/>
				) ) }
				<Timeline entries={ request.timeline } />
			</div>
			<RequestFacts request={ request } />
		</div>
	);
}
