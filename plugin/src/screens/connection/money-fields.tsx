import { __, sprintf } from '@wordpress/i18n';
import type { Site } from '@rappel/contract';
import { TextField } from '../../components/fields';
import { formatCost } from '../../domain/format';
import type { SiteDraft } from '../../domain/site-draft';
import { useReading } from '../../reading';

interface MoneyFieldsProps {
	site: Site;
	draft: SiteDraft;
	errors: Record< string, string >;
	onChange: ( changes: Partial< SiteDraft > ) => void;
}

/** What a month may cost, and when the owner is told that little is left. */
export function MoneyFields( {
	site: { spentThisMonth },
	draft,
	errors,
	onChange,
}: MoneyFieldsProps ) {
	const { locale } = useReading();
	return (
		<>
			<TextField
				path="monthlyLimitMilli"
				label={ __( 'Most that a month may cost', 'rappel' ) }
				help={
					<>
						{ __(
							'In the currency of the telephony account. At the limit no more requests are taken until next month, and you are told by e-mail; what is booked is called all the same. Left empty, there is no limit.',
							'rappel'
						) }{ ' ' }
						{ spentThisMonth &&
							sprintf(
								/* translators: %s: an amount of money. */
								__( 'Spent so far this month: %s.', 'rappel' ),
								formatCost(
									spentThisMonth.milli,
									spentThisMonth.currency,
									locale
								)
							) }
					</>
				}
				error={ errors.monthlyLimitMilli }
				value={ draft.monthlyLimit }
				onChange={ ( monthlyLimit ) => onChange( { monthlyLimit } ) }
				maximum={ 16 }
			/>
			<TextField
				path="lowBalanceMilli"
				label={ __( 'Tell me when the balance is below', 'rappel' ) }
				help={ __(
					'The balance of the telephony account is looked at once an hour; you are told by e-mail, once. Left empty, nobody is told.',
					'rappel'
				) }
				error={ errors.lowBalanceMilli }
				value={ draft.lowBalance }
				onChange={ ( lowBalance ) => onChange( { lowBalance } ) }
				maximum={ 16 }
			/>
		</>
	);
}
