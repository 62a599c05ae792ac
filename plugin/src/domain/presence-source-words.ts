import { __, sprintf } from '@wordpress/i18n';
import type { PresenceLog } from '@rappel/contract';

type Entry = PresenceLog[ 'entries' ][ number ];

/** By whom or what a status was changed. `by` is who set it for them; empty: they themselves, or not known. */
export function sourceWords(
	{ source, byUserId, userId }: Entry,
	by: string
): string {
	switch ( source ) {
		case 'page':
			if ( byUserId === null || byUserId === userId ) {
				return __( 'Themselves, on a page', 'rappel' );
			}
			return by
				? sprintf(
						/* translators: %s: name of a supervisor. */
						__( 'Set by %s', 'rappel' ),
						by
					)
				: __( 'Set by a supervisor', 'rappel' );
		case 'personal_page':
			return __( 'Themselves, on their personal page', 'rappel' );
		case 'phone':
			return __( 'Themselves, by phone', 'rappel' );
		case 'period_end':
			return __( 'End of the opening period', 'rappel' );
		case 'missed_call':
			return __( 'After a missed call', 'rappel' );
		case 'no_page_open':
			return __( 'No page was open any more', 'rappel' );
		case 'removed':
			return __( 'They may take callbacks no more', 'rappel' );
	}
}
