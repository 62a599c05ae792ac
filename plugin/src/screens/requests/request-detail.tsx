import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { arrowLeft } from '@wordpress/icons';
import type { RequestDetail } from '@rappel/contract';
import { actingUser } from '../../acting-user';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { RequestActionButtons } from '../../components/request-actions/request-action-buttons';
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
	/** Another one: what was over is asked for again as a new request. */
	onOpen: ( id: string ) => void;
	onBack: () => void;
}

export function RequestDetailView( {
	id,
	onOpen,
	onBack,
}: RequestDetailViewProps ) {
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
				request && (
					<>
						{ ! isLive( request ) && ! isMasked( request ) && (
							<Button
								__next40pxDefaultSize
								variant="tertiary"
								href={ `tel:${ request.number }` }
							>
								{ __( 'Call back myself', 'rappel' ) }
							</Button>
						) }
						<RequestActionButtons
							request={ request }
							user={ actingUser() }
							onDone={ ( { newRequestId } ) =>
								newRequestId
									? onOpen( newRequestId )
									: void reload()
							}
						/>
					</>
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

/** Whoever may not see the number gets it with its middle left out. */
const isMasked = ( { number }: RequestDetail ) => number.includes( '•' );

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
