import type { PopUpRules } from './rules';

/** Whether the rules mean this visitor: how they came, and on what. */
export function isMeant( { parameters, devices }: PopUpRules ): boolean {
	return (
		hasOneOf( parameters ) &&
		( devices === 'all' || ( devices === 'phones' ) === isPhone() )
	);
}

function hasOneOf( wanted: PopUpRules[ 'parameters' ] ): boolean {
	const given = new URLSearchParams( location.search );
	return (
		! wanted.length ||
		wanted.some( ( { name, value } ) =>
			value ? given.getAll( name ).includes( value ) : given.has( name )
		)
	);
}

/** A finger and no mouse; a tablet counts as one. */
export const isPhone = (): boolean => matchMedia( '(hover: none)' ).matches;
