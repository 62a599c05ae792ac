import type { PopUpSettings } from '@rappel/contract';

type Parameter = PopUpSettings[ 'parameters' ][ number ];

/** As the contract takes it (contract/src/site-wide.ts). */
export const isParameter = ( text: string ): boolean =>
	/^[A-Za-z0-9_.-]{1,60}(=.{0,120})?$/.test( text.trim() );

/** "utm_campaign=spring"; "utm_campaign" for any value. */
export const parameterWords = ( { name, value }: Parameter ): string =>
	value ? `${ name }=${ value }` : name;

/** Of what `parameterWords` wrote, or of what somebody typed like it. */
export function parameterOf( text: string ): Parameter {
	const [ name = '', ...value ] = text.trim().split( '=' );
	return { name, value: value.join( '=' ).trim() };
}
