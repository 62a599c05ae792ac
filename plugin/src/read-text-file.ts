import { __ } from '@wordpress/i18n';
import type { Problem } from './api/problem';

/** The text of a file that somebody chose. Throws a Problem: it was moved meanwhile, say. */
export function readTextFile( file: File ): Promise< string > {
	return new Promise( ( resolve, reject ) => {
		const reader = new FileReader();
		reader.onload = () => resolve( String( reader.result ) );
		reader.onerror = () => reject( unreadable() );
		reader.readAsText( file );
	} );
}

const unreadable = (): Problem => ( {
	code: 'file_unreadable',
	status: 0,
	detail: __( 'This file cannot be read. Choose it again.', 'rappel' ),
	fields: {},
	traceId: '',
} );
