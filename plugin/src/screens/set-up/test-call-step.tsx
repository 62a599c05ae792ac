import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Channel, ChannelTestCall } from '@rappel/contract';
import { saveSetUp } from '../../api/set-up';
import { TextField } from '../../components/fields';
import { ProblemNotice } from '../../components/problem-notice';
import { TestCallState } from '../../components/test-call-state';
import { typedNumber } from '../../domain/format';
import { languageOf } from '../../domain/languages';
import { useSending } from '../../hooks/use-sending';
import { useTestCall } from '../../hooks/use-test-call';
import { useReading } from '../../reading';
import { StepFrame, type StepProps } from './step-frame';

/** A phone rings, and a voice says that all is well. */
export function TestCallStep( props: StepProps ) {
	const { channel } = props.facts;
	return channel ? <TestCall { ...props } channel={ channel } /> : null;
}

const wasAnswered = ( call: ChannelTestCall | null ) =>
	call?.state === 'answered' || call?.state === 'done';

function TestCall( {
	facts: { connection, setUp },
	channel,
	takesFocus,
	onDone,
	onSkip,
}: StepProps & { channel: Channel } ) {
	const [ number, setNumber ] = useState(
		typedNumber( channel.settings.calls.destinationNumber ) ?? ''
	);
	const [ isMissing, setMissing ] = useState( false );
	const test = useTestCall( channel.id, languageOf( useReading().locale ) );
	const { problem, send } = useSending();
	const isAnswered = wasAnswered( test.call );
	useEffect( () => {
		if ( isAnswered && ! setUp.testCallAnswered ) {
			void send( () =>
				saveSetUp( { ...setUp, testCallAnswered: true } )
			);
		}
		// Once, when the phone is answered.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ isAnswered ] );
	const ring = () => {
		setMissing( number.trim() === '' );
		if ( number.trim() !== '' && ! test.isUnderWay ) {
			void test.start( number.trim() );
		}
	};
	const fault =
		test.problem?.fields.number ??
		( isMissing
			? __( 'Type the number of a phone that you can answer.', 'rappel' )
			: undefined );
	return (
		<StepFrame
			step="test_call"
			takesFocus={ takesFocus }
			description={
				connection.site?.simulated
					? __(
							'Calls are simulated: the phone rings in the phone lab. Open its page before you call.',
							'rappel'
						)
					: __(
							'Rappel calls a phone of yours, and a voice says that all is well. It costs as much as a short call.',
							'rappel'
						)
			}
			submitLabel={
				isAnswered
					? __( 'Finish', 'rappel' )
					: __( 'Call me now', 'rappel' )
			}
			isBusy={ test.isUnderWay }
			onSubmit={ () => ( isAnswered ? void onDone() : ring() ) }
			{ ...( ! isAnswered && { onSkip } ) }
		>
			{ problem && <ProblemNotice problem={ problem } /> }
			{ test.problem && ! test.problem.fields.number && (
				<ProblemNotice problem={ test.problem } />
			) }
			<TextField
				path="testNumber"
				label={ __( 'Your number', 'rappel' ) }
				help={ __(
					'As you would dial it, or with its country code.',
					'rappel'
				) }
				error={ fault }
				value={ number }
				onChange={ setNumber }
				maximum={ 40 }
				type="tel"
				isRequired
			/>
			<TestCallState call={ test.call } />
		</StepFrame>
	);
}
