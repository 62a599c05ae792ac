import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/** The part of WordPress's media dialog that is used here (wp-includes/js/media-views.js). */
interface MediaFrame {
	on: ( event: 'select', action: () => void ) => void;
	open: () => void;
	state: () => {
		get: ( name: 'selection' ) => {
			first: () => { toJSON: () => { url: string } } | undefined;
		};
	};
}

declare global {
	interface Window {
		wp?: {
			media?: ( options: {
				title: string;
				library: { type: string };
				multiple: false;
			} ) => MediaFrame;
		};
	}
}

interface MediaButtonProps {
	title: string;
	onChoose: ( address: string ) => void;
}

/** Opens the media library at its sounds; nothing for whoever may not upload. */
export function MediaButton( { title, onChoose }: MediaButtonProps ) {
	if ( ! window.wp?.media ) {
		return null;
	}
	const open = () => {
		const frame = window.wp?.media?.( {
			title,
			library: { type: 'audio' },
			multiple: false,
		} );
		frame?.on( 'select', () => {
			const file = frame.state().get( 'selection' ).first();
			if ( file ) {
				onChoose( file.toJSON().url );
			}
		} );
		frame?.open();
	};
	return (
		<Button __next40pxDefaultSize variant="secondary" onClick={ open }>
			{ __( 'Media library', 'rappel' ) }
		</Button>
	);
}
