import { text } from './texts.js';

let say: ( sentence: string ) => void = () => {};

/** Where a refusal of the lab is shown. */
export function onRefusal( show: ( sentence: string ) => void ): void {
	say = show;
}

/** What a person does at a phone, with what the lab wants to know of it. */
export interface PhoneActions {
	answer: Record< string, never >;
	refuse: Record< string, never >;
	hangup: Record< string, never >;
	press: { digits: string };
	speak: { text: string };
	call: { to: string };
	sms: { to: string; body: string };
}

/** Does it; a refusal is shown. Answers whether the lab took it. */
export async function actAt< A extends keyof PhoneActions >(
	number: string,
	action: A,
	details: PhoneActions[ A ]
): Promise< boolean > {
	try {
		const response = await fetch(
			`/lab/phones/${ encodeURIComponent( number ) }/${ action }`,
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( details ),
			}
		);
		if ( ! response.ok ) {
			const { error } = ( await response.json() ) as { error: string };
			say( text( 'refused', { sentence: error } ) );
		}
		return response.ok;
	} catch {
		say( text( 'lost' ) );
		return false;
	}
}
