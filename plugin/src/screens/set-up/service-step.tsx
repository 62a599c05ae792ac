import { Notice, RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { initialData } from '../../initial-data';
import { AgencyWay } from './agency-way';
import { DeployWay } from './deploy-way';
import { DeveloperWay } from './developer-way';
import { StepFrame, type StepProps } from './step-frame';
import { WhatIsNeeded } from './what-is-needed';

type Way = 'agency' | 'deploy' | 'developer';

/** Which service makes the calls: three ways to one, or the one that the configuration names. */
export function ServiceStep( props: StepProps ) {
	const { connection } = props.facts;
	if ( connection.connected ) {
		return <Connected { ...props } />;
	}
	return initialData()?.configured ? (
		<Configured { ...props } />
	) : (
		<Ways { ...props } />
	);
}

function Connected( { facts, takesFocus, onDone }: StepProps ) {
	const { serviceUrl, site, problem } = facts.connection;
	return (
		<StepFrame
			step="service"
			takesFocus={ takesFocus }
			description={
				initialData()?.configured
					? __(
							'The service was found by itself: its address is in this site’s configuration.',
							'rappel'
						)
					: __( 'This site is connected to its service.', 'rappel' )
			}
			submitLabel={
				site
					? __( 'Continue', 'rappel' )
					: __( 'Check again', 'rappel' )
			}
			onSubmit={ () => void onDone() }
		>
			<p>
				<bdi dir="ltr">{ serviceUrl }</bdi>
			</p>
			{ ! site && problem && (
				<Notice status="error" isDismissible={ false }>
					{ problem.detail }
				</Notice>
			) }
		</StepFrame>
	);
}

/** Address and code are given by wp-config.php or the environment; WordPress tries by itself. */
function Configured( { facts, takesFocus, onChanged }: StepProps ) {
	return (
		<StepFrame
			step="service"
			takesFocus={ takesFocus }
			description={ __(
				'The address of the service is in this site’s configuration (RAPPEL_SERVICE_URL). WordPress connects to it by itself.',
				'rappel'
			) }
			submitLabel={ __( 'Check again', 'rappel' ) }
			onSubmit={ () => void onChanged() }
		>
			<Notice status="warning" isDismissible={ false }>
				{ facts.connection.problem?.detail ??
					__(
						'The service does not answer yet. Check again in a moment.',
						'rappel'
					) }
			</Notice>
		</StepFrame>
	);
}

function Ways( props: StepProps ) {
	const [ way, setWay ] = useState< Way >( 'agency' );
	const choice = (
		<>
			<WhatIsNeeded />
			<RadioControl
				label={ __( 'How do you come to a service?', 'rappel' ) }
				selected={ way }
				onChange={ ( chosen ) => setWay( chosen as Way ) }
				options={ [
					{
						value: 'agency',
						label: __(
							'I have an address and a code from my agency',
							'rappel'
						),
					},
					{
						value: 'deploy',
						label: __( 'I start it on a server of mine', 'rappel' ),
					},
					{
						value: 'developer',
						label: __(
							'My developer starts it: send them the steps',
							'rappel'
						),
					},
				] }
			/>
			{ ! initialData()?.can.administrate && <AdministratorNeeded /> }
		</>
	);
	switch ( way ) {
		case 'agency':
			return <AgencyWay { ...props } choice={ choice } />;
		case 'deploy':
			return <DeployWay { ...props } choice={ choice } />;
		case 'developer':
			return <DeveloperWay { ...props } choice={ choice } />;
	}
}

const AdministratorNeeded = () => (
	<Notice status="warning" isDismissible={ false }>
		{ __(
			'Only an administrator of the site can connect it. Ask one to take this step.',
			'rappel'
		) }
	</Notice>
);
