import { isDeed, type Setting } from './setting.js';

/** Typed on the last section to try the channel; nothing of it is saved. */
const testNumber = 'testNumber';

/** Of the controls that a section shows, by their names, those that no setting sets. */
export const uncovered = (
	controls: readonly string[],
	settings: readonly Setting[]
): string[] => {
	const covered = [
		testNumber,
		...settings.flatMap< string | RegExp >( ( setting ) =>
			isDeed( setting )
				? setting.covers
				: ( setting.label ?? setting.path.replaceAll( '.', '-' ) )
		),
	];
	return controls.filter(
		( control ) =>
			! control
				.split( '|' )
				.some( ( name ) =>
					covered.some( ( known ) =>
						typeof known === 'string'
							? known === name
							: known.test( name )
					)
				)
	);
};
