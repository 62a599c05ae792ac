import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Problem } from '../../api/problem';
import { readRecording } from '../../api/recordings';

/** Fetches a recording when it is wanted, since each hearing is personal data on its way, and plays it. */
export function RecordingPlayer( {
	id,
	label,
}: {
	id: string;
	label: string;
} ) {
	const [ address, setAddress ] = useState( '' );
	const [ isLoading, setLoading ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	useEffect(
		() => () => {
			if ( address ) {
				URL.revokeObjectURL( address );
			}
		},
		[ address ]
	);
	const load = async () => {
		setLoading( true );
		setProblem( null );
		try {
			setAddress( URL.createObjectURL( await readRecording( id ) ) );
		} catch ( error ) {
			setProblem( error as Problem );
		}
		setLoading( false );
	};
	if ( address ) {
		return (
			// A phone call has no captions: what was said is nowhere in writing.
			<audio src={ address } controls autoPlay aria-label={ label } />
		);
	}
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				aria-label={ label }
				isBusy={ isLoading }
				disabled={ isLoading }
				accessibleWhenDisabled
				onClick={ () => void load() }
			>
				{ __( 'Listen', 'rappel' ) }
			</Button>
			{ problem && (
				<span className="rappel-field-error" role="alert">
					{ problem.detail }
				</span>
			) }
		</>
	);
}
