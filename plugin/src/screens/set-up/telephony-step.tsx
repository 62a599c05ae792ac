import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ProblemNotice } from '../../components/problem-notice';
import { AccountState } from '../../components/telephony/account-state';
import { CredentialsForm } from '../../components/telephony/credentials-form';
import { stateOf } from '../../domain/set-up-steps';
import { StepFrame, type StepProps } from './step-frame';

/** From which account calls are made, and what is missing on it. */
export function TelephonyStep( {
	facts,
	takesFocus,
	onChanged,
	onDone,
	onSkip,
}: StepProps ) {
	const { account, accountProblem } = facts;
	const isDone = stateOf( 'telephony', facts ) === 'done';
	return (
		<>
			<StepFrame
				step="telephony"
				takesFocus={ takesFocus }
				description={ __(
					'Calls and text messages are made from a Twilio account: the service’s, or your own.',
					'rappel'
				) }
				submitLabel={
					isDone
						? __( 'Continue', 'rappel' )
						: __( 'Check again', 'rappel' )
				}
				onSubmit={ () => void ( isDone ? onDone() : onChanged() ) }
				{ ...( ! isDone && { onSkip } ) }
			>
				{ accountProblem && (
					<ProblemNotice problem={ accountProblem } />
				) }
				{ account?.simulated && <Simulated /> }
				{ account && <AccountState account={ account } /> }
			</StepFrame>
			{ account && account.setBy === null && (
				<div className="rappel-step">
					<CredentialsForm
						source={ account.source }
						startsOpen={ ! isDone }
						onSaved={ onChanged }
					/>
				</div>
			) }
		</>
	);
}

const Simulated = () => (
	<Notice status="info" isDismissible={ false } spokenMessage="">
		{ __(
			'Calls are simulated here: they ring in the phone lab, cost nothing, and need no account.',
			'rappel'
		) }
	</Notice>
);
