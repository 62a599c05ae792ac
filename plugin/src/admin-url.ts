import { initialData, type ScreenName } from './initial-data';

/** The address of one of Rappel's screens. */
export const screenUrl = ( screen: ScreenName ): string =>
	initialData()?.pages[ screen ] ?? '';

/** The field for the phone number on a user's profile. */
export const profileUrl = ( userId: number ): string =>
	`${ initialData()?.profileUrl ?? 'user-edit.php?user_id=' }${ userId }#rappel`;

/** An address in wp-admin, relative to the screen that is open. */
export function adminUrl(
	file: string,
	parameters: Record< string, string > = {}
): string {
	const query = new URLSearchParams( parameters ).toString();
	return query ? `${ file }?${ query }` : file;
}
