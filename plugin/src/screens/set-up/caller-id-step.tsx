import { RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { TelephonyAccount } from '@rappel/contract';
import { saveSite } from '../../api/connection';
import { TextField } from '../../components/fields';
import { ProblemNotice } from '../../components/problem-notice';
import { formatNumber, typedNumber } from '../../domain/format';
import { stateOf } from '../../domain/set-up-steps';
import { useSending } from '../../hooks/use-sending';
import { StepFrame, type StepProps } from './step-frame';

const other = 'other';

/** Numbers of the account that may be shown. */
const showable = ( account: TelephonyAccount | null ): string[] =>
	( account?.account?.numbers ?? [] )
		.filter( ( { voice, isVerifiedOnly } ) => voice || isVerifiedOnly )
		.map( ( { number } ) => number );

/** Which number both phones show. */
export function CallerIdStep( {
	facts,
	takesFocus,
	onDone,
	onSkip,
}: StepProps ) {
	const saved = facts.connection.site?.callerId ?? null;
	const numbers = showable( facts.account );
	const [ chosen, setChosen ] = useState(
		() =>
			( saved === null
				? numbers[ 0 ]
				: numbers.find( ( number ) => number === saved ) ) ?? other
	);
	const [ typed, setTyped ] = useState( typedNumber( saved ) ?? '' );
	const { isBusy, errors, problem, send } = useSending();
	const number = chosen === other ? typed.trim() : chosen;
	const submit = () =>
		send(
			async () => {
				await saveSite( { callerId: number } );
				await onDone();
			},
			number === ''
				? {
						callerId: __(
							'Type the number, or skip this step.',
							'rappel'
						),
					}
				: {}
		);
	return (
		<StepFrame
			step="caller_id"
			takesFocus={ takesFocus }
			description={ __(
				'Both phones show this number: your customers recognise you, and nobody sees the other’s number.',
				'rappel'
			) }
			submitLabel={ __( 'Save and continue', 'rappel' ) }
			isBusy={ isBusy }
			onSubmit={ () => void submit() }
			{ ...( stateOf( 'caller_id', facts ) !== 'done' && { onSkip } ) }
		>
			{ problem && ! errors.callerId && (
				<ProblemNotice problem={ problem } />
			) }
			{ numbers.length > 0 && (
				<RadioControl
					label={ __( 'Number shown on both phones', 'rappel' ) }
					selected={ chosen }
					onChange={ setChosen }
					options={ [
						...numbers.map( ( value ) => ( {
							value,
							label: formatNumber( value ),
						} ) ),
						{
							value: other,
							label: __( 'Another one', 'rappel' ),
						},
					] }
				/>
			) }
			{ chosen === other ? (
				<TextField
					path="callerId"
					label={
						numbers.length > 0
							? __( 'Another number', 'rappel' )
							: __( 'Number shown on both phones', 'rappel' )
					}
					help={ __(
						'A number of your Twilio account, or one that you verified there. In France it may not be a mobile number (06, 07).',
						'rappel'
					) }
					error={ errors.callerId }
					value={ typed }
					onChange={ setTyped }
					maximum={ 40 }
					type="tel"
					isRequired
				/>
			) : (
				errors.callerId && (
					<p className="rappel-field-error">{ errors.callerId }</p>
				)
			) }
			<p className="rappel-help">
				{ __(
					'Skipped: the service’s own number is shown, if it has one. Each channel may have another.',
					'rappel'
				) }
			</p>
		</StepFrame>
	);
}
