import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { audio, bell } from '@wordpress/icons';
import type { LiveMode } from '../../hooks/live-connection';
import type { LiveAlerts } from '../../hooks/use-live-alerts';

/** How fresh the screen is, quietly. */
export function LiveState( { mode }: { mode: LiveMode } ) {
	return (
		<span className={ `rappel-live-state is-${ mode }` } role="status">
			{ modeWord( mode ) }
		</span>
	);
}

function modeWord( mode: LiveMode ): string {
	switch ( mode ) {
		case 'stream':
			return __( 'Live: as it happens', 'rappel' );
		case 'polling':
			return __( 'Live: every 5 seconds', 'rappel' );
		case 'connecting':
			return __( 'Connecting…', 'rappel' );
	}
}

/** What tells of something new while nobody looks. */
export function AlertSwitches( { alerts }: { alerts: LiveAlerts } ) {
	return (
		<div
			className="rappel-live-alerts"
			role="group"
			aria-label={ __(
				'When something new waits or my phone rings',
				'rappel'
			) }
		>
			<Button
				__next40pxDefaultSize
				icon={ audio }
				isPressed={ alerts.hasSound }
				onClick={ () => alerts.setSound( ! alerts.hasSound ) }
			>
				{ __( 'Sound', 'rappel' ) }
			</Button>
			{ alerts.canHaveNotices && (
				<Button
					__next40pxDefaultSize
					icon={ bell }
					isPressed={ alerts.hasNotices }
					onClick={ () =>
						void alerts.setNotices( ! alerts.hasNotices )
					}
				>
					{ __( 'Desktop notices', 'rappel' ) }
				</Button>
			) }
		</div>
	);
}
