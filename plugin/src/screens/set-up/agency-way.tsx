import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { connect } from '../../api/connection';
import { TextField } from '../../components/fields';
import { ProblemNotice } from '../../components/problem-notice';
import { addressFaults, codeFaults } from '../../domain/pairing-faults';
import { useSending } from '../../hooks/use-sending';
import { aboutTheService } from './about-the-service';
import { ServiceAddress } from './service-address';
import { StepFrame, type StepProps } from './step-frame';

export interface WayProps extends StepProps {
	/** The choice between the ways, above each of them. */
	choice: ReactNode;
}

/** Somebody runs the service already, and gave an address and a code. */
export function AgencyWay( { choice, takesFocus, onDone }: WayProps ) {
	const [ serviceUrl, setServiceUrl ] = useState( '' );
	const [ code, setCode ] = useState( '' );
	const { isBusy, errors, problem, send } = useSending();
	const submit = () =>
		send(
			async () => {
				await connect( serviceUrl.trim(), code.trim() );
				speak( __( 'The site is connected.', 'rappel' ) );
				await onDone();
			},
			{ ...addressFaults( serviceUrl ), ...codeFaults( code ) }
		);
	return (
		<StepFrame
			step="service"
			takesFocus={ takesFocus }
			description={ aboutTheService() }
			submitLabel={ __( 'Connect', 'rappel' ) }
			isBusy={ isBusy }
			onSubmit={ () => void submit() }
		>
			{ choice }
			{ problem && <ProblemNotice problem={ problem } /> }
			<ServiceAddress
				value={ serviceUrl }
				error={ errors.serviceUrl }
				onChange={ setServiceUrl }
			/>
			<TextField
				path="code"
				label={ __( 'Pairing code', 'rappel' ) }
				help={ __(
					'As you were given it: it works once, within the hour.',
					'rappel'
				) }
				error={ errors.code }
				value={ code }
				onChange={ setCode }
				maximum={ 64 }
				isRequired
			/>
		</StepFrame>
	);
}
