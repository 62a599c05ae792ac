import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readTelephonyAccount } from '../../api/telephony-account';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { AccountState } from '../../components/telephony/account-state';
import { CredentialsForm } from '../../components/telephony/credentials-form';
import { languageOf } from '../../domain/languages';
import { useLoaded } from '../../hooks/use-loaded';
import { useReading } from '../../reading';

/** From which account calls are made, what is missing on it, and the site's own in its place. */
export function TelephonyAccount() {
	const language = languageOf( useReading().locale );
	const {
		value: account,
		problem,
		reload,
	} = useLoaded(
		useCallback( () => readTelephonyAccount( language ), [ language ] )
	);
	return (
		<Section
			id="rappel-telephony"
			title={ __( 'Telephony account', 'rappel' ) }
			description={ __(
				'Calls and SMS are charged to this account.',
				'rappel'
			) }
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! account && ! problem && <Loading /> }
			{ account && <AccountState account={ account } /> }
			{ account?.setBy === null && (
				<CredentialsForm
					source={ account.source }
					startsOpen={ false }
					onSaved={ reload }
				/>
			) }
		</Section>
	);
}
