import type { BlockTextName } from '@rappel/contract';

/** Written out here, since importing a value of the contract would bring its whole schema library into the editor. */
export const blockTextNames = [
	'openLabel',
	'introduction',
	'phoneLabel',
	'nameLabel',
	'noteLabel',
	'buttonLabel',
	'bookingButtonLabel',
] as const satisfies BlockTextName[];
