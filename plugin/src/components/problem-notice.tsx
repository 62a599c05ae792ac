import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { screenUrl } from '../admin-url';
import type { Problem } from '../api/problem';

interface ProblemNoticeProps {
	problem: Problem;
	/** Tries the same thing again; without it there is nothing to press. */
	onRetry?: () => void;
}

/** An error with what to do about it. WordPress's Notice also announces it. */
export function ProblemNotice( {
	problem: { code, status, detail, traceId },
	onRetry,
}: ProblemNoticeProps ) {
	const needsConnection = [
		'not_connected',
		'site_unknown',
		'signature_invalid',
		'site_moved',
	].includes( code );
	return (
		<Notice
			className="rappel-notice"
			status="error"
			isDismissible={ false }
			actions={ [
				...( onRetry
					? [
							{
								label: __( 'Try again', 'rappel' ),
								onClick: onRetry,
							},
						]
					: [] ),
				...( needsConnection
					? [
							{
								label: __( 'Open the connection', 'rappel' ),
								url: screenUrl( 'connection' ),
							},
						]
					: [] ),
			] }
		>
			{ detail }
			{ /* Only what the reader cannot mend needs to be found in a log. */ }
			{ status >= 500 && traceId && (
				<>
					{ ' ' }
					<span className="rappel-notice__trace">
						{ sprintf(
							/* translators: %s: an identifier found in the service's log. */
							__( 'Reference: %s', 'rappel' ),
							traceId
						) }
					</span>
				</>
			) }
		</Notice>
	);
}
