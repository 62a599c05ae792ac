import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Connection, Site } from '@rappel/contract';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { StateLabel } from '../../components/state-label';
import { formatCost, formatMoment } from '../../domain/format';
import { useReading } from '../../reading';
import { Disconnect } from './disconnect';
import { KeptRequests } from './kept-requests';
import { SiteMoved } from './site-moved';
import { SiteSettings } from './site-settings';
import { TelephonyAccount } from './telephony-account';

interface ConnectionStateProps {
	connection: Connection;
	onChanged: () => Promise< void >;
}

export function ConnectionState( {
	connection,
	onChanged,
}: ConnectionStateProps ) {
	const { site, problem, serviceUrl, keptRequests } = connection;
	const reading = useReading();
	const [ isChecking, setChecking ] = useState( false );
	const check = async () => {
		setChecking( true );
		await onChanged();
		setChecking( false );
	};
	return (
		<>
			{ problem?.code === 'site_moved' && (
				<SiteMoved onMoved={ onChanged } />
			) }
			{ problem && problem.code !== 'site_moved' && (
				<ProblemNotice
					problem={ {
						code: '',
						detail: problem.detail,
						status: 0,
						fields: {},
						traceId: '',
					} }
					onRetry={ () => void check() }
				/>
			) }
			<KeptRequests count={ keptRequests } />
			{ site && <Alerts site={ site } /> }
			<Section
				id="rappel-service"
				title={ __( 'Service', 'rappel' ) }
				description={ __(
					'What this site is connected to.',
					'rappel'
				) }
			>
				<dl className="rappel-state-list">
					<Fact word={ __( 'State', 'rappel' ) }>
						{ site ? (
							<StateLabel tone="good">
								{ __( 'Connected', 'rappel' ) }
							</StateLabel>
						) : (
							<StateLabel tone="bad">
								{ __( 'Does not answer', 'rappel' ) }
							</StateLabel>
						) }
					</Fact>
					<Fact word={ __( 'Address', 'rappel' ) }>
						{ serviceUrl }
					</Fact>
					{ site && (
						<Fact word={ __( 'Version', 'rappel' ) }>
							{ site.serviceVersion }
						</Fact>
					) }
					{ site && (
						<Fact word={ __( 'Requests today', 'rappel' ) }>
							{ sprintf(
								/* translators: 1: requests taken today. 2: most requests in a day. */
								__( '%1$d of %2$d', 'rappel' ),
								site.requestsToday,
								site.dailyRequestCap
							) }
						</Fact>
					) }
					{ site?.spentThisMonth && (
						<Fact word={ __( 'Spent this month', 'rappel' ) }>
							{ formatCost(
								site.spentThisMonth.milli,
								site.spentThisMonth.currency,
								reading.locale
							) }
						</Fact>
					) }
				</dl>
				<div>
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ isChecking }
						onClick={ () => void check() }
					>
						{ __( 'Check again', 'rappel' ) }
					</Button>
				</div>
			</Section>
			{ site && <TelephonyAccount /> }
			{ site && <SiteSettings site={ site } onSaved={ onChanged } /> }
			<Disconnect onDisconnected={ onChanged } />
		</>
	);
}

const Fact = ( { word, children }: { word: string; children: ReactNode } ) => (
	<div>
		<dt>{ word }</dt>
		<dd>{ children }</dd>
	</div>
);

/** What only the owner can mend, and whether anybody's phone really rings. */
function Alerts( { site }: { site: Site } ) {
	const reading = useReading();
	return (
		<>
			{ site.alerts.map( ( { code, detail, since } ) => (
				<Notice
					key={ code }
					className="rappel-notice"
					status="error"
					isDismissible={ false }
				>
					{ detail }{ ' ' }
					<small>
						{ sprintf(
							/* translators: %s: a moment, such as "Today 14:05". */
							__( 'Since: %s', 'rappel' ),
							formatMoment( since, new Date(), reading )
						) }
					</small>
				</Notice>
			) ) }
			{ site.simulated && (
				<Notice
					className="rappel-notice"
					status="info"
					isDismissible={ false }
					spokenMessage=""
				>
					{ __(
						'Calls are simulated: they ring in the phone lab and nobody’s phone. To call for real, give the service a telephony account.',
						'rappel'
					) }
				</Notice>
			) }
		</>
	);
}
