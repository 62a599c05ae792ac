import { __ } from '@wordpress/i18n';
import {
	progressOf,
	sectionIds,
	sectionTitle,
	type Known,
	type Progress,
	type SectionId,
} from '../../domain/channel-sections';
import { useEditorPlace } from './editor-place';

/** The ten sections with what is done and what is not; each is a link. */
export function ProgressList( { known }: { known: Known } ) {
	const { section } = useEditorPlace();
	return (
		<nav
			className="rappel-progress"
			aria-label={ __( 'Sections of the channel', 'rappel' ) }
		>
			<ol>
				{ sectionIds.map( ( id ) => (
					<Step
						key={ id }
						id={ id }
						isCurrent={ id === section }
						progress={ progressOf( id, known ) }
					/>
				) ) }
			</ol>
		</nav>
	);
}

function Step( {
	id,
	isCurrent,
	progress,
}: {
	id: SectionId;
	isCurrent: boolean;
	progress: Progress;
} ) {
	const { goTo } = useEditorPlace();
	const address = new URL( window.location.href );
	address.searchParams.set( 'section', id );
	return (
		<li className={ `rappel-progress__step is-${ progress }` }>
			<a
				href={ address.href }
				aria-current={ isCurrent ? 'step' : undefined }
				onClick={ ( event ) => {
					// With a key held down it opens elsewhere, as every link does.
					if (
						! event.metaKey &&
						! event.ctrlKey &&
						! event.shiftKey
					) {
						event.preventDefault();
						goTo( id );
					}
				} }
			>
				<span className="rappel-progress__mark" aria-hidden="true" />
				<span>{ sectionTitle( id ) }</span>
				<span className="rappel-progress__state">
					{ isCurrent && progress === 'unvisited'
						? __( 'You are here', 'rappel' )
						: progressWord( progress ) }
				</span>
			</a>
		</li>
	);
}

function progressWord( progress: Progress ): string {
	switch ( progress ) {
		case 'done':
			return __( 'Done', 'rappel' );
		case 'attention':
			return __( 'Needs your attention', 'rappel' );
		case 'unvisited':
			return __( 'Not visited yet', 'rappel' );
	}
}
