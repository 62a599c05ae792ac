import { text } from './texts.js';

let say: ( sentence: string ) => void = () => {};

/** Where a refusal of the lab is shown. */
export function onRefusal( show: ( sentence: string ) => void ): void {
	say = show;
}

/** Does at a phone what a person does there; a refusal is shown. */
export async function actAt(
	number: string,
	action: 'answer' | 'refuse' | 'hangup' | 'press',
	digits?: string
): Promise< void > {
	try {
		const response = await fetch(
			`/lab/phones/${ encodeURIComponent( number ) }/${ action }`,
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( digits === undefined ? {} : { digits } ),
			}
		);
		if ( ! response.ok ) {
			const { error } = ( await response.json() ) as { error: string };
			say( text( 'refused', { sentence: error } ) );
		}
	} catch {
		say( text( 'lost' ) );
	}
}
