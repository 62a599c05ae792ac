import { speak } from '@wordpress/a11y';
import { Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { OfferedCode } from '@rappel/contract';
import { connect } from '../../api/connection';
import type { Problem } from '../../api/problem';
import { CopiedText } from '../../components/copied-text';
import { Fold } from '../../components/fold';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { composeFile, serviceCommand } from '../../domain/deployment-steps';
import { formatNearMoment } from '../../domain/format';
import { addressFaults } from '../../domain/pairing-faults';
import { useOfferedCode } from '../../hooks/use-offered-code';
import { usePolling } from '../../hooks/use-polling';
import { useSending } from '../../hooks/use-sending';
import { useReading } from '../../reading';
import { aboutTheService } from './about-the-service';
import type { WayProps } from './agency-way';
import { ServiceAddress } from './service-address';
import { StepFrame } from './step-frame';

const askedAgainMilliseconds = 5_000;

/** The service is not there yet: it may be a moment until it is. */
const isAway = ( { code }: Problem ) =>
	[ 'service_unreachable', 'service_unavailable' ].includes( code );

/** The owner starts the service themselves, with a code that WordPress made; WordPress connects once it answers. */
export function DeployWay( { choice, takesFocus, onDone }: WayProps ) {
	const { value: offered, problem: noCode, reload } = useOfferedCode();
	const [ serviceUrl, setServiceUrl ] = useState( '' );
	const { isBusy, errors, problem, send } = useSending();
	/** Kept from one try to the next, so that it is said once. */
	const [ isWaiting, setWaiting ] = useState( false );
	const submit = () =>
		send( async () => {
			try {
				await connect( serviceUrl.trim(), offered?.code ?? '' );
			} catch ( error ) {
				setWaiting( isAway( error as Problem ) );
				throw error;
			}
			speak( __( 'The site is connected.', 'rappel' ) );
			await onDone();
		}, addressFaults( serviceUrl ) );
	usePolling( submit, isWaiting ? askedAgainMilliseconds : null );
	return (
		<StepFrame
			step="service"
			takesFocus={ takesFocus }
			description={ aboutTheService() }
			{ ...( offered && { submitLabel: __( 'Connect', 'rappel' ) } ) }
			isBusy={ isBusy }
			onSubmit={ () => void submit() }
		>
			{ choice }
			{ noCode && (
				<ProblemNotice
					problem={ noCode }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! offered && ! noCode && <Loading /> }
			{ offered && (
				<>
					<Instructions offered={ offered } />
					{ problem && ! isWaiting && (
						<ProblemNotice problem={ problem } />
					) }
					{ isWaiting && <Waiting /> }
					<ServiceAddress
						value={ serviceUrl }
						error={ errors.serviceUrl }
						onChange={ setServiceUrl }
					/>
				</>
			) }
		</StepFrame>
	);
}

function Instructions( { offered }: { offered: OfferedCode } ) {
	const reading = useReading();
	return (
		<>
			<p>
				{ sprintf(
					/* translators: %s: a moment, such as "tomorrow 14:05". */
					__(
						'On a machine with Node.js, in the folder of Rappel’s code, type this with your own address and Twilio account. The code in it is this site’s: it connects it once, until %s.',
						'rappel'
					),
					formatNearMoment( offered.expiresAt, new Date(), reading )
				) }
			</p>
			<CopiedText
				label={ __( 'The command', 'rappel' ) }
				text={ serviceCommand( offered.code ) }
			/>
			<Fold title={ __( 'With Docker', 'rappel' ) }>
				<p>
					{ __(
						'Save this as rappel.yml in the same folder, fill it in, then: docker compose -f rappel.yml up -d',
						'rappel'
					) }
				</p>
				<CopiedText
					label={ __( 'The file', 'rappel' ) }
					text={ composeFile( offered.code ) }
				/>
			</Fold>
		</>
	);
}

const Waiting = () => (
	<Notice status="info" isDismissible={ false }>
		{ __(
			'The service does not answer yet. WordPress tries again by itself as long as this page is open.',
			'rappel'
		) }
	</Notice>
);
