import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Channel } from '@rappel/contract';
import { listChannels } from '../../api/channels';
import { useLoaded } from '../../hooks/use-loaded';
import { initialData } from '../../initial-data';

/** Channels that call their team whatever its presence: who sets theirs should know. Only who manages channels may read them. */
export function PresenceIgnored() {
	const mayRead = !! initialData()?.can.manageChannels;
	const { value: channels } = useLoaded< Channel[] >(
		useCallback(
			() => ( mayRead ? listChannels() : Promise.resolve( [] ) ),
			[ mayRead ]
		)
	);
	const names = ( channels ?? [] )
		.filter( ignoresPresence )
		.map( ( { settings } ) => settings.name );
	return names.length ? (
		<p className="rappel-help">
			{ sprintf(
				/* translators: %s: names of channels. */
				__(
					'Whatever the status, the team is called in its order, since availability is not checked: %s.',
					'rappel'
				),
				names.join( ', ' )
			) }
		</p>
	) : null;
}

const ignoresPresence = ( { settings }: Channel ) =>
	settings.calls.routing === 'team' &&
	! settings.calls.checkAvailability &&
	settings.team.length > 0;
