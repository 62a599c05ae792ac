import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { download as icon } from '@wordpress/icons';
import type { Problem } from '../../api/problem';
import { exportRequests, type RequestFilter } from '../../api/requests';
import { today } from '../../domain/calendar';
import { useReading } from '../../reading';
import { saveFile } from '../../save-file';

/** What the filters find, as a file for a spreadsheet. */
export function DownloadRequests( {
	filter,
	onProblem,
}: {
	filter: RequestFilter;
	/** Null once it is tried again. */
	onProblem: ( problem: Problem | null ) => void;
} ) {
	const reading = useReading();
	const [ isBusy, setBusy ] = useState( false );
	const download = async () => {
		setBusy( true );
		onProblem( null );
		try {
			saveFile(
				await exportRequests( filter ),
				`rappel-${ today( new Date(), reading ) }.csv`
			);
			speak( __( 'The file is downloaded.', 'rappel' ) );
		} catch ( error ) {
			onProblem( error as Problem );
		}
		setBusy( false );
	};
	return (
		<Button
			__next40pxDefaultSize
			variant="secondary"
			icon={ icon }
			isBusy={ isBusy }
			disabled={ isBusy }
			accessibleWhenDisabled
			onClick={ () => void download() }
		>
			{ __( 'Download CSV', 'rappel' ) }
		</Button>
	);
}
