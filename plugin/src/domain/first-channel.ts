import { __ } from '@wordpress/i18n';
import type { Language } from '@rappel/contract';
import { checkDraft, type Draft } from './channel-draft';
import { newDraft } from './new-draft';

/** Who answers on the company's side, as the set-up asks it. */
export interface CompanySide {
	routing: Draft[ 'calls' ][ 'routing' ];
	/** As typed. */
	destinationNumber: string;
	team: Draft[ 'team' ];
}

/** The channel that the set-up makes: closed until its hours are chosen, so that nobody is called by surprise. */
export function firstDraft( language: Language ): Draft {
	const draft = newDraft( language );
	return {
		...draft,
		name: __( 'Callback', 'rappel' ),
		openingHours: { ...draft.openingHours, weekly: [] },
	};
}

/** Ordinary hours, to begin from where there are none. */
export const ordinaryWeek = () => newDraft( 'en' ).openingHours.weekly;

export const withCompanySide = (
	draft: Draft,
	{ routing, destinationNumber, team }: CompanySide
): Draft => ( {
	...draft,
	team: routing === 'team' ? team : draft.team,
	calls: {
		...draft.calls,
		routing,
		destinationNumber:
			destinationNumber.trim() || draft.calls.destinationNumber,
	},
} );

/** Sentences by field; empty when it may be sent. */
export function companySideFaults(
	side: CompanySide
): Record< string, string > {
	if ( side.routing === 'destination' && ! side.destinationNumber.trim() ) {
		return {
			'calls.destinationNumber': __(
				'Type the number that is called when somebody wants to be called back.',
				'rappel'
			),
		};
	}
	return side.routing === 'team' && side.team.length === 0
		? { team: __( 'Add one person at least.', 'rappel' ) }
		: {};
}

export const hoursFaults = ( draft: Draft ) => {
	const { always, weekly } = draft.openingHours;
	return ! always && weekly.length === 0
		? {
				openingHours: __(
					'Choose hours on one day at least, or skip this step.',
					'rappel'
				),
			}
		: checkDraft( draft );
};
