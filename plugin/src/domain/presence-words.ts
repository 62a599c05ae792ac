import { __ } from '@wordpress/i18n';
import type { Presence } from '@rappel/contract';

export type PresenceStatus = Presence[ 'status' ];

export const presenceStatuses: PresenceStatus[] = [
	'online',
	'away',
	'offline',
];

export function presenceWord( status: PresenceStatus ): string {
	switch ( status ) {
		case 'online':
			return __( 'Online', 'rappel' );
		case 'away':
			return __( 'Away', 'rappel' );
		case 'offline':
			return __( 'Offline', 'rappel' );
	}
}
