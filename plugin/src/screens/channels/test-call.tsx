import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readConnection } from '../../api/connection';
import { TextField } from '../../components/fields';
import { Section } from '../../components/section';
import { TestCallState } from '../../components/test-call-state';
import { languageOf } from '../../domain/languages';
import { useLoaded } from '../../hooks/use-loaded';
import { useTestCall } from '../../hooks/use-test-call';
import { useReading } from '../../reading';

/** "Call me now": rings a number, and says how it went. */
export function TestCallSection( { channelId }: { channelId: string } ) {
	const language = languageOf( useReading().locale );
	const [ number, setNumber ] = useState( '' );
	const { call, problem, isUnderWay, start } = useTestCall(
		channelId,
		language
	);
	const { value: connection } = useLoaded(
		useCallback( () => readConnection(), [] )
	);
	const fault = problem && ( problem.fields.number ?? problem.detail );
	const canCall = number.trim() !== '' && ! isUnderWay;
	const ring = () => {
		if ( canCall ) {
			void start( number.trim() );
		}
	};
	return (
		<Section
			id="rappel-test-call"
			title={ __( 'Try it', 'rappel' ) }
			description={
				connection?.site?.simulated
					? __(
							'Calls go to the phone lab here: the phone rings on its page, whatever the number.',
							'rappel'
						)
					: __(
							'Your phone rings, and a voice says that all is well. It costs as much as a short call.',
							'rappel'
						)
			}
		>
			<div className="rappel-beside">
				<TextField
					path="testNumber"
					label={ __( 'Your number', 'rappel' ) }
					help={ __(
						'As you would dial it, or with its country code.',
						'rappel'
					) }
					error={ fault ?? undefined }
					value={ number }
					onChange={ setNumber }
					maximum={ 40 }
					type="tel"
					onEnter={ ring }
				/>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isUnderWay }
					disabled={ ! canCall }
					accessibleWhenDisabled
					onClick={ ring }
				>
					{ __( 'Call me now', 'rappel' ) }
				</Button>
			</div>
			<TestCallState call={ call } />
		</Section>
	);
}
