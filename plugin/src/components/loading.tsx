import { Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/** While there is nothing to show yet. */
export function Loading() {
	return (
		<p className="rappel-loading" role="status">
			<Spinner />
			{ __( 'Loading…', 'rappel' ) }
		</p>
	);
}
