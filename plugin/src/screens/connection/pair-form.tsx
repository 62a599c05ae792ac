import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Connection } from '@rappel/contract';
import { connect } from '../../api/connection';
import type { Problem } from '../../api/problem';
import { TextField } from '../../components/fields';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { addressFaults, codeFaults } from '../../domain/pairing-faults';
import { KeptRequests } from './kept-requests';

interface PairFormProps {
	connection: Connection;
	onPaired: () => Promise< void >;
}

/** Joins this site to a service by its address and a code that the service printed. */
export function PairForm( { connection, onPaired }: PairFormProps ) {
	const [ serviceUrl, setServiceUrl ] = useState(
		connection.serviceUrl ?? ''
	);
	const [ code, setCode ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );

	const submit = async () => {
		const found = {
			...addressFaults( serviceUrl ),
			...codeFaults( code ),
		};
		setErrors( found );
		setProblem( null );
		if ( isBusy || Object.keys( found ).length ) {
			return;
		}
		setBusy( true );
		try {
			await connect( serviceUrl.trim(), code.trim() );
			speak( __( 'The site is connected.', 'rappel' ) );
			await onPaired();
		} catch ( error ) {
			setProblem( error as Problem );
			setErrors( ( error as Problem ).fields );
		}
		setBusy( false );
	};

	return (
		<>
			<KeptRequests count={ connection.keptRequests } />
			{ ( problem ?? connection.problem ) && (
				<ProblemNotice problem={ problem ?? asProblem( connection ) } />
			) }
			<form
				noValidate
				onSubmit={ ( event ) => {
					event.preventDefault();
					void submit();
				} }
			>
				<Section
					id="rappel-pair"
					title={ __( 'Connect this site', 'rappel' ) }
					description={ __(
						'You need the address of your Rappel service and a pairing code. A code works once, within the hour.',
						'rappel'
					) }
				>
					<TextField
						path="serviceUrl"
						label={ __( 'Address of the service', 'rappel' ) }
						help={ __(
							'For example https://rappel.example.org',
							'rappel'
						) }
						error={ errors.serviceUrl }
						value={ serviceUrl }
						onChange={ setServiceUrl }
						maximum={ 500 }
						type="url"
						isRequired
					/>
					<TextField
						path="code"
						label={ __( 'Pairing code', 'rappel' ) }
						help={
							<>
								{ __(
									'Printed by the service when it starts, or on its machine by:',
									'rappel'
								) }{ ' ' }
								<code>
									node service/dist/main.js pairing-code
								</code>
							</>
						}
						error={ errors.code }
						value={ code }
						onChange={ setCode }
						maximum={ 64 }
						isRequired
					/>
					<div>
						<Button
							__next40pxDefaultSize
							variant="primary"
							type="submit"
							isBusy={ isBusy }
							aria-disabled={ isBusy }
						>
							{ __( 'Connect', 'rappel' ) }
						</Button>
					</div>
				</Section>
			</form>
		</>
	);
}

/** Why pairing by configuration did not work, as WordPress remembers it. */
const asProblem = ( { problem }: Connection ): Problem => ( {
	code: '',
	detail: problem?.detail ?? '',
	status: 0,
	fields: {},
	traceId: '',
} );
