import { __, sprintf } from '@wordpress/i18n';
import type { Draft } from './channel-draft';

/** As many letters as a name may have (channelSettingsSchema). */
const longestName = 80;

/** The same channel once more under a name of its own, paused: two of the same would pop up and answer side by side. */
export function copyOf( settings: Draft, names: readonly string[] ): Draft {
	return {
		...settings,
		name: freeName( settings.name, names ),
		state: 'paused',
	};
}

function freeName( name: string, names: readonly string[] ): string {
	for ( let count = 1; ; count++ ) {
		const copy = copyName( name, count );
		if ( ! names.includes( copy ) ) {
			return copy;
		}
	}
}

function copyName( name: string, count: number ): string {
	const named = ( start: string ) =>
		count === 1
			? /* translators: %s: name of a channel. */
				sprintf( __( '%s (copy)', 'rappel' ), start )
			: sprintf(
					/* translators: 1: name of a channel. 2: 2, 3, … */
					__( '%1$s (copy %2$d)', 'rappel' ),
					start,
					count
				);
	const tooMany = named( name ).length - longestName;
	return tooMany > 0
		? named( name.slice( 0, -tooMany ).trimEnd() )
		: named( name );
}
