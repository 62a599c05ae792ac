import { __, sprintf } from '@wordpress/i18n';
import type { TelephonyAccount } from '@rappel/contract';
import type { ReactNode } from 'react';
import { formatCost, formatNumber } from '../../domain/format';
import { useReading } from '../../reading';

/** What the network tells of the account. */
export function AccountFacts( {
	account: { source, accountShown, account },
}: {
	account: TelephonyAccount;
} ) {
	return (
		<>
			<dl className="rappel-state-list">
				<Fact word={ __( 'Account', 'rappel' ) }>
					<bdi dir="ltr">{ accountShown }</bdi> (
					{ source === 'site'
						? __( 'your own', 'rappel' )
						: __( 'the service’s', 'rappel' ) }
					)
				</Fact>
				{ account && <Told account={ account } /> }
			</dl>
			{ account?.type === 'trial' && <TrialLimits /> }
		</>
	);
}

type Account = NonNullable< TelephonyAccount[ 'account' ] >;

function Told( { account }: { account: Account } ) {
	const { locale } = useReading();
	const { type, balance, numbers, countries } = account;
	return (
		<>
			<Fact word={ __( 'Type', 'rappel' ) }>
				{ type === 'trial'
					? __( 'Trial', 'rappel' )
					: __( 'Full', 'rappel' ) }
			</Fact>
			{ balance && (
				<Fact word={ __( 'Balance', 'rappel' ) }>
					{ formatCost( balance.milli, balance.currency, locale ) }
				</Fact>
			) }
			<Fact word={ __( 'Numbers', 'rappel' ) }>
				{ numbers.length > 0 ? (
					<ul>
						{ numbers.map( ( number ) => (
							<li key={ number.number }>
								<bdi dir="ltr">
									{ formatNumber( number.number ) }
								</bdi>{ ' ' }
								{ abilityWords( number ) }
							</li>
						) ) }
					</ul>
				) : (
					__( 'None', 'rappel' )
				) }
			</Fact>
			{ countries && (
				<Fact word={ __( 'Countries it may call', 'rappel' ) }>
					{ countryWords( countries, locale ) }
				</Fact>
			) }
		</>
	);
}

const Fact = ( { word, children }: { word: string; children: ReactNode } ) => (
	<div>
		<dt>{ word }</dt>
		<dd>{ children }</dd>
	</div>
);

function abilityWords( {
	voice,
	sms,
	isVerifiedOnly,
}: Account[ 'numbers' ][ number ] ): string {
	if ( isVerifiedOnly ) {
		return __( '(verified: may be shown, takes no calls)', 'rappel' );
	}
	if ( voice && sms ) {
		return __( '(calls and SMS)', 'rappel' );
	}
	if ( voice ) {
		return __( '(calls)', 'rappel' );
	}
	return sms ? __( '(SMS)', 'rappel' ) : '';
}

const shownCountries = 8;

/** "France, Belgium and 12 more" */
function countryWords( countries: string[], locale: string ): string {
	if ( countries.length === 0 ) {
		return __( 'None', 'rappel' );
	}
	const names = new Intl.DisplayNames( [ locale ], { type: 'region' } );
	const shown = countries
		.map( ( country ) => names.of( country ) ?? country )
		.sort( new Intl.Collator( locale ).compare )
		.slice( 0, shownCountries )
		.join( ', ' );
	const more = countries.length - shownCountries;
	return more > 0
		? sprintf(
				/* translators: 1: names of countries. 2: how many others there are. */
				__( '%1$s and %2$d more', 'rappel' ),
				shown,
				more
			)
		: shown;
}

/** https://www.twilio.com/docs/usage/trials, and the pages of the two errors. */
const TrialLimits = () => (
	<div className="rappel-needed">
		<h3>{ __( 'What a trial account does not do', 'rappel' ) }</h3>
		<ul>
			<li>
				{ __(
					'It calls verified numbers only; any other is refused with error 21219.',
					'rappel'
				) }{ ' ' }
				<TwilioError number={ 21_219 } />
			</li>
			<li>
				{ __(
					'It writes SMS to verified numbers only; any other is refused with error 21608.',
					'rappel'
				) }{ ' ' }
				<TwilioError number={ 21_608 } />
			</li>
			<li>
				{ __(
					'Each call may begin with a message of Twilio’s, and the trial ends after a while.',
					'rappel'
				) }
			</li>
		</ul>
		<p>
			{ __(
				'Verify your own phone in Twilio’s console for the test call. Before visitors can be called, upgrade the account there.',
				'rappel'
			) }
		</p>
	</div>
);

const TwilioError = ( { number }: { number: number } ) => (
	<a
		href={ `https://www.twilio.com/docs/api/errors/${ number }` }
		target="_blank"
		rel="noreferrer"
	>
		{ sprintf(
			/* translators: %d: number of an error. */
			__( 'About %d (new tab)', 'rappel' ),
			number
		) }
	</a>
);
