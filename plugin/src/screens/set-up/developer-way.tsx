import { __ } from '@wordpress/i18n';
import { Button } from '@wordpress/components';
import type { OfferedCode } from '@rappel/contract';
import { CopiedText } from '../../components/copied-text';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { letterToDeveloper } from '../../domain/deployment-steps';
import { formatDay } from '../../domain/format';
import { useOfferedCode } from '../../hooks/use-offered-code';
import { useReading } from '../../reading';
import { aboutTheService } from './about-the-service';
import type { WayProps } from './agency-way';
import { StepFrame } from './step-frame';

/** Somebody else starts it: what they have to do, as an e-mail. */
export function DeveloperWay( { choice, takesFocus }: WayProps ) {
	const { value: offered, problem, reload } = useOfferedCode();
	return (
		<StepFrame
			step="service"
			takesFocus={ takesFocus }
			description={ aboutTheService() }
		>
			{ choice }
			{ problem && (
				<ProblemNotice
					problem={ problem }
					onRetry={ () => void reload() }
				/>
			) }
			{ ! offered && ! problem && <Loading /> }
			{ offered && <Letter offered={ offered } /> }
		</StepFrame>
	);
}

function Letter( { offered }: { offered: OfferedCode } ) {
	const { subject, body } = letterToDeveloper( {
		code: offered.code,
		until: formatDay( offered.expiresAt, useReading() ),
		site: window.location.origin,
	} );
	return (
		<>
			<CopiedText
				label={ __( 'What your developer gets', 'rappel' ) }
				text={ body }
			/>
			<div>
				<Button
					__next40pxDefaultSize
					variant="primary"
					href={ `mailto:?subject=${ encodeURIComponent( subject ) }&body=${ encodeURIComponent( body.replaceAll( '\n', '\r\n' ) ) }` }
				>
					{ __( 'Write the e-mail', 'rappel' ) }
				</Button>
			</div>
			<p className="rappel-help">
				{ __(
					'It opens in your mail program. Once your developer tells you the address, choose “I start it on a server of mine” above, type it there and connect.',
					'rappel'
				) }
			</p>
		</>
	);
}
