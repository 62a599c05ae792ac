import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import { orProblem, type Problem } from '../api/problem';
import { button, status } from './elements';
import type { ProfileData } from './profile-data';

/** "Call me to test": the number that is saved rings, whatever is typed and not saved yet. */
export function offerTestCall(
	place: HTMLElement,
	{ userId, language }: ProfileData
): void {
	const saved = place.dataset.number;
	const field =
		document.querySelector< HTMLInputElement >( '#rappel_number' );
	if ( ! saved || ! field ) {
		return;
	}
	const told = status();
	const call = async () => {
		if ( field.value.trim() !== saved ) {
			told.textContent = __(
				'Save the profile first: the number that is saved is called.',
				'rappel'
			);
			return;
		}
		told.textContent = __( 'Calling…', 'rappel' );
		try {
			await orProblem(
				apiFetch( {
					path: `/rappel/v1/agents/${ userId }/test-calls`,
					method: 'POST',
					data: { language },
				} )
			);
			told.textContent = __(
				'The phone rings in a moment. A voice says that the number works.',
				'rappel'
			);
		} catch ( error ) {
			told.textContent = ( error as Problem ).detail;
		}
	};
	place.append(
		button( __( 'Call this number to test it', 'rappel' ), () => {
			void call();
		} ),
		told
	);
}
