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

/** Paths of the settings on the wire, to what is a list or has no parts: "calls.voice". */
export function leaves( value: unknown, path = '' ): Map< string, string > {
	const isPart =
		typeof value === 'object' && value !== null && ! Array.isArray( value );
	const parts = isPart ? Object.entries( value ) : [];
	if ( parts.length === 0 ) {
		return new Map( [ [ path, JSON.stringify( value ) ] ] );
	}
	return new Map(
		parts.flatMap( ( [ name, part ] ) => [
			...leaves( part, path ? `${ path }.${ name }` : name ),
		] )
	);
}
