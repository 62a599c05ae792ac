import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { SiteTelephonyAccount } from '@rappel/contract';
import { isBlocking } from '../../domain/set-up-steps';
import { AccountFacts } from './account-facts';

/** What the owner has to mend on the account, what the network tells of it, and where it is named. */
export function AccountState( { account }: { account: SiteTelephonyAccount } ) {
	const { notTakenFor, problems, setBy } = account;
	return (
		<>
			{ notTakenFor && (
				<Notice status="error" isDismissible={ false }>
					{ notTakenFor }
				</Notice>
			) }
			{ problems.map( ( { code, detail } ) => (
				<Notice
					key={ code }
					status={ isBlocking( code ) ? 'error' : 'warning' }
					isDismissible={ false }
				>
					{ detail }
				</Notice>
			) ) }
			<AccountFacts account={ account } />
			{ setBy && <p className="rappel-help">{ setByWords( setBy ) }</p> }
		</>
	);
}

function setByWords(
	setBy: NonNullable< SiteTelephonyAccount[ 'setBy' ] >
): string {
	switch ( setBy ) {
		case 'constants':
			return __(
				'The account is named in wp-config.php, and is changed there alone.',
				'rappel'
			);
		case 'environment':
			return __(
				'The account is named in the server’s environment, and is changed there alone.',
				'rappel'
			);
		case 'connector':
			return __(
				'The account is named under Settings → Connectors, and is changed there alone.',
				'rappel'
			);
	}
}
