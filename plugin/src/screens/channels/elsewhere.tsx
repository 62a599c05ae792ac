import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { sectionOf, sectionTitle } from '../../domain/channel-sections';
import { useEditorPlace } from './editor-place';

interface ElsewhereProps {
	/** The field that decides, by its path. */
	where: string;
	/** What is so, and what to do. */
	children: ReactNode;
}

/** What is set here depends on another section: says so, and leads there. */
export function Elsewhere( { where, children }: ElsewhereProps ) {
	const { goTo } = useEditorPlace();
	return (
		<div className="rappel-elsewhere">
			<p>{ children }</p>
			<Button variant="link" onClick={ () => goTo( where ) }>
				{ sprintf(
					/* translators: %s: title of a section: "Calls". */
					__( 'Go to “%s”', 'rappel' ),
					sectionTitle( sectionOf( where ) )
				) }
			</Button>
		</div>
	);
}
