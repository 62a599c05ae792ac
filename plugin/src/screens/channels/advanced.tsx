import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Fold } from '../../components/fold';
import { useEditorPlace } from './editor-place';

interface AdvancedProps {
	/** Faults of the draft, by field. */
	errors: Record< string, string >;
	/** The beginnings of the paths of the fields in it: with one of them at fault or asked for, it opens. */
	holds: readonly string[];
	children: ReactNode;
}

/** Settings that few channels need. */
export function Advanced( { errors, holds, children }: AdvancedProps ) {
	const { wanted } = useEditorPlace();
	const isHeld = ( path: string ) =>
		holds.some(
			( held ) => path === held || path.startsWith( `${ held }.` )
		);
	return (
		<div className="rappel-advanced">
			<Fold
				title={ __( 'Advanced settings', 'rappel' ) }
				mustOpen={ [ ...Object.keys( errors ), wanted ].some( isHeld ) }
			>
				{ children }
			</Fold>
		</div>
	);
}
