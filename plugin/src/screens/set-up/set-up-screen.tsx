import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { SetUpStep } from '@rappel/contract';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { Screen } from '../../components/screen';
import { languageOf } from '../../domain/languages';
import { nextStep, stepNamed } from '../../domain/set-up-steps';
import { useScreenParameter } from '../../hooks/use-screen-parameter';
import { useSending } from '../../hooks/use-sending';
import { skipStep, useSetUp, type KnownSetUp } from '../../hooks/use-set-up';
import { useReading } from '../../reading';
import { CallerIdStep } from './caller-id-step';
import { Finished } from './finished';
import { HoursStep } from './hours-step';
import { LeaveSetUp } from './leave-set-up';
import { ServiceStep } from './service-step';
import type { StepProps } from './step-frame';
import { StepList } from './step-list';
import { TeamStep } from './team-step';
import { TelephonyStep } from './telephony-step';
import { TestCallStep } from './test-call-step';

/** From an activated plugin to a test call: one step at a time, each of which may be passed by and taken up again. */
export function SetUpScreen() {
	const {
		value: facts,
		problem,
		reload,
	} = useSetUp( languageOf( useReading().locale ) );
	return (
		<Screen
			title={ __( 'Set up Rappel', 'rappel' ) }
			subtitle={ __(
				'A few steps to your first test call. You may leave and come back: what is done is kept.',
				'rappel'
			) }
		>
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! facts && ! problem && <Loading /> }
			{ facts && <Steps facts={ facts } reload={ reload } /> }
		</Screen>
	);
}

function Steps( {
	facts,
	reload,
}: {
	facts: KnownSetUp;
	reload: () => Promise< void >;
} ) {
	const [ named, setNamed ] = useScreenParameter( 'step' );
	/** The step that was left last: the one after it comes next, done or not. */
	const [ left, setLeft ] = useState< SetUpStep | null >( null );
	const { problem, send } = useSending();
	const step = stepNamed( named, facts ) ?? nextStep( facts, left );
	const goOn = async ( from: SetUpStep ) => {
		await reload();
		setLeft( from );
		setNamed( '' );
	};
	const skip = ( from: SetUpStep ) =>
		send( async () => {
			await skipStep( facts, from );
			await goOn( from );
		} );
	return (
		<div className="rappel-set-up">
			<StepList facts={ facts } current={ step } onOpen={ setNamed } />
			<div className="rappel-set-up__step">
				{ problem && <ProblemNotice problem={ problem } /> }
				{ step ? (
					<Step
						key={ step }
						step={ step }
						facts={ facts }
						takesFocus={ left !== null || named !== '' }
						onChanged={ reload }
						onDone={ () => goOn( step ) }
						onSkip={ () => void skip( step ) }
					/>
				) : (
					<Finished facts={ facts } onOpen={ setNamed } />
				) }
				{ step && <LeaveSetUp setUp={ facts.setUp } /> }
			</div>
		</div>
	);
}

function Step( { step, ...props }: StepProps & { step: SetUpStep } ) {
	switch ( step ) {
		case 'service':
			return <ServiceStep { ...props } />;
		case 'telephony':
			return <TelephonyStep { ...props } />;
		case 'caller_id':
			return <CallerIdStep { ...props } />;
		case 'team':
			return <TeamStep { ...props } />;
		case 'hours':
			return <HoursStep { ...props } />;
		case 'test_call':
			return <TestCallStep { ...props } />;
	}
}
