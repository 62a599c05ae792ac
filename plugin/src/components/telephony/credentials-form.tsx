import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { TelephonyAccount } from '@rappel/contract';
import { saveTelephonyAccount } from '../../api/telephony-account';
import { TextField } from '../fields';
import { Fold } from '../fold';
import { ProblemNotice } from '../problem-notice';
import { useSending } from '../../hooks/use-sending';

interface CredentialsFormProps {
	source: TelephonyAccount[ 'source' ];
	/** The account that is there does not do. */
	startsOpen: boolean;
	onSaved: () => Promise< void >;
}

/** The site's own account in place of the service's: tried before it is kept. */
export function CredentialsForm( {
	source,
	startsOpen,
	onSaved,
}: CredentialsFormProps ) {
	const [ accountSid, setAccountSid ] = useState( '' );
	const [ authToken, setAuthToken ] = useState( '' );
	const { isBusy, errors, problem, send } = useSending();
	const save = async (
		credentials: Parameters< typeof saveTelephonyAccount >[ 0 ]
	) => {
		const isKept = await send(
			async () => {
				await saveTelephonyAccount( credentials );
				speak( __( 'The account is saved.', 'rappel' ) );
				await onSaved();
			},
			credentials ? faultsOf( credentials ) : {}
		);
		if ( isKept ) {
			setAccountSid( '' );
			setAuthToken( '' );
		}
	};
	return (
		<Fold
			title={ __( 'Use a Twilio account of your own', 'rappel' ) }
			startsOpen={ startsOpen }
		>
			<form
				noValidate
				className="rappel-step__fields"
				onSubmit={ ( event ) => {
					event.preventDefault();
					void save( {
						accountSid: accountSid.trim(),
						authToken: authToken.trim(),
					} );
				} }
			>
				{ problem && <ProblemNotice problem={ problem } /> }
				<p>
					{ __(
						'You find both in Twilio’s console, on its first page. They are tried at once, and the service keeps them encrypted.',
						'rappel'
					) }
				</p>
				<TextField
					path="accountSid"
					label={ __( 'Account SID', 'rappel' ) }
					help={ __(
						'AC and 32 digits or letters from a to f.',
						'rappel'
					) }
					error={
						errors.accountSid ?? errors[ 'credentials.accountSid' ]
					}
					value={ accountSid }
					onChange={ setAccountSid }
					maximum={ 40 }
					isRequired
				/>
				<TextField
					path="authToken"
					label={ __( 'Auth Token', 'rappel' ) }
					help={ __(
						'A secret: whoever has it calls on your account.',
						'rappel'
					) }
					error={
						errors.authToken ?? errors[ 'credentials.authToken' ]
					}
					value={ authToken }
					onChange={ setAuthToken }
					maximum={ 128 }
					type="password"
					isRequired
				/>
				<div className="rappel-step__ways">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						type="submit"
						isBusy={ isBusy }
						aria-disabled={ isBusy }
					>
						{ __( 'Try and save', 'rappel' ) }
					</Button>
					{ source === 'site' && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ () => void save( null ) }
						>
							{ __(
								'Use the service’s account again',
								'rappel'
							) }
						</Button>
					) }
				</div>
			</form>
		</Fold>
	);
}

function faultsOf( {
	accountSid,
	authToken,
}: {
	accountSid: string;
	authToken: string;
} ): Record< string, string > {
	return {
		...( ! /^AC[0-9a-fA-F]{32}$/.test( accountSid ) && {
			accountSid: __(
				'Copy the Account SID as it is: AC and 32 more characters.',
				'rappel'
			),
		} ),
		...( authToken.length < 8 && {
			authToken: __( 'Copy the whole Auth Token.', 'rappel' ),
		} ),
	};
}
