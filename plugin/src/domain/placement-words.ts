import { __ } from '@wordpress/i18n';

/** What it is, where that is not plain from its title; empty for a post or page that visitors see. */
export function placementWord( type: string, status: string ): string {
	switch ( type ) {
		case 'wp_template':
			return __( 'template', 'rappel' );
		case 'wp_template_part':
			return __( 'template part', 'rappel' );
		case 'wp_block':
			return __( 'pattern', 'rappel' );
		case 'widget':
			return __( 'widget', 'rappel' );
		default:
			return statusWord( status );
	}
}

function statusWord( status: string ): string {
	switch ( status ) {
		case 'draft':
			return __( 'draft', 'rappel' );
		case 'pending':
			return __( 'pending review', 'rappel' );
		case 'future':
			return __( 'scheduled', 'rappel' );
		case 'private':
			return __( 'private', 'rappel' );
		default:
			return '';
	}
}
