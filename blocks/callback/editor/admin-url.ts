/** A screen of Rappel. Read in the window of the editor: the canvas is a frame whose own address is no place in wp-admin. */
export const adminUrl = ( page: string ) =>
	new URL( `admin.php?page=${ page }`, window.location.href ).href;
